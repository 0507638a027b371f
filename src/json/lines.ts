import { isLineEnd } from './lexer.ts';
import type { Position, Range } from './position.ts';
import type { Span } from './span.ts';

/** The lines of a text: converts offsets to positions. */
export class Lines {
  readonly #starts: readonly number[];

  constructor(readonly text: string) {
    this.#starts = text.includes('\r') ? startsOfAnyKind(text) : startsAfterLineFeeds(text);
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.#starts[low] ?? 0) };
  }

  offsetAt({ line, character }: Position): number {
    return (this.#starts[line] ?? 0) + character;
  }

  rangeOf({ offset, length }: Span): Range {
    return { start: this.positionAt(offset), end: this.positionAt(offset + length) };
  }

  /** The text of a line, counted from 0, without its line end. It takes no longer for a long line. */
  lineText(line: number): string {
    const start = this.#starts[line] ?? this.text.length;
    let end = this.#starts[line + 1] ?? this.text.length;
    while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end--;
    return this.text.slice(start, end);
  }
}

function startsAfterLineFeeds(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The same where lines also end with a carriage return, with or without a line feed. */
function startsOfAnyKind(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: lineEnd, index }) => index + lineEnd.length)];
}
