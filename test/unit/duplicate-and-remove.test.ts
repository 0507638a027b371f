import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { copyOf } from '../../src/features/duplicate.ts';
import { insertAfter, removeRecord } from '../../src/features/duplicate-and-remove.ts';
import { type PlacedRecord, recordAt } from '../../src/index/record-at.ts';
import type { RecordIndex } from '../../src/index/record-index.ts';
import type { RangeEdit } from '../../src/json/edit.ts';
import { edited, openAt } from '../support/cursor.ts';
import { indexOf } from '../support/open-index.ts';

/** Records by a digit each: `1` and so on stand for them in the texts. */
const withRecords = (text: string): string =>
  text.replace(/\d/g, (digit) => `{ "jobId": "${digit}", "status": "FAILED" }`);
const withDigits = (text: string): string =>
  text.replace(/\{ "jobId": "(\w)", "status": "FAILED" \}/g, (_record, digit) => digit);

/** Edits the text at the record at the cursor. */
function editedAt(
  marked: string,
  format: Format,
  edit: (index: RecordIndex, record: PlacedRecord) => readonly RangeEdit[],
): string | undefined {
  const { document, index, cursor } = openAt(withRecords(marked), format);
  const record = recordAt(index, cursor);
  const edits = record ? edit(index, record) : [];
  return edits.length === 0 ? undefined : withDigits(edited(document, edits));
}

const inserted = (text: string, format: Format = 'jsonc') =>
  editedAt(text, format, (index, record) =>
    record.parent === 'none' ? [] : [insertAfter(index, record, withRecords('9'))],
  );
const removed = (text: string, format: Format = 'jsonc') => editedAt(text, format, removeRecord);

const tall = '{\n    "jobId": "1",|\n    "status": "FAILED"\n  }';

for (const [before, after, format = 'jsonc'] of [
  ['[1|]', '[1, 9]'],
  ['[\n  1|,\n  2\n]', '[\n  1,\n  9,\n  2\n]'],
  ['[\n  1,\n  2|\n]', '[\n  1,\n  2,\n  9\n]'],
  ['[\n  1,| // the first\n  2\n]', '[\n  1, // the first\n  9,\n  2\n]'],
  ['[\n  1 ,|// the first\n  2\n]', '[\n  1 ,// the first\n  9,\n  2\n]'],
  ['[\n  1|  // the last\n]', '[\n  1,  // the last\n  9\n]'],
  ['[\n  1|, /* one */  \n  2\n]', '[\n  1, /* one */  \n  9,\n  2\n]'],
  ['[\n  1,\n  2 // the last|\n]', '[\n  1,\n  2, // the last\n  9\n]'],
  ['[\n  1, /* one */|\n  2\n]', '[\n  1, /* one */\n  9,\n  2\n]'],
  [`[\n  ${tall}\n]`, `[\n  ${tall.replace('|', '')},\n  9\n]`],
  ['{ "items": [\n\t1|\n] }', '{ "items": [\n\t1,\n\t9\n] }'],
  ['1\n2|\n3', '1\n2\n9\n3', 'lines'],
  // Where the cursor is in no record, it is one on its line.
  ['[1, |2]', '[1, 2, 9]'],
  ['[1, | 2]', '[1, 9,  2]'],
  ['[\n | 1\n]', '[\n  1,\n  9\n]'],
  [`[${tall.replace('|', '')}, |\n2]`, `[${tall.replace('|', '')}, 9, \n2]`],
  [`[2,\n | ${tall.replace('|', '')}]`, `[2,\n  ${tall.replace('|', '')},\n  9]`],
  ['1\n2 |\n3', '1\n2\n9 \n3', 'lines'],
  ['[{ "items": [1, 2|, 3] }]', '[{ "items": [1, 2, 9, 3] }]'],
  ['[{ | "items": [1, 2] }]', '[{  "items": [1, 9, 2] }]'],
  ['[{ "items": [1, 2, 3], "next": | null }]', '[{ "items": [1, 2, 3, 9], "next":  null }]'],
] as const) {
  test(`a copy goes after the record at the cursor: ${JSON.stringify(before)}`, () => {
    assert.equal(inserted(before, format), after);
  });
}

