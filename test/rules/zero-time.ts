import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "created": "0001-01-01T00:00:00Z" }', 'zero-time "0001-01-01T00:00:00Z"'],
    ['{ "modified": "0001-01-01T00:00:00" }', 'zero-time "0001-01-01T00:00:00"'],
    ['{ "completed": "0001-01-01T00:00:00.0000000+01:00" }', 'zero-time "0001-01-01T00:00:00.0000000+01:00"'],
    ['{ "created": "1970-01-01T00:00:00Z" }', 'zero-time "1970-01-01T00:00:00Z"'],
    ['{ "created": "1970-01-01T01:00:00.000+01:00" }', 'zero-time "1970-01-01T01:00:00.000+01:00"'],
    ['{ "created": "1970-01-01T00:00:00.001Z", "modified": "1970-01-01T00:00:01Z" }'],
    ['{ "created": "0001-01-02T00:00:00Z" }'],
    ['{ "created": "0001-01-01T00:00:00+0100" }', 'zero-time "0001-01-01T00:00:00+0100"'],
    ['{ "created": "on 0001-01-01T00:00:00Z" }', 'date-time "on 0001-01-01T00:00:00Z"'],
    ['{ "created": "0001-01-01T00:00:00Zulu" }', 'date-time "0001-01-01T00:00:00Zulu"'],
    ['{ "name": "0001-01-01T00:00:00Z" }'],
    // It takes no part in consistency rules.
    ['{ "created": "2024-01-01T00:00:00Z", "completed": "0001-01-01T00:00:00Z" }', 'zero-time "0001-01-01T00:00:00Z"'],
  ],
  sentences: [
    [
      '{ "completed": "0001-01-01T00:00:00Z" }',
      'Leave "completed" out: "0001-01-01T00:00:00Z" stands for no time at all. The program that wrote it had none, or could not read it.',
    ],
  ],
  fixes: [['{ "name": "x", "created": "0001-01-01T00:00:00Z" }', '* Remove "created" → { "name": "x" }']],
};
