import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { recordAt } from '../../src/index/record-at.ts';
import { Lines } from '../../src/json/lines.ts';
import { newIndex } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

/** Records by a digit each: `1` and so on stand for them in the texts. */
const withRecords = (text: string): string =>
  text.replace(/\d/g, (digit) => `{ "jobId": "${digit}", "status": "FAILED" }`);

/** The digit of the record at `|`, and what the record is an item of. */
function found(marked: string, format: Format = 'json'): string | undefined {
  const text = withRecords(marked);
  const document = new TextDocument(text.replace('|', ''));
  const index = newIndex(document, format);
  index.step();
  const record = recordAt(index, new Lines(document.text).positionAt(text.indexOf('|')));
  if (!record) return undefined;
  return `${/"jobId": "(\d)/.exec(document.getText(record.range))?.[1]}, ${record.parent}`;
}

const tall = (digit: string) => `{\n  "jobId": "${'abc'.indexOf(digit) + 1}",\n  "status": "FAILED"\n}`;

for (const [what, before, expected, format = 'json'] of [
  ['that starts at it', '[1, |2]', '2, list'],
  ['that ends at it', '[1|, 2]', '1, list'],
  ['before it, on its line', '[1, | 2]', '1, list'],
  ['behind it, on its line', '[\n | 1\n]', '1, list'],
  ['whose last line it is behind', `[${tall('a')}, |\n${tall('b')}]`, '1, list'],
  ['whose first line it is before', `[${tall('a')},\n | ${tall('b')}]`, '2, list'],
  ['on its line of JSON Lines', '1\n2 |\n3', '2, lines', 'lines'],
  ['that is alone in the file', '1|', '1, none'],
  ['in the list of an envelope', '{ "items": [1, 2|] }', '2, list'],
  ['in an item that is an envelope', '[{ "items": [1, 2|, 3] }]', '2, list'],
  ['behind it, in an item that is an envelope', '[{ | "items": [1, 2] }]', '1, list'],
  ['before it, in an item that is an envelope', '[{ "items": [1, 2, 3], "next": | null }]', '3, list'],
  ['that is alone in an envelope', '[{ "data": 1| }]', '1, none'],
] as const) {
  test(`the record at a position is the one ${what}`, () => {
    assert.equal(found(before, format), expected);
  });
}

test('where no record is on the line, there is none', () => {
  assert.equal(found('|\n[1]'), undefined);
  assert.equal(found('[\n1,\n|\n2]'), undefined);
  assert.equal(found('[1]\n|'), undefined);
  assert.equal(found('|'), undefined);
  assert.equal(found('1\n|\n2', 'lines'), undefined);
});

test('PowerShell’s wrapper around nothing has no record', () => {
  const document = new TextDocument('{ "value": [], "Count": 0 }');
  const index = newIndex(document, 'lines');
  index.step();
  assert.deepEqual(index.recordsInside(0), []);
  assert.equal(recordAt(index, { line: 0, character: 0 }), undefined);
});