for (const [before, after, format = 'jsonc'] of [
  ['[1|]', '[]'],
  ['[1|, 2]', '[2]'],
  ['[1, 2|]', '[1]'],
  ['[\n  1|,\n  2\n]', '[\n  2\n]'],
  ['[\n  1,\n  2|,\n  3\n]', '[\n  1,\n  3\n]'],
  ['[\n  1,\n  2|\n]', '[\n  1\n]'],
  ['[\n  // about 1\n  1|,\n  // about 2\n  2\n]', '[\n  // about 1\n  // about 2\n  2\n]'],
  ['[\n  1,\n  2|, // trailing\n]', '[\n  1\n  // trailing\n]'],
  [`[\n  ${tall},\n  2\n]`, '[\n  2\n]'],
  ['{ "items": [1|, 2], "total": 2 }', '{ "items": [2], "total": 2 }'],
  ['{ "items": [1|] }', '{ "items": [] }'],
  ['{ "items": [1, 2|] }', '{ "items": [1] }'],
  ['[1, 2|, /* about 3 */ 3]', '[1, /* about 3 */ 3]'],
  ['1\n2|\n3\n', '1\n3\n', 'lines'],
  ['1|', '', 'lines'],
  ['1\n2|', '1', 'lines'],
  ['1|\n', '', 'lines'],
  ['{ "items": [1, 2|] }\n', '{ "items": [1] }\n', 'lines'],
  ['1\n{ "items": [1|, 2] }\n', '1\n{ "items": [2] }\n', 'lines'],
  // Its comments go with a record.
  ['[{ "items": [1, { "jobId": /* c */ "x", "status": "FAILED" }|] }]', '[{ "items": [1] }]'],
  ['1\n\u200b{ "items": [1, 2|, 3] }\n', '1\n\u200b{ "items": [1, 3] }\n', 'lines'],
  ['[5,\n  { "items": [\n    1,\n    2|\n  ] }]', '[5,\n  { "items": [\n    1\n  ] }]'],
] as const) {
  test(`a record is removed with its comma or its line: ${JSON.stringify(before)}`, () => {
    assert.equal(removed(before, format), after);
  });
}

test('a record that is in no list, or in a broken one, is not removed', () => {
  for (const text of ['1|', '{ "data": 1| }', '[\n  1\n  2|\n]', '[\n  1\n],\n  2|\n'])
    assert.equal(removed(text), undefined);
});

test('a line without a record has nothing to remove', () => {
  for (const text of ['|', '|\n[1]', '[\n1,\n|\n2]', '[1]\n|', '[\n  1\n]\n\n|'])
    assert.equal(removed(text), undefined);
  assert.equal(removed('1\n|\n2', 'lines'), undefined);
});

test('a list without records, which Windows PowerShell wrapped, has no record at any position', () => {
  const index = indexOf('{ "value": [], "Count": 0 }', 'lines');
  assert.equal(recordAt(index, { line: 0, character: 0 }), undefined);
});

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
    'no value that is not a time',
    '{ "created": "yesterday", "modified": null }',
    '{ "created": "yesterday", "modified": null }',
  ],
  ['nothing else', '{ "jobId": 7, /* why */ "status": "DONE", }', '{ "jobId": 7, /* why */ "status": "DONE", }'],
  ['both of two ids', '{ "jobId": "a", "jobId": "b" }', '{ "jobId": "new", "jobId": "new" }'],
  ['the id in a part of a record', '{ "jobId": "old", "status": ', '{ "jobId": "new", "status": '],
  ['nothing in a text without properties', '', ''],
  [
    'a time, into the first year',
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
