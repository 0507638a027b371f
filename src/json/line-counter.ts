/** Counts the lines of a text that is read from its start to its end. */
export class LineCounter {
  /** How many line ends there are before the offset last counted to, and where the last of them ends. */
  line = 0;
  lineStart = 0;
  #next: number;

  constructor(private readonly text: string) {
    this.#next = text.indexOf('\n');
  }

  /** Counts the line ends before an offset. It never counts back. */
  countTo(offset: number): void {
    while (this.#next >= 0 && this.#next < offset) {
      this.line++;
      this.lineStart = this.#next + 1;
      this.#next = this.text.indexOf('\n', this.lineStart);
    }
  }
}
