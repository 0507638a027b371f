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
      'Add "Z" for UTC, or an offset such as "+01:00": without one, it is not clear which instant "completed" means.',
    ],
    [
      '{ "created": "2021-02-30T22:23:16Z" }',
      '"2021-02-30T22:23:16Z" does not exist. Check the day, the time and the offset.',
    ],
    [
      '{ "created": "3/5/2024 8:00:00 AM" }',
      'Use an RFC 3339 date and time, such as "2021-05-11T22:23:16Z": "3/5/2024 8:00:00 AM" is in a local format, which other programs may read differently.',
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
    ['{ "created": "2021-02-30T22:23:16Z" }'],
    ['{ "created": "3/5/2024 8:00:00 AM" }'],
    ['{ "created": "1709626080000" }', 'Change to "2024-03-05T08:08:00Z" → { "created": "2024-03-05T08:08:00Z" }'],
    ...[
      ['2024-03-05T08:00:00.000+0000', '2024-03-05T08:00:00.000+00:00'],
      ['2024-03-05 08:09:00.123456+00:00', '2024-03-05T08:09:00.123456+00:00'],
      ['2024-03-05T09:00:00+01', '2024-03-05T09:00:00+01:00'],
      ['2024-03-05 08:00:00 UTC', '2024-03-05T08:00:00Z'],
      ['2024-03-05T08:00:00Z[UTC]', '2024-03-05T08:00:00Z'],
      ['2024-03-05T09:00:00+01:00[Europe/Paris]', '2024-03-05T09:00:00+01:00'],
      ['2024-03-05T08:00Z', '2024-03-05T08:00:00Z'],
      ['2024-03-05T08:00:00,5Z', '2024-03-05T08:00:00.5Z'],
      ['20240305T080000Z', '2024-03-05T08:00:00Z'],
      [' 2024-03-05T08:00:00Z ', '2024-03-05T08:00:00Z'],
      ['2024-03-05T08:00:00 -05:00', '2024-03-05T08:00:00-05:00'],
      ['2024-03-05T08:00:00\u221205:00', '2024-03-05T08:00:00-05:00'],
      ['Tue, 05 Mar 2024 08:00:00 GMT', '2024-03-05T08:00:00Z'],
      ['Tue, 5 DEC 2023 08:00:00 -0530', '2023-12-05T08:00:00-05:30'],
    ].map(
      ([written, right]) =>
        [`{ "created": "${written}" }`, `* Change to "${right}" → { "created": "${right}" }`] as const,
    ),
    // A date that does not exist is not another date, and a number of ten characters has ten digits.
    ['{ "created": "Fri, 30 Feb 2024 08:00:00 GMT" }'],
    ['{ "created": "05 Foo 2024 08:00:00 GMT" }'],
    ['{ "created": "yesterday1" }'],
    ['{ "created": "1yesterday" }'],
    ['{ "created": "20240305T0800" }', 'Treat as UTC: "2024-03-05T08:00:00Z" → { "created": "2024-03-05T08:00:00Z" }'],
  ],
};
