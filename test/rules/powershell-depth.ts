import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "options": "1@{includeTypes=ROLE}" }', 'powershell-depth "1@{includeTypes=ROLE}"'],
    ['{ "options": "12@{}" }', 'powershell-depth "12@{}"'],
    ['{ "options": "x@{includeTypes=ROLE}" }', 'type "x@{includeTypes=ROLE}"'],
    ['{ "options": "System.Collections.Hashtable" }', 'powershell-depth "System.Collections.Hashtable"'],
    ['{ "options": { "includeTypes": "System.Object[]" } }', 'powershell-depth "System.Object[]"'],
    ['{ "options": { "objectOptions": { "ROLE": "@{includedNames=}" } } }', 'powershell-depth "@{includedNames=}"'],
    ['["@{jobId=x}"]', 'powershell-depth "@{jobId=x}"'],
    ['[{ "options": { "includeTypes": "SOURCE CONNECTOR_RULE" } }]', 'powershell-depth "SOURCE CONNECTOR_RULE"'],
    ['{ "name": "@{x}" }'],
    ['{ "options": { "includeTypes": "ROLE  SOURCE" } }', 'powershell-depth "ROLE  SOURCE"'],
    ['{ "options": { "includeTypes": " ROLE SOURCE " } }', 'powershell-depth " ROLE SOURCE "'],
    [
      '{ "options": { "includeTypes": { "value": "ROLE SOURCE", "Count": 2 } } }',
      'powershell-depth { "value": "ROLE SOURCE", "Count": 2 }',
    ],
    [
      '{ "options": { "objectOptions": { "ROLE": { "includedNames": { "Count": "1", "value": "a b" } } } } }',
      'powershell-depth { "Count": "1", "value": "a b" }',
    ],
    ['{ "options": { "includeTypes": "role source" } }', 'type "role source"'],
  ],
  sentences: [
    [
      '{ "options": "System.Collections.Hashtable" }',
      'Export again, with "-Depth 10" if you use ConvertTo-Json: PowerShell wrote this text in place of "options", of which nothing else is left.',
    ],
    [
      '{ "options": { "includeTypes": "System.Object[]" } }',
      'Export again, with "-Depth 10" if you use ConvertTo-Json: PowerShell wrote this text in place of "includeTypes", of which nothing else is left.',
    ],
    [
      '{ "options": { "objectOptions": { "ROLE": "@{includedNames=}" } } }',
      'Export again, with "-Depth 10" if you use ConvertTo-Json: PowerShell wrote this text in place of this entry, of which nothing else is left.',
    ],
    [
      '["@{jobId=x}"]',
      'Export again, with "-Depth 10" if you use ConvertTo-Json: PowerShell wrote this text in place of this record, of which nothing else is left.',
    ],
    [
      '[{ "options": { "includeTypes": "SOURCE CONNECTOR_RULE" } }]',
      'Make this a list again: PowerShell joined it into a string. "ConvertTo-Json -Depth 10" avoids that.',
    ],
  ],
  fixes: [
    [
      '{ "options": { "includeTypes": { "value": "ROLE", "Count": 1 } } }',
      '* Change to ["ROLE"] → { "options": { "includeTypes": ["ROLE"] } }',
    ],
    ['{ "options": { "objectOptions": { "ROLE": { "includedNames": { "value": "a b", "Count": 2 } } } } }'],
    [
      '[{ "options": { "includeTypes": "ROLE CONNECTOR_RULE" } }]',
      '* Change to ["ROLE", "CONNECTOR_RULE"] → [{ "options": { "includeTypes": ["ROLE", "CONNECTOR_RULE"] } }]',
    ],
  ],
};
