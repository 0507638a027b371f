import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyOf } from '../../src/features/duplicate.ts';

const source = { jobId: 'new', now: new Date('2026-01-02T03:04:05.678Z') };

for (const [title, text, copy] of [
  ['the id', '{ "jobId": "old", "name": "x" }', '{ "jobId": "new", "name": "x" }'],
  ['the id under a name that is nearly right', '{ "job_id": "old" }', '{ "job_id": "new" }'],
  [
    'the times, as far from each other as they were, the last one now',
    '{ "created": "2024-03-05T08:00:00+01:00", "modified": "2024-03-05T07:00:02.25Z", "completed": "2024-03-05T07:00:01Z" }',
    '{ "created": "2026-01-02T03:04:03.428Z", "modified": "2026-01-02T03:04:05.678Z", "completed": "2026-01-02T03:04:04.428Z" }',
  ],
  [
    'the times to the millisecond',
    '{ "created": "2024-03-05T07:00:00.1239Z", "modified": "2024-03-05T07:00:01Z" }',
    '{ "created": "2026-01-02T03:04:04.801Z", "modified": "2026-01-02T03:04:05.678Z" }',
  ],
  [
    'no time that is none',
    '{ "created": "yesterday", "modified": null }',
    '{ "created": "yesterday", "modified": null }',
  ],
  ['nothing else', '{ "jobId": 7, /* why */ "status": "DONE", }', '{ "jobId": 7, /* why */ "status": "DONE", }'],
  ['both of two ids', '{ "jobId": "a", "jobId": "b" }', '{ "jobId": "new", "jobId": "new" }'],
  ['in what is left of a record', '{ "jobId": "old", "status": ', '{ "jobId": "new", "status": '],
  ['nothing in a text without properties', '', ''],
  [
    'a time that comes into the first year',
    '{ "created": "7975-01-10T00:00:00Z", "modified": "9999-12-31T00:00:00Z" }',
    '{ "created": "0001-01-12T03:04:05.678Z", "modified": "2026-01-02T03:04:05.678Z" }',
  ],
  [
    'no time that would leave the calendar',
    '{ "created": "0001-01-02T00:00:00Z", "modified": "9999-12-31T00:00:00Z" }',
    '{ "created": "0001-01-02T00:00:00Z", "modified": "2026-01-02T03:04:05.678Z" }',
  ],
] as const) {
  test(`a copy changes ${title}`, () => {
    assert.equal(copyOf(text, source), copy);
  });
}
