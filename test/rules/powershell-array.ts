import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    [
      '{ "value": [{ "status": "X" }], "Count": 1 }',
      'powershell-array { "value": [{ "status": "X" }], "Count": 1 }',
      'enum "X"',
    ],
    ['{ "Count": 0, "value": [] }', 'powershell-array { "Count": 0, "value": [] }'],
    ['{ "value": [] }', 'unknown-property "value"'],
  ],
  sentences: [
    [
      '{ "value": [{ "status": "X" }], "Count": 1 }',
      'Windows PowerShell wrapped this list in an object with "value" and "Count". Keep only the list.',
    ],
  ],
  fixes: [['{ "Count": 1, // one\n "value": [{}] }', '* Unwrap the list →  // one\n[{}]']],
};
