import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordIndex } from '../../src/index/record-index.ts';
import { newIndex } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

function linesIndex(text: string): RecordIndex {
  const index = newIndex(new TextDocument(text), 'lines');
  index.step();
  return index;
}

/** The findings of an entry as `rule text`. */
function found(text: string, at: number): string[] {
  const index = linesIndex(text);
  const { start } = index.entryAt(at);
  return index.findingsOf(at).map(({ finding: { rule }, range }) => {
    const line = start.line + range.start.line;
    const [from, to] = [range.start, range.end].map(({ character }) => start.character + character) as [number, number];
    return `${rule} ${index.source.getText({ start: { line, character: from }, end: { line, character: to } })}`;
  });
}

test('the findings of a line are where they are in the line, whatever is around its record', () => {
  assert.deepEqual(found('{}\n  { "status": "X" }', 1), ['enum "X"']);
  assert.deepEqual(found('{}\n\u200b{ "status": "X" }', 1), ['syntax \u200b', 'enum "X"']);
  assert.deepEqual(found('{}\n{ "status": "X" } { "status": "Y" }', 1), ['syntax {', 'enum "X"']);
});

test('a line that holds no value has a syntax error, and nothing else', () => {
  assert.deepEqual(found('{}\noops', 1), ['syntax oops']);
  assert.deepEqual(found('{}\n"a" "b"', 1), ['syntax "b"']);
});

test('the id of a record is where it is in the line, also behind what nobody sees', () => {
  const record = '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "X" }';
  const character = record.indexOf('"3469');
  assert.deepEqual(linesIndex(`{}\n${record}`).entryAt(1).jobIdAt, { line: 0, character });
  assert.deepEqual(linesIndex(`{}\n\u200b${record}`).entryAt(1).jobIdAt, { line: 0, character: character + 1 });
});
