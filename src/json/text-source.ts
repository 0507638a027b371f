import { Lines } from './lines.ts';
import { absolutePosition, compare, type Position, type Range } from './position.ts';
import type { Excerpt } from './span.ts';

/** A document as an editor holds it: line by line, and only the requested lines are joined. */
export interface TextSource {
  readonly lineCount: number;
  /** The text of a range, or all of it. A position after the end of a line or of the document counts as that end. */
  getText(range?: Range): string;
}

/** A line without its line end. */
export function lineText(source: TextSource, line: number): string {
  return source.getText({ start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } });
}

/** A part of a document as a text of its own. */
export function excerptOf(source: TextSource, range: Range): Excerpt<Position> {
  const text = source.getText(range);
  const lines = new Lines(text);
  return { text, at: (offset) => absolutePosition(lines.positionAt(offset), range.start) };
}

/** An edit, with the properties of `vscode.TextDocumentContentChangeEvent`. */
export interface TextChange {
  /** The replaced range, in the document before the edit. */
  readonly range: Range;
  readonly text: string;
}

/** How a change moves the text after it. */
export class Shift {
  readonly start: Position;
  readonly oldEnd: Position;
  readonly newEnd: Position;

  constructor({ range, text }: TextChange) {
    this.start = range.start;
    this.oldEnd = range.end;
    const lines = text.split(/\r\n|\r|\n/);
    const last = lines.at(-1)?.length ?? 0;
    const isOneLine = lines.length === 1;
    this.newEnd = {
      line: range.start.line + lines.length - 1,
      character: isOneLine ? range.start.character + last : last,
    };
  }

  /** How many lines the change adds. */
  get lines(): number {
    return this.newEnd.line - this.oldEnd.line;
  }

  /** How many characters the change adds before the text that follows it on its last line. */
  get characters(): number {
    return this.newEnd.character - this.oldEnd.character;
  }

  /** Where the text from `position` on is now, as far as it is after the change. */
  moved(position: Position): Position {
    if (compare(position, this.oldEnd) < 0) return this.newEnd;
    const isOnLine = position.line === this.oldEnd.line;
    return {
      line: position.line + this.lines,
      character: isOnLine ? position.character + this.characters : position.character,
    };
  }
}
