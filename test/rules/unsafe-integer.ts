import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "totalObjectCount": 9223372036854775807 }', 'unsafe-integer 9223372036854775807'],
    ['{ "totalObjectCount": -9223372036854775808 }', 'unsafe-integer -9223372036854775808'],
    ['{ "totalObjectCount": 9007199254740992 }', 'unsafe-integer 9007199254740992'],
    ['{ "totalObjectCount": 1e18 }', 'unsafe-integer 1e18'],
    ['{ "totalObjectCount": 9007199254740991 }'],
  ],
  sentences: [
    [
      '{ "totalObjectCount": 9223372036854775807 }',
      'This integer is beyond 2^53 - 1. JavaScript and other tools that read numbers as doubles will round it.',
    ],
  ],
};
