import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "options": { "includeTypes": { "SyncRoot": ["ROLE"], "x": 1 } } }', 'type { "SyncRoot": ["ROLE"], "x": 1 }'],
    [
      '{ "value": [{ "status": "X" }], "Count": 1 }',
      'powershell-array { "value": [{ "status": "X" }], "Count": 1 }',
      'enum "X"',
    ],
    ['{ "Count": 0, "value": [] }', 'powershell-array { "Count": 0, "value": [] }'],
    ['{ "value": [], "Count": "0" }', 'powershell-array { "value": [], "Count": "0" }'],
    [
      '{ "options": { "includeTypes": { "Count": "1", "value": ["ROLES"] } } }',
      'powershell-array { "Count": "1", "value": ["ROLES"] }',
      'enum "ROLES"',
    ],
    ['{ "value": [] }', 'not-a-record {'],
    ['{ "value": [], "Count": "x" }', 'not-a-record {'],
    ['{ "value": [], "Count": "12" }', 'powershell-array { "value": [], "Count": "12" }'],
    ['{ "value": [], "Count": "1x" }', 'not-a-record {'],
    ['{ "options": { "includeTypes": { "value": 5, "Count": 1 } } }', 'type { "value": 5, "Count": 1 }'],
    ['{ "options": { "includeTypes": [["Count", 1], ["value", []]] } }', 'type ["Count", 1]', 'type ["value", []]'],
  ],
  sentences: [
    [
      '{ "value": [{ "status": "X" }], "Count": 1 }',
      'Keep only the list: Windows PowerShell wrapped it in an object, with members such as "Count".',
    ],
  ],
  fixes: [
    [
      '{ "options": { "includeTypes": { "Length": 1, "LongLength": 1, "Rank": 1, "SyncRoot": ["ROLE"], "IsReadOnly": false, "Count": 1 } } }',
      '* Unwrap the list → { "options": { "includeTypes": ["ROLE"] } }',
    ],
    [
      '{ "options": { "includeTypes": { "Count": 1, "SyncRoot": ["ROLE"] } } }',
      '* Unwrap the list → { "options": { "includeTypes": ["ROLE"] } }',
    ],
    ['{ "Count": 1, // one\n "value": [{}] }', '* Unwrap the list →  // one\n[{}]'],
  ],
};
