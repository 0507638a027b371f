import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listInsertion } from '../../src/features/insertion.ts';
import { Lines } from '../../src/json/lines.ts';
import { newIndex } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

const record = '{ "jobId": "x", "status": "FAILED" }';

/** Puts `R` where a record would go; `|` is the cursor. */
function inserted(marked: string): string | undefined {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const index = newIndex(new TextDocument(text), 'jsonc');
  index.step();
  const place = listInsertion(index, new Lines(text).positionAt(at));
  if (!place) return undefined;
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  const { range, before, after, isOnOneLine, isIndented } = place;
  const written = `${before}${isIndented ? '\t' : ''}${isOnOneLine ? 'R1' : 'R'}${after}`;
  return text.slice(0, offsetOf(range.start)) + written + text.slice(offsetOf(range.end));
}

const tall = `{\n    "jobId": "x",\n    "status": "FAILED"\n  }`;

for (const [title, before, after] of [
  ['behind the record at the cursor', `[\n  {|${tall.slice(1)},\n  ${tall}\n]`, `[\n  ${tall},\nR,\n  ${tall}\n]`],
  ['behind the last one, from below', `[\n  ${tall}\n]|\n`, `[\n  ${tall},\nR\n]\n`],
  ['between two', `[\n  ${tall},|\n  ${tall}\n]`, `[\n  ${tall},\nR,\n  ${tall}\n]`],
  ['before the first', `|[\n  ${tall}\n]`, `[\n  R,\n${tall}\n]`],
  ['behind the record whose first character is at the cursor', `[\n  |${tall}\n]`, `[\n  ${tall},\nR\n]`],
  ['before the first, a record a line', `|[\n  ${record}\n]`, `[\n  R1,\n${record}\n]`],
  ['before the first, on one line', `|[${record}]`, `[R1, ${record}]`],
  ['before the first, which starts on the line of the bracket', `|[${tall}]`, `[R1, ${tall}]`],
  ['a record a line', `[\n  ${record},\n  ${record}|\n]`, `[\n  ${record},\n  ${record},\nR1\n]`],
  ['on one line', `[${record}|, ${record}]`, `[${record}, R1, ${record}]`],
  ['before a comma that nothing follows', `[\n  ${tall}|,\n]`, `[\n  ${tall},\nR,\n]`],
  ['an empty list', '[|]', '[\n\tR\n]'],
  ['an empty list on two lines', '[\n|]', '[\n\tR\n]'],
  ['an empty list with spaces in it', '[|  ]\n', '[\n\tR\n]\n'],
  ['before the comment in an empty list', '[|\n  // none yet\n]', '[\n\tR\n  // none yet\n]'],
  ['in an envelope', `{ "items": [\n  ${tall}|\n], "total": 1 }`, `{ "items": [\n  ${tall},\nR\n], "total": 1 }`],
] as const) {
  test(`a new record goes ${title}`, () => {
    assert.equal(inserted(before), after);
  });
}

test('a single record is no list', () => {
  assert.equal(inserted(`|${record}`), undefined);
});
