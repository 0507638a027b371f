import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { insertBehind, type RangeEdit, removeRecord } from '../../src/features/duplicate-and-remove.ts';
import { recordAt } from '../../src/index/record-at.ts';
import type { RecordIndex } from '../../src/index/record-index.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { Lines } from '../../src/json/lines.ts';
import type { Position } from '../../src/json/position.ts';
import { newIndex } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

/** Records by a digit each: `1` and so on stand for them in the texts. */
const withRecords = (text: string): string =>
  text.replace(/\d/g, (digit) => `{ "jobId": "${digit}", "status": "FAILED" }`);
const withDigits = (text: string): string =>
  text.replace(/\{ "jobId": "(\w)", "status": "FAILED" \}/g, (_record, digit) => digit);

/** Finds the record at the cursor, `|`, and edits the text. */
function edited(
  marked: string,
  format: Format,
  edit: (index: RecordIndex, record: NonNullable<ReturnType<typeof recordAt>>) => readonly RangeEdit[],
): string | undefined {
  const text = withRecords(marked);
  const at = text.indexOf('|');
  const document = new TextDocument(text.replace('|', ''));
  const index = newIndex(document, format);
  index.step();
  const lines = new Lines(document.text);
  const record = recordAt(index, lines.positionAt(at));
  if (!record) return undefined;
  const offsetOf = ({ line, character }: Position): number => {
    const lineStart = [...document.text.matchAll(/\n/g)][line - 1]?.index ?? -1;
    const lineText = document.getText({ start: { line, character: 0 }, end: { line, character: Number.MAX_VALUE } });
    return lineStart + 1 + Math.min(character, lineText.length);
  };
  const edits = edit(index, record).map(({ range: { start, end }, content }) => {
    assert.ok(start.line >= 0, 'else VS Code throws');
    const isPastEnd = end.line >= document.lineCount;
    const length = (isPastEnd ? document.text.length : offsetOf(end)) - offsetOf(start);
    return { offset: offsetOf(start), length, content };
  });
  return edits.length === 0 ? undefined : withDigits(applyEdits(document.text, edits));
}

const inserted = (text: string, format: Format = 'jsonc') =>
  edited(text, format, (index, record) =>
    record.parent === 'none' ? [] : [insertBehind(index, record, withRecords('9'))],
  );
const removed = (text: string, format: Format = 'jsonc') => edited(text, format, removeRecord);

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
  ['{ "items": [1|, 2] }', '{ "items": [1, 9, 2] }', 'lines'],
] as const) {
  test(`a record goes behind the one at the cursor: ${JSON.stringify(before)}`, () => {
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
  test(`a record is removed with its comma, or its line: ${JSON.stringify(before)}`, () => {
    assert.equal(removed(before, format), after);
  });
}

test('where nothing is around a record, or what is around it is broken, nothing is removed', () => {
  assert.equal(removed('1|'), undefined);
  assert.equal(removed('{ "data": 1| }'), undefined);
  assert.equal(removed('[\n  1\n  2|\n]'), undefined);
  assert.equal(removed('[\n  1\n]\n\n|'), undefined);
  assert.equal(removed('[\n  1\n],\n  2|\n'), undefined);
});

test('the last of many records is found as the first: by its position alone', () => {
  const many = `[\n${withRecords('1,\n').repeat(5000)}${withRecords('2')}\n]`;
  const document = new TextDocument(many);
  const index = newIndex(document, 'jsonc');
  index.step();
  let read = 0;
  const { getText } = document;
  document.getText = (range) => {
    const text = getText.call(document, range);
    read += text.length;
    return text;
  };
  const record = recordAt(index, { line: 5001, character: 3 });
  assert.ok(record && removeRecord(index, record).length > 0);
  assert.equal(record.at, 5000);
  assert.ok(read < 1000, `${read}`);
});

test('only what is between a record and its neighbours is read to remove it', () => {
  const document = new TextDocument(withRecords('[1, 2, 3, 4, 5]'));
  const index = newIndex(document, 'json');
  index.step();
  const record = recordAt(index, index.startOf(2));
  const { getText } = document;
  const read: string[] = [];
  document.getText = (range) => {
    const text = getText.call(document, range);
    read.push(text);
    return text;
  };
  assert.equal(record && removeRecord(index, record).length, 1);
  assert.deepEqual(read, [', ', ', ']);
});
