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
      '"created" must be RFC 3339, "2021-05-11T22:23:16Z": with "T" instead of the space.',
    ],
    ['{ "created": "yesterday" }', '"created" must be an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".'],
    [
      '{ "created": "2021-05-11" }',
      '"created" has a day and no time. Use an RFC 3339 date and time, such as "2021-05-11T00:00:00Z".',
    ],
    ['{ "created": "2021-02-30" }', '"created" must be an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".'],
    ...[
      ['2024-03-05T08:00:00+0000', '2024-03-05T08:00:00+00:00', 'a colon in the offset'],
      ['2024-03-05T08:00:00+00', '2024-03-05T08:00:00+00:00', 'minutes in the offset'],
      [
        '20240305T0800Z',
        '2024-03-05T08:00:00Z',
        '"-" between the numbers of the date, ":" between the numbers of the time and seconds',
      ],
      [
        '2024/03/05T08:00:00,5Z',
        '2024-03-05T08:00:00.5Z',
        '"-" between the numbers of the date and "." instead of the comma before the fraction',
      ],
      [
        '2024-03-05 08:00:00 +0000 UTC',
        '2024-03-05T08:00:00Z',
        '"T" instead of the space, no space before the offset, a colon in the offset and only the offset, without names',
      ],
      ['2024-03-05T08:00:00UTC', '2024-03-05T08:00:00Z', '"Z" for UTC, without a name'],
      ['2024-03-05T08:00:00\u221205:00', '2024-03-05T08:00:00-05:00', 'a plain minus sign'],
      [' 2024-03-05T08:00:00Z', '2024-03-05T08:00:00Z', 'no white space around it'],
      ['05/Mar/2024:08:00:00 +0000', '2024-03-05T08:00:00+00:00', 'the date as numbers, the year first'],
    ].map(
      ([written, right, wants]) =>
        [`{ "created": "${written}" }`, `"created" must be RFC 3339, "${right}": with ${wants}.`] as const,
    ),
    [
      '{ "created": "15.3.2024 08:00" }',
      'The day comes first in "15.3.2024 08:00": other programs may read it differently. Use an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".',
    ],
    [
      '{ "created": "3/15/2024 08:00" }',
      'The month comes first in "3/15/2024 08:00": other programs may read it differently. Use an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".',
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
      'Which order was meant in "3/5/2024 8:00:00 AM", the day or the month first? Use an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".',
    ],
    [
      '{ "created": "3/5/2024" }',
      'Use an RFC 3339 date and time, such as "2021-05-11T22:23:16Z": "3/5/2024" is in a local format, which other programs may read differently.',
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
    ...[
      [
        '3/5/2024 8:00:00 AM',
        'Take the month first, as UTC',
        '2024-03-05T08:00:00Z',
        'Take the day first, as UTC',
        '2024-05-03T08:00:00Z',
      ],
      [
        '5.3.2024, 20:00',
        'Take the day first, as UTC',
        '2024-03-05T20:00:00Z',
        'Take the month first, as UTC',
        '2024-05-03T20:00:00Z',
      ],
      ['15.3.2024 08:00:00', 'Take the day first, as UTC', '2024-03-15T08:00:00Z'],
      ['3/15/2024 12:30 PM', 'Take the month first, as UTC', '2024-03-15T12:30:00Z'],
      [
        '3/5/2024 12:00 AM +01:00',
        'Take the month first',
        '2024-03-05T00:00:00+01:00',
        'Take the day first',
        '2024-05-03T00:00:00+01:00',
      ],
      ['3/3/2024 08:00', 'Take the month first, as UTC', '2024-03-03T08:00:00Z'],
      ['13/13/2024 08:00'],
      ['3/5/2024 08:00 CET'],
      ['3/5/2024 13:00 PM'],
      ['3/5/2024'],
    ].map(([written, ...fixes]) => {
      const pairs = fixes.flatMap((title, at) => (at % 2 === 0 ? [[title, fixes[at + 1]]] : []));
      return [
        `{ "created": "${written}" }`,
        ...pairs.map(([title, right]) => `${title}: "${right}" → { "created": "${right}" }`),
      ] as const;
    }),
    ...[
      ['2024-03-05T08:00:00', '2024-03-05T08:00:00Z'],
      ['Tue Mar  5 08:09:00 2024', '2024-03-05T08:09:00Z'],
      ['March 5, 2024 8:00 PM', '2024-03-05T20:00:00Z'],
      ['2024/03/05 08:00:00', '2024-03-05T08:00:00Z'],
    ].map(
      ([written, right]) =>
        [`{ "created": "${written}" }`, `Treat as UTC: "${right}" → { "created": "${right}" }`] as const,
    ),
    // Where only the name of a zone stands, or two things contradict each other, nothing is certain.
    ...[
      '2024-03-05 08:00:00 CET',
      '2024-03-05 08:00:00 PST',
      'Tue Mar 05 08:09:00 CET 2024',
      'Tue, 05 Mar 2024 08:00:00 EST',
      '2024-03-05 08:00:00 +0200 UTC',
      'Mon Mar 05 2024 08:00:00 GMT+0000',
      'Tue Mar 05 2024 08:00:00 GMT+9900',
      '05/Mar/2024:08:00:00 Z0ulu',
      '2024-03-05T08:00:00[Europe/Paris]',
      'Tue Mar 05 2024 25:00:00 GMT+0000',
    ].map((written) => [`{ "created": "${written}" }`] as const),
    ...[
      ['1709625600.123', '2024-03-05T08:00:00.123Z'],
      ['1709625600123.5', '2024-03-05T08:00:00.1235Z'],
      ['1709625600.000', '2024-03-05T08:00:00Z'],
      ['1.709625600123e+09', '2024-03-05T08:00:00.123Z'],
    ].map(
      ([written, right]) =>
        [`{ "created": "${written}" }`, `Change to "${right}" → { "created": "${right}" }`] as const,
    ),
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
      ['2024-03-05 08:00:00 +0000 UTC', '2024-03-05T08:00:00Z'],
      ['2024-03-05 08:00:00.123456789 +0100 CET m=+0.012345', '2024-03-05T08:00:00.123456789+01:00'],
      ['2024-03-05 08:00:00 +0530 +0530', '2024-03-05T08:00:00+05:30'],
      ['2024-03-05 08:00:00 -0700 PDT', '2024-03-05T08:00:00-07:00'],
      ['Tue Mar 05 2024 08:08:00 GMT+0000 (Coordinated Universal Time)', '2024-03-05T08:08:00+00:00'],
      [
        'Tue Mar 05 2024 08:08:00 GMT-0500 (heure normale de l\u2019Est nord-am\u00e9ricain)',
        '2024-03-05T08:08:00-05:00',
      ],
      ['Tue Mar 05 2024 08:08:00 GMT+0100', '2024-03-05T08:08:00+01:00'],
      ['Tue Mar  5 08:09:00 UTC 2024', '2024-03-05T08:09:00Z'],
      ['Tue Mar  5 08:09:00 PM UTC 2024', '2024-03-05T20:09:00Z'],
      ['Tue  5 Mar 08:09:00 GMT 2024', '2024-03-05T08:09:00Z'],
      ['Tue Mar 5 08:09:00 2024 -0500', '2024-03-05T08:09:00-05:00'],
      ['Tue Mar 05 08:09:00 +0000 2024', '2024-03-05T08:09:00+00:00'],
      ['05/Mar/2024:08:00:00 +0000', '2024-03-05T08:00:00+00:00'],
      ['[05/Mar/2024:08:00:00 -0330]', '2024-03-05T08:00:00-03:30'],
      ['Tue, 05-Mar-2024 08:00:00 GMT', '2024-03-05T08:00:00Z'],
      ['Tuesday, March 5, 2024 at 8:00:00 AM UTC', '2024-03-05T08:00:00Z'],
      ['2024/03/05 08:00:00 +0000', '2024-03-05T08:00:00+00:00'],
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
