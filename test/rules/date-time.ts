import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "created": "2021-05-11T22:23:16Z", "modified": "2021-05-12t00:23:16.123456789+02:00" }'],
    ['{ "created": "2021-05-11 22:23:16Z" }', 'date-time "2021-05-11 22:23:16Z"'],
    ['{ "completed": "2021-05-11T22:23:16" }', 'date-time "2021-05-11T22:23:16"'],
    ['{ "created": "/Date(x)/" }', 'date-time "/Date(x)/"'],
  ],
  sentences: [
    [
      '{ "created": "2021-05-11 22:23:16Z" }',
      '"created" must be an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".',
    ],
    [
      '{ "completed": "2021-05-11T22:23:16" }',
      '"completed" must be an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".',
    ],
  ],
  fixes: [
    [
      '{ "created": "2021-05-11 22:23:16Z" }',
      '* Change to "2021-05-11T22:23:16Z" → { "created": "2021-05-11T22:23:16Z" }',
    ],
    [
      '{ "created": "2021-05-11T22:23:16" }',
      'Treat as UTC: "2021-05-11T22:23:16Z" → { "created": "2021-05-11T22:23:16Z" }',
    ],
    ['{ "created": "yesterday" }'],
  ],
};
