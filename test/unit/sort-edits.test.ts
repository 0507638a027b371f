import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { sortAllRecords, sortRecord } from '../../src/features/sort-edits.ts';
import { newIndex } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

/** The text with all its records sorted. */
function sorted(text: string, format: Format = 'json'): string {
  const document = new TextDocument(text);
  const index = newIndex(document, format);
  index.step();
  const edits = [...sortAllRecords(index)].flat();
  document.apply(edits.toReversed().map(({ range, content }) => ({ range, text: content })));
  return document.text;
}

const mixed = '{ "status": "FAILED", "jobId": "x" }';
const inOrder = '{ "jobId": "x", "status": "FAILED" }';

for (const [what, before, after, format = 'json'] of [
  ['one record', mixed, inOrder],
  ['a list', `[\n  ${mixed},\n  ${inOrder},\n  ${mixed}\n]`, `[\n  ${inOrder},\n  ${inOrder},\n  ${inOrder}\n]`],
  [
    'records over several lines',
    '[\n {\n  "status": "FAILED",\n  "jobId": "x"\n }\n]',
    '[\n {\n  "jobId": "x",\n  "status": "FAILED"\n }\n]',
  ],
  ['JSON Lines', `${mixed}\n${mixed}\n`, `${inOrder}\n${inOrder}\n`, 'lines'],
  ['an envelope', `{ "total": 1, "items": [${mixed}] }`, `{ "total": 1, "items": [${inOrder}] }`],
  [
    'an item that is an envelope',
    `[{ "status": 200, "items": [${mixed}, ${mixed}] }]`,
    `[{ "status": 200, "items": [${inOrder}, ${inOrder}] }]`,
  ],
  [
    'what is not a record, and stays',
    '[{ "type": "EXPORT", "jobId": "x" }, 5]',
    '[{ "type": "EXPORT", "jobId": "x" }, 5]',
  ],
  [
    'a broken record, which stays',
    `[{ "status": "FAILED", "jobId": x }, ${mixed}]`,
    `[{ "status": "FAILED", "jobId": x }, ${inOrder}]`,
  ],
] as const) {
  test(`sorting the properties of all records reaches ${what}`, () => {
    assert.equal(sorted(before, format), after);
  });
}

test('a record that is sorted has no edits', () => {
  const index = newIndex(new TextDocument(inOrder), 'json');
  index.step();
  assert.deepEqual(sortRecord(index, index.entryAt(0)), []);
});
