/** A position in a document. Lines and characters count from 0, characters in UTF-16 units, as in VS Code. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export const documentStart: Position = { line: 0, character: 0 };

/** A position after every other. */
export const documentEnd: Position = { line: Number.MAX_SAFE_INTEGER, character: 0 };

/** @returns a negative number if `a` comes before `b`, 0 if they are equal */
export function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

export function later(a: Position, b: Position): Position {
  return compare(a, b) > 0 ? a : b;
}

/** The position of an offset in a text, whose lines end with a line feed. */
export function positionIn(text: string, offset: number): Position {
  let line = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, character: offset - lineStart };
}

/** The position in the document of a position that is relative to `start`. */
export function absolutePosition({ line, character }: Position, start: Position): Position {
  return { line: start.line + line, character: line === 0 ? start.character + character : character };
}

/** The range in the document of a range that is relative to `start`. */
export function absoluteRange(range: Range, start: Position): Range {
  return { start: absolutePosition(range.start, start), end: absolutePosition(range.end, start) };
}

/** A position as people count it: lines and columns from 1. */
export interface DisplayPosition {
  readonly line: number;
  readonly column: number;
}

export function displayPosition({ line, character }: Position): DisplayPosition {
  return { line: line + 1, column: character + 1 };
}
