import { Char } from './lexer.ts';

/** Counts the lines of a text that is read from its start to its end. */
export class LineCounter {
  /** How many line ends there are before the offset last counted to, and where the last of them ends. */
  line = 0;
  lineStart = 0;
  #counted = 0;

  /** Notes what another reader has counted up to an offset. */
  set(line: number, lineStart: number, counted: number): void {
    this.line = line;
    this.lineStart = lineStart;
    this.#counted = counted;
  }

  /** Counts the line ends before an offset. It never counts back. */
  countTo(text: string, at: number): void {
    for (; this.#counted < at; this.#counted++) {
      if (text.charCodeAt(this.#counted) !== Char.LineFeed) continue;
      this.line++;
      this.lineStart = this.#counted + 1;
    }
  }
}
