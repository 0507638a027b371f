import assert from 'node:assert/strict';
import type { Format } from '../../src/document/value-scanner.ts';
import { Lines } from '../../src/json/lines.ts';
import { compare, type Position, type Range } from '../../src/json/position.ts';
import { open } from './open-index.ts';
import type { TextDocument } from './text-document.ts';

/** A document, its index, and the position of the cursor, `|`. */
export function openAt(marked: string, format: Format) {
  const text = marked.replace('|', '');
  const { document, index } = open(text, format);
  return { document, index, cursor: new Lines(text).positionAt(marked.indexOf('|')) };
}

/** The text of a document after edits, as VS Code applies them: a position after the end is the end. */
export function edited(
  document: TextDocument,
  edits: readonly { readonly range: Range; readonly content: string }[],
): string {
  const changes = edits.map(({ range, content }) => ({
    range: { start: inside(document, range.start), end: inside(document, range.end) },
    text: content,
  }));
  document.apply(changes.toSorted((a, b) => compare(b.range.start, a.range.start)));
  return document.text;
}

function inside(document: TextDocument, { line, character }: Position): Position {
  assert.ok(line >= 0 && character >= 0, 'else VS Code throws');
  const last = Math.min(line, document.lineCount - 1);
  const { length } = document.getText({
    start: { line: last, character: 0 },
    end: { line: last, character: Number.MAX_SAFE_INTEGER },
  });
  return { line: last, character: last < line ? length : Math.min(character, length) };
}
