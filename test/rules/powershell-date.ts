import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "created": "\\/Date(1620771796000)\\/" }', 'powershell-date "\\/Date(1620771796000)\\/"'],
    ['{ "created": "/Date(-1+0200)/" }', 'powershell-date "/Date(-1+0200)/"'],
    ['{ "created": "/Date(99999999999999999)/" }', 'powershell-date "/Date(99999999999999999)/"'],
    [
      '{ "created": { "value": "/Date(0)/", "DisplayHint": 2, "DateTime": "x" } }',
      'powershell-date { "value": "/Date(0)/", "DisplayHint": 2, "DateTime": "x" }',
    ],
    ['{ "name": "/Date(0)/" }'],
    [
      '{ "created": { "value": "2024-03-05T08:00:00.1234567+01:00", "DisplayHint": 2 } }',
      'powershell-date { "value": "2024-03-05T08:00:00.1234567+01:00", "DisplayHint": 2 }',
    ],
    [
      '{ "created": { "value": "/Date(0)/", "PSPath": "x" } }',
      'powershell-date { "value": "/Date(0)/", "PSPath": "x" }',
    ],
    ['{ "created": { "value": "2024-03-05T08:00:00Z" } }', 'type { "value": "2024-03-05T08:00:00Z" }'],
    ['{ "created": { "value": "/Date(0)/", "zone": "CET" } }', 'type { "value": "/Date(0)/", "zone": "CET" }'],
  ],
  sentences: [
    [
      '{ "created": "\\/Date(1620771796000)\\/" }',
      'Use "2021-05-11T22:23:16Z": this is Windows PowerShell\'s date format, which other tools cannot read.',
    ],
    [
      '{ "created": "/Date(-1+0200)/" }',
      'Use "1969-12-31T23:59:59.999Z": this is Windows PowerShell\'s date format, which other tools cannot read.',
    ],
    [
      '{ "created": "/Date(99999999999999999)/" }',
      "This is Windows PowerShell's date format, with a year that RFC 3339 cannot write. Use a year from 0001 to 9999.",
    ],
    [
      '{ "created": { "value": "/Date(0)/", "DisplayHint": 2, "DateTime": "x" } }',
      'Use only the time in it, "1970-01-01T00:00:00Z": PowerShell wrote "created" as an object.',
    ],
    [
      '{ "created": { "value": "2024-03-05T08:00:00", "DateTime": "x" } }',
      'Use only the time in it, "2024-03-05T08:00:00": PowerShell wrote "created" as an object. Add its offset, such as "Z" for UTC.',
    ],
  ],
  fixes: [
    [
      '{ "created": "\\/Date(1620771796123)\\/" }',
      '* Change to "2021-05-11T22:23:16.123Z" → { "created": "2021-05-11T22:23:16.123Z" }',
    ],
    [
      '{ "created": "/Date(-62135596800000)/" }',
      '* Change to "0001-01-01T00:00:00Z" → { "created": "0001-01-01T00:00:00Z" }',
    ],
    ['{ "created": "/Date(-62135596800001)/" }'],
    [
      '{ "created": "/Date(253402300799000)/" }',
      '* Change to "9999-12-31T23:59:59Z" → { "created": "9999-12-31T23:59:59Z" }',
    ],
    ['{ "created": "/Date(253402300800000)/" }'],
    [
      '{ "created": { "value": "2024-03-05T08:00:00.1234567+01:00", "DisplayHint": 2 } }',
      '* Change to "2024-03-05T08:00:00.1234567+01:00" → { "created": "2024-03-05T08:00:00.1234567+01:00" }',
    ],
    [
      '{ "created": { "value": "2024-03-05T08:00:00", "DateTime": "x" } }',
      'Treat as UTC: "2024-03-05T08:00:00Z" → { "created": "2024-03-05T08:00:00Z" }',
    ],
  ],
};
