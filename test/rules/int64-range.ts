import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "totalObjectCount": 9223372036854775808 }', 'int64-range 9223372036854775808'],
    ['{ "totalObjectCount": -9223372036854775809 }', 'int64-range -9223372036854775809'],
    ['{ "totalObjectCount": 12e18 }', 'int64-range 12e18'],
    ['{ "totalObjectCount": 1e999999999 }', 'int64-range 1e999999999'],
    ['{ "totalObjectCount": -1e999999999 }', 'int64-range -1e999999999'],
  ],
  sentences: [
    [
      '{ "totalObjectCount": 9223372036854775808 }',
      '"totalObjectCount" is outside the range of a signed 64-bit integer, which the API uses.',
    ],
  ],
};
