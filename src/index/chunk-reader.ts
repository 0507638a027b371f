import type { Position } from '../document/position.ts';
import type { TextSource } from '../document/text-source.ts';

/** How much of a document is read at once, in UTF-16 units. */
export interface ChunkLengths {
  /** After an edit, at first: it seldom concerns more than a record. */
  readonly first: number;
  /** Where there is more to read: what fits into the processor's nearer caches. */
  readonly most: number;
}

export const usualChunkLengths: ChunkLengths = { first: 2_048, most: 32_768 };

/** A value that is longer than twice this is not read: it would keep the extension host from everything else. */
const longestValue = 1_048_576;

/**
 * How long a document may be, as far as its first stretch lets one guess, to be put together whole for the first check:
 * at once that takes a fraction of the time, for so much a few milliseconds.
 */
const longestWhole = 2_097_152;

/** Reads a document a stretch at a time: putting its lines together costs more than looking for records in them. */
export class ChunkReader {
  /** What was read last, and whether it goes to the end of the document. */
  text = '';
  isLast = false;
  #length: number;
  /** The text of the document, until it changes, and where in it the stretch starts; undefined where it is too long. */
  #whole: string | undefined;
  #offset = 0;
  #isFirst = true;
  /** How long the lines are, on average, where the document was read last. */
  #lineLength = 32;

  constructor(
    private readonly source: TextSource,
    private readonly lengths: ChunkLengths,
  ) {
    this.#length = lengths.most;
  }

  /** Begins anew with a short stretch. */
  restart(): void {
    this.#length = this.lengths.first;
    this.#whole = undefined;
    this.#isFirst = false;
  }

  /** Reads the stretch that starts at `from`. */
  read(from: Position): void {
    const isWithinLine = this.#lineLength > this.#length;
    if (this.#whole !== undefined) this.#readWhole(this.#whole);
    else if (!isWithinLine || !this.#readWithinLine(from)) this.#readLines(from);
  }

  /**
   * Chooses the length of the next stretch.
   * @param passed how much of the last one needs no second look: it is where the next one starts
   * @returns false where a longer one would be too long
   */
  next(passed: number): boolean {
    if (this.#isFirst && this.source.lineCount * this.#lineLength <= longestWhole) this.#whole = this.source.getText();
    this.#isFirst = false;
    this.#offset += passed;
    if (passed > 0) this.#length = Math.min(this.#length * 2, this.lengths.most);
    else this.#length *= 2;
    return this.#length <= longestValue;
  }

  /** Forgets what it has read, which need not be kept twice: the document has it. */
  release(): void {
    this.text = '';
    this.#whole = undefined;
  }

  #readWhole(text: string): void {
    const end = this.#offset + this.#length;
    this.isLast = end >= text.length;
    this.text = text.slice(this.#offset, end);
    if (!this.isLast) this.#cut();
  }

  /** Reads a part of a long line; false where the line ends in it. */
  #readWithinLine({ line, character }: Position): boolean {
    const end = { line, character: character + this.#length };
    this.text = this.source.getText({ start: { line, character }, end });
    this.isLast = false;
    return this.text.length === this.#length;
  }

  #readLines(from: Position): void {
    const { lineCount } = this.source;
    const count = Math.max(1, Math.ceil(this.#length / this.#lineLength));
    const line = Math.min(from.line + count, lineCount);
    this.isLast = line === lineCount;
    this.text = this.source.getText({ start: from, end: { line, character: 0 } });
    this.#lineLength = Math.max(1, this.text.length / (line - from.line));
    if (this.text.length > this.#length * 2) this.#cut();
  }

  /** Leaves of a stretch with longer lines than expected what was asked for; a line end stays whole. */
  #cut(): void {
    const end = this.text[this.#length - 1] === '\r' ? this.#length - 1 : this.#length;
    this.text = this.text.slice(0, end);
    this.isLast = false;
  }
}
