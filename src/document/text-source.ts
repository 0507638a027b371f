/** A place in a document. Lines and characters count from 0, characters in UTF-16 units, as VS Code counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A document as an editor holds it: line by line, so that only the lines that are asked for are put together. */
export interface TextSource {
  readonly lineCount: number;
  /**
   * The text between two places, or all of it; what lies behind the end of a line or of the document counts as that end.
   */
  getText(range?: Range): string;
}

/** What was put in place of a range, as `vscode.TextDocumentContentChangeEvent` says it. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

export const documentStart: Position = { line: 0, character: 0 };
/** Behind every place. */
export const beyond: Position = { line: Number.MAX_SAFE_INTEGER, character: 0 };

/** Below zero where `one` comes first, zero where they are the same. */
export function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}

export function later(one: Position, other: Position): Position {
  return compare(one, other) > 0 ? one : other;
}

/** Where a change moves what lies at or behind the end of what it replaced. */
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

  /** How many lines there are more than before. */
  get lines(): number {
    return this.newEnd.line - this.oldEnd.line;
  }

  /** How much farther right on its line that is which followed on the last line of the change. */
  get characters(): number {
    return this.newEnd.character - this.oldEnd.character;
  }

  /** Where a place has come to; one that has been replaced comes to the end of the change. */
  moved(position: Position): Position {
    if (compare(position, this.oldEnd) < 0) return compare(position, this.start) < 0 ? position : this.newEnd;
    const isOnLine = position.line === this.oldEnd.line;
    return {
      line: position.line + this.lines,
      character: isOnLine ? position.character + this.characters : position.character,
    };
  }
}
