import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "options": "System.Collections.Hashtable" }', 'powershell-depth "System.Collections.Hashtable"'],
    ['{ "options": { "includeTypes": "System.Object[]" } }', 'powershell-depth "System.Object[]"'],
    ['{ "options": { "objectOptions": { "ROLE": "@{includedNames=}" } } }', 'powershell-depth "@{includedNames=}"'],
    ['["@{jobId=x}"]', 'powershell-depth "@{jobId=x}"'],
    ['[{ "options": { "includeTypes": "SOURCE CONNECTOR_RULE" } }]', 'powershell-depth "SOURCE CONNECTOR_RULE"'],
    ['{ "name": "@{x}" }'],
  ],
  sentences: [
    [
      '{ "options": "System.Collections.Hashtable" }',
      'ConvertTo-Json left only this text of "options", and the data is gone. Export again with "ConvertTo-Json -Depth 10".',
    ],
    [
      '{ "options": { "includeTypes": "System.Object[]" } }',
      'ConvertTo-Json left only this text of "includeTypes", and the data is gone. Export again with "ConvertTo-Json -Depth 10".',
    ],
    [
      '{ "options": { "objectOptions": { "ROLE": "@{includedNames=}" } } }',
      'ConvertTo-Json left only this text of this entry, and the data is gone. Export again with "ConvertTo-Json -Depth 10".',
    ],
    [
      '["@{jobId=x}"]',
      'ConvertTo-Json left only this text of this record, and the data is gone. Export again with "ConvertTo-Json -Depth 10".',
    ],
    [
      '[{ "options": { "includeTypes": "SOURCE CONNECTOR_RULE" } }]',
      'ConvertTo-Json flattened this list into a string. The fix restores it; export with "-Depth 10" to avoid this.',
    ],
  ],
  fixes: [
    [
      '[{ "options": { "includeTypes": "ROLE CONNECTOR_RULE" } }]',
      '* Change to a list → [{ "options": { "includeTypes": ["ROLE", "CONNECTOR_RULE"] } }]',
    ],
  ],
};
