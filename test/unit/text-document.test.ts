import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Position } from '../../src/json/position.ts';
import { Shift } from '../../src/json/text-source.ts';
import { TextDocument } from '../support/text-document.ts';

/** All kinds of lines: empty ones, and ones with characters of two UTF-16 units. */
const someText = fc
  .array(fc.constantFrom('', 'a', '{ "x": 1 },', 'é😀', '"'), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

/** The position of an offset, computed from the text alone. */
function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

test('changes of a document are changes of its text', () => {
  const change = fc.record({ at: fc.nat(), length: fc.nat(12), text: someText });
  fc.assert(
    fc.property(someText, fc.array(change, { maxLength: 6 }), (before, changes) => {
      const document = new TextDocument(before);
      let expected = before;
      for (const { at, length, text } of changes) {
        const offset = at % (expected.length + 1);
        const end = Math.min(offset + length, expected.length);
        document.apply([{ range: { start: positionIn(expected, offset), end: positionIn(expected, end) }, text }]);
        expected = expected.slice(0, offset) + text + expected.slice(end);
      }
      assert.equal(document.text, expected);
      assert.equal(document.lineCount, expected.split('\n').length);
    }),
  );
});

test('what is behind a change moves with it, and what it replaces moves to its end', () => {
  const replacement = fc.record({ at: fc.nat(), length: fc.nat(12), text: someText, later: fc.nat() });
  fc.assert(
    fc.property(someText, replacement, (before, { at, length, text, later }) => {
      const offset = at % (before.length + 1);
      const end = Math.min(offset + length, before.length);
      const after = before.slice(0, offset) + text + before.slice(end);
      const range = { start: positionIn(before, offset), end: positionIn(before, end) };
      const shift = new Shift({ range, text });
      const behind = end + (later % (before.length - end + 1));
      const moved = positionIn(after, behind - before.length + after.length);
      assert.deepEqual(shift.moved(positionIn(before, behind)), moved);
      assert.deepEqual(shift.moved(range.start), positionIn(after, offset + text.length));
    }),
  );
});

test('the text of a range is the text between its two positions', () => {
  fc.assert(
    fc.property(someText, fc.nat(), fc.nat(), (text, one, other) => {
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      const range = { start: positionIn(text, start ?? 0), end: positionIn(text, end ?? 0) };
      assert.equal(new TextDocument(text).getText(range), text.slice(start, end));
    }),
  );
});

test('a range that exceeds the document ends where it does', () => {
  const range = { start: { line: 0, character: 2 }, end: { line: 9, character: 0 } };
  assert.equal(new TextDocument('abc\nd').getText(range), 'c\nd');
});

test('inserted line ends become those of most lines', () => {
  const document = new TextDocument('a\r\nb\nc\r\n');
  const end = { line: 3, character: 0 };
  document.apply([{ range: { start: end, end }, text: 'd\ne\r' }]);
  assert.equal(document.text, 'a\r\nb\r\nc\r\nd\r\ne\r\n');
});

test('the changes of one event are relative to the document before it, last position first', () => {
  const document = new TextDocument('one\ntwo\nthree');
  const at = (line: number, character: number, end: number, text: string) => ({
    range: { start: { line, character }, end: { line, character: end } },
    text,
  });
  document.apply([at(2, 0, 5, '3'), at(0, 0, 3, '1\n1')]);
  assert.equal(document.text, '1\n1\ntwo\n3');
});
