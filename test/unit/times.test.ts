import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { message } from '../../src/record/message.ts';
import { dateOf, isDateTime, parseDateTime } from '../../src/record/times/date-time.ts';
import { durationIn, secondsBetween, shortDurationIn } from '../../src/record/times/duration.ts';
import { zoneNameOf } from '../../src/record/times/zone-name.ts';
import { findingsOf } from '../support/findings.ts';

test('a date and time of RFC 3339 is valid', () => {
  for (const text of [
    '2021-05-11T22:23:16Z',
    '2021-05-11t22:23:16z',
    '2021-05-11T22:23:16.1Z',
    '2021-05-11T22:23:16.123456789012345678901234567890+23:59',
    '2024-02-29T00:00:00-00:00',
    '2000-02-29T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2016-12-31T23:59:60Z',
    '2017-01-01T00:59:60+01:00',
    '2016-12-31T15:59:60.5-08:00',
  ])
    assert.ok(isDateTime(text), text);
});

test('any other date and time is invalid', () => {
  for (const text of [
    '',
    '2021-05-11',
    '2021-05-11 22:23:16Z',
    '2021-05-11T22:23:16',
    '2021-05-11T22:23:16+0000',
    '2021-05-11T22:23:16,5Z',
    '2021-05-11T22:23:16.Z',
    '2021-05-11T22:23Z',
    '2021-5-11T22:23:16Z',
    '2021-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2021-04-31T00:00:00Z',
    '2021-06-31T00:00:00Z',
    '2021-09-31T00:00:00Z',
    '2021-11-31T00:00:00Z',
    '2021-00-01T00:00:00Z',
    '2021-13-01T00:00:00Z',
    '2021-01-00T00:00:00Z',
    '2021-05-11T24:00:00Z',
    '2021-05-11T22:60:00Z',
    '2021-05-11T22:23:61Z',
    '2021-05-11T22:23:60Z',
    '2016-12-31T23:59:60+01:00',
    '2021-05-11T22:23:16+24:00',
    '2021-05-11T22:23:16+00:60',
    ' 2021-05-11T22:23:16Z',
    '2021-05-11T22:23:16Z\n',
    '２021-05-11T22:23:16Z',
  ])
    assert.ok(!isDateTime(text), JSON.stringify(text));
});

/** The message about an invalid time. */
function sentenceOf(time: string): string {
  const [finding] = findingsOf(JSON.stringify({ created: time }));
  assert.ok(finding?.rule === 'date-time', time);
  return message(finding);
}

test('the message about a time that is not in the calendar says that it does not exist', () => {
  for (const time of [
    '2021-02-30T22:23:16Z',
    '2021-02-30t22:23:16z',
    '2021-02-30T22:23:16',
    '2021-02-30T22:23:16.125Z',
    '2021-02-30T22:23:16-01:30',
    '2021-05-11T22:23:16+25:00',
  ])
    assert.match(sentenceOf(time), /does not exist/);
});

test('the message about a time in a local format says so', () => {
  for (const time of [
    '3/5/2024',
    ' 3/5/2024',
    '  3/5/2024',
    '03/15/24',
    '15.3.2024',
    '2024/03/15',
    'at 8:00 AM',
    'at 8:00 pm',
    'at 8:00 p.m. or so',
    'March 5, 2024',
    '5 Dec 2024',
    'Fri, 30 Feb 2024 08:00:00 GMT',
  ])
    assert.match(sentenceOf(time), /is in a local format/);
});

test('the message about any other time shows an example', () => {
  for (const time of [
    'yesterday',
    'on 3/5/2024',
    '3/5',
    '3/5/2',
    'on 2021-02-30T22:23:16Z',
    '2021-02-30T22:23:16Zulu',
    'a programme',
  ])
    assert.equal(sentenceOf(time), '"created" must be an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".');
});

test('a date is the same instant in UTC, in whole seconds', () => {
  assert.equal(dateOf('2024-03-05T08:00:02.5+01:00')?.toISOString(), '2024-03-05T07:00:02.000Z');
  assert.equal(dateOf('2024-03-05T08:00:02-05:30')?.toISOString(), '2024-03-05T13:30:02.000Z');
});

test('a duration is told by its two largest units', () => {
  for (const [seconds, words] of [
    [0, 'less than a second'],
    [0.999, 'less than a second'],
    [1, '1 second'],
    [59.9, '59 seconds'],
    [60, '1 minute'],
    [61, '1 minute 1 second'],
    [599, '9 minutes 59 seconds'],
    [600, '10 minutes'],
    [3_600, '1 hour'],
    [7_260, '2 hours 1 minute'],
    [86_400 * 9 + 3_600 * 5, '9 days 5 hours'],
    [86_400 * 10 + 3_600 * 5, '10 days'],
    [86_400 * 12 + 3_600 * 5, '12 days'],
    [86_400 * 40, '1 month 9 days'],
    [86_400 * 400, '1 year 1 month'],
    [86_400 * 366 * 20, '20 years'],
  ] as const)
    assert.equal(durationIn(seconds), words, `${seconds}`);
});

test('the seconds between two times are right to the millisecond', () => {
  const between = (from: string, to: string) => {
    const [start, end] = [parseDateTime(from), parseDateTime(to)];
    return start && end && secondsBetween(start, end);
  };
  assert.equal(between('2024-03-05T08:00:00Z', '2024-03-05T09:00:02.5+01:00'), 2.5);
  assert.equal(between('2024-03-05T08:00:00Z', '2024-03-05T07:59:59Z'), -1);
  assert.equal(between('2024-03-05T08:00:00.0001Z', '2024-03-05T08:00:00.0009Z'), 0);
});

test('a table has durations with short units', () => {
  assert.deepEqual([0, 45, 250, 7_260, 86_400 * 400].map(shortDurationIn), [
    '< 1 s',
    '45 s',
    '4 min 10 s',
    '2 h 1 min',
    '1 y 1 mo',
  ]);
});

const { TZ } = process.env;
afterEach(() => {
  process.env.TZ = TZ ?? 'UTC';
});

/** Times around the moment when the clock is put back, or forward, in a zone, and the name that each needs. */
const zones: Readonly<Record<string, readonly (readonly [time: string, name: string | undefined])[]>> = {
  'America/New_York': [
    ['2024-11-03T04:59:59Z', undefined],
    ['2024-11-03T05:00:00Z', 'EDT'],
    ['2024-11-03T05:30:00Z', 'EDT'],
    ['2024-11-03T06:30:00Z', 'EST'],
    ['2024-11-03T06:59:59Z', 'EST'],
    ['2024-11-03T07:00:00Z', undefined],
    ['2024-03-10T07:00:00Z', undefined],
  ],
  'Australia/Lord_Howe': [
    ['2024-04-06T14:29:59Z', undefined],
    ['2024-04-06T14:30:00Z', 'GMT+11'],
    ['2024-04-06T15:29:59Z', 'GMT+10:30'],
    ['2024-04-06T15:30:00Z', undefined],
  ],
  'Europe/Berlin': [
    ['2024-10-27T00:30:00Z', 'GMT+2'],
    ['2024-10-27T01:30:00Z', 'GMT+1'],
    ['2024-10-27T02:00:00Z', undefined],
  ],
  'Asia/Kolkata': [['2024-11-03T05:30:00Z', undefined]],
};

for (const [zone, times] of Object.entries(zones)) {
  test(`a time that the clock in ${zone} shows twice has the name of its zone`, () => {
    process.env.TZ = zone;
    for (const [time, name] of times) assert.equal(zoneNameOf(new Date(time), 'en-US'), name, time);
  });
}
