import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { zoneNameOf } from '../../src/record/times/zone-name.ts';

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
  test(`in ${zone}, the zone is named where the clock shows a time twice`, () => {
    process.env.TZ = zone;
    for (const [time, name] of times) assert.equal(zoneNameOf(new Date(time), 'en-US'), name, time);
  });
}
