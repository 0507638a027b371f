import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDateTime } from '../../src/record/times/date-time.ts';
import { durationIn, secondsBetween, shortDurationIn } from '../../src/record/times/duration.ts';

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
] as const) {
  test(`${seconds} seconds are ${words}`, () => {
    assert.equal(durationIn(seconds), words);
  });
}

test('the seconds between two instants, to the millisecond', () => {
  const between = (from: string, to: string) => {
    const [start, end] = [parseDateTime(from), parseDateTime(to)];
    return start && end && secondsBetween(start, end);
  };
  assert.equal(between('2024-03-05T08:00:00Z', '2024-03-05T09:00:02.5+01:00'), 2.5);
  assert.equal(between('2024-03-05T08:00:00Z', '2024-03-05T07:59:59Z'), -1);
  assert.equal(between('2024-03-05T08:00:00.0001Z', '2024-03-05T08:00:00.0009Z'), 0);
});

test('a table has short units', () => {
  assert.deepEqual([0, 45, 250, 7_260, 86_400 * 400].map(shortDurationIn), [
    '< 1 s',
    '45 s',
    '4 min 10 s',
    '2 h 1 min',
    '1 y 1 mo',
  ]);
});
