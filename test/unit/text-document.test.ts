import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from '../support/text-document.ts';

/** Lines of all sorts: empty ones, ones with characters of two units. */
const someText = fc
  .array(fc.constantFrom('', 'a', '{ "x": 1 },', 'é😀', '"'), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

/** The place of an offset, counted in the text alone. */
function placeIn(text: string, offset: number): { readonly line: number; readonly character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

test('changes of a document are those of its text', () => {
  const change = fc.record({ at: fc.nat(), length: fc.nat(12), text: someText });
  fc.assert(
    fc.property(someText, fc.array(change, { maxLength: 6 }), (before, changes) => {
      const document = new TextDocument(before);
      let expected = before;
      for (const { at, length, text } of changes) {
        const offset = at % (expected.length + 1);
        const end = Math.min(offset + length, expected.length);
        document.apply([{ range: { start: placeIn(expected, offset), end: placeIn(expected, end) }, text }]);
        expected = expected.slice(0, offset) + text + expected.slice(end);
      }
      assert.equal(document.text, expected);
      assert.equal(document.lineCount, expected.split('\n').length);
    }),
  );
});

test('the text of a range is what stands between its two places', () => {
  fc.assert(
    fc.property(someText, fc.nat(), fc.nat(), (text, one, other) => {
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      const range = { start: placeIn(text, start ?? 0), end: placeIn(text, end ?? 0) };
      assert.equal(new TextDocument(text).getText(range), text.slice(start, end));
    }),
  );
});

test('a range beyond the document ends where it does', () => {
  const range = { start: { line: 0, character: 2 }, end: { line: 9, character: 0 } };
  assert.equal(new TextDocument('abc\nd').getText(range), 'c\nd');
});

test('line ends become those of most lines, whatever is inserted', () => {
  const document = new TextDocument('a\r\nb\nc\r\n');
  const place = { line: 3, character: 0 };
  document.apply([{ range: { start: place, end: place }, text: 'd\ne\r' }]);
  assert.equal(document.text, 'a\r\nb\r\nc\r\nd\r\ne\r\n');
});

test('several changes of one event count their places from before it, the last of them first', () => {
  const document = new TextDocument('one\ntwo\nthree');
  const at = (line: number, character: number, end: number, text: string) => ({
    range: { start: { line, character }, end: { line, character: end } },
    text,
  });
  document.apply([at(2, 0, 5, '3'), at(0, 0, 3, '1\n1')]);
  assert.equal(document.text, '1\n1\ntwo\n3');
});
