import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "options": "System.Collections.Hashtable" }', 'powershell-depth "System.Collections.Hashtable"'],
    ['{ "options": { "includeTypes": "System.Object[]" } }', 'powershell-depth "System.Object[]"'],
    ['{ "options": { "objectOptions": { "ROLE": "@{includedNames=}" } } }', 'powershell-depth "@{includedNames=}"'],
    ['["@{jobId=x}"]', 'powershell-depth "@{jobId=x}"'],
    ['[{ "options": { "includeTypes": "SOURCE CONNECTOR_RULE" } }]', 'powershell-depth "SOURCE CONNECTOR_RULE"'],
    ['{ "name": "@{x}" }'],
    ['{ "options": { "includeTypes": "ROLE  SOURCE" } }', 'powershell-depth "ROLE  SOURCE"'],
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
      'PowerShell wrote this text in place of "options", whose data is gone. Export again, with "-Depth 10" if you use ConvertTo-Json.',
    ],
    [
      '{ "options": { "includeTypes": "System.Object[]" } }',
      'PowerShell wrote this text in place of "includeTypes", whose data is gone. Export again, with "-Depth 10" if you use ConvertTo-Json.',
    ],
    [
      '{ "options": { "objectOptions": { "ROLE": "@{includedNames=}" } } }',
      'PowerShell wrote this text in place of this entry, whose data is gone. Export again, with "-Depth 10" if you use ConvertTo-Json.',
    ],
    [
      '["@{jobId=x}"]',
      'PowerShell wrote this text in place of this record, whose data is gone. Export again, with "-Depth 10" if you use ConvertTo-Json.',
    ],
    [
      '[{ "options": { "includeTypes": "SOURCE CONNECTOR_RULE" } }]',
      'PowerShell joined this list into a string. The fix restores it; export with "ConvertTo-Json -Depth 10" to avoid this.',
    ],
  ],
  fixes: [
    [
      '{ "options": { "includeTypes": { "value": "ROLE", "Count": 1 } } }',
      '* Change to a list → { "options": { "includeTypes": ["ROLE"] } }',
    ],
    ['{ "options": { "objectOptions": { "ROLE": { "includedNames": { "value": "a b", "Count": 2 } } } } }'],
    [
      '[{ "options": { "includeTypes": "ROLE CONNECTOR_RULE" } }]',
      '* Change to a list → [{ "options": { "includeTypes": ["ROLE", "CONNECTOR_RULE"] } }]',
    ],
  ],
};
