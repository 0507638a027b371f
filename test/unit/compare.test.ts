import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparable, comparedRecord, pairLists } from '../../src/features/compare.ts';
import '../support/seed.ts';

test('a record is compared in the order of the schema, with its times in UTC', () => {
  assert.equal(
    comparable(
      '{ "created": "2024-03-05T09:00:00.1200+01:00", /* x */ "jobId": "a", "totalObjectCount": 9007199254740993, }',
    ),
    '{\n  "jobId": "a",\n  "created": "2024-03-05T08:00:00.12Z",\n  "totalObjectCount": 9007199254740993\n}',
  );
  assert.equal(comparable('{ "modified": "soon", "name": 5 }'), '{\n  "modified": "soon",\n  "name": 5\n}');
  assert.equal(comparable('{ "name": '), '{ "name": ', 'broken text stays');
});

test('two lists are paired by jobId, and records of only one list stand out', () => {
  const list = (...records: (readonly [id: string | undefined, text: string])[]) =>
    records.map(([jobId, text]) => comparedRecord(jobId, text));
  assert.deepEqual(
    pairLists(
      list(['a', '1'], ['b', '2'], [undefined, '3'], ['c', '4'], ['a', '5']),
      list(['a', '6'], [undefined, '3'], ['d', '7'], ['b', '2'], ['a', '5'], [undefined, '8']),
    ),
    ['[\n  1,\n  2,\n  3,\n  4,\n  5\n]\n', '[\n  6,\n  2,\n  3,\n  5,\n  7,\n  8\n]\n'],
  );
  assert.deepEqual(pairLists([], list(['a', '{\n  "x": 1\n}'])), ['[]\n', '[\n  {\n    "x": 1\n  }\n]\n']);
});
