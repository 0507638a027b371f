import type { Position } from '../json/position.ts';
import type { TextSource } from '../json/text-source.ts';

/** How much of a document to read at once, in UTF-16 units. */
export interface ChunkLengths {
  /** The length of the first chunk after an edit, which rarely touches more than one record. */
  readonly first: number;
  /** The largest length: as much as fits into the processor's nearer caches. */
  readonly max: number;
}

export const usualChunkLengths: ChunkLengths = { first: 2_048, max: 32_768 };

/** A chunk of more than this, in UTF-16 units, is not read: a single value would block the extension host. */
const maxLength = 1_048_576;

/**
 * Up to which length, in UTF-16 units and estimated from its first chunk, a document is read at once for its first
 * check. That takes a fraction of the time, and a few milliseconds at most.
 */
const maxWholeLength = 2_097_152;

/** Reads a document chunk by chunk, since joining its lines takes longer than searching them for records. */
export class ChunkReader {
  /** The last chunk, and whether it extends to the end of the document. */
  text = '';
  isLast = false;
  #length: number;
  /** The whole text, until the document changes, and where the next chunk starts in it; undefined if it is too long. */
  #whole: string | undefined;
  #offset = 0;
  #isFirst = true;
  /** The average length of the lines of the last chunk. */
  #lineLength = 32;

  constructor(
    private readonly source: TextSource,
    private readonly lengths: ChunkLengths,
  ) {
    this.#length = lengths.max;
  }

  /** Starts again with a short chunk, after the document has changed. */
  restart(): void {
    this.#length = this.lengths.first;
    this.#whole = undefined;
    this.#isFirst = false;
  }

  /** Reads the chunk that starts at `from`. */
  read(from: Position): void {
    const isWithinLine = this.#lineLength > this.#length;
    if (this.#whole !== undefined) this.#readWhole(this.#whole);
    else if (!isWithinLine || !this.#readWithinLine(from)) this.#readLines(from);
  }

  /**
   * Chooses the length of the next chunk.
   * @param passed how much of the last chunk need not be read again; the next one starts there
   * @returns false if the next chunk would be too long
   */
  next(passed: number): boolean {
    if (this.#isFirst && this.source.lineCount * this.#lineLength <= maxWholeLength) {
      this.#whole = this.source.getText();
    }
    this.#isFirst = false;
    this.#offset += passed;
    if (passed > 0) this.#length = Math.min(this.#length * 2, this.lengths.max);
    else this.#length *= 2;
    return this.#length <= maxLength;
  }

  /** Releases the text, which the document holds anyway. */
  release(): void {
    this.text = '';
    this.#whole = undefined;
  }

  #readWhole(text: string): void {
    const end = this.#offset + this.#length;
    this.isLast = end >= text.length;
    this.text = text.slice(this.#offset, end);
  }

  /** Reads part of a long line; returns false if the line ends within it. */
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

  /** Shortens a chunk to the wanted length if its lines are longer than expected. It never splits a line end. */
  #cut(): void {
    const end = this.text[this.#length - 1] === '\r' ? this.#length - 1 : this.#length;
    this.text = this.text.slice(0, end);
    this.isLast = false;
  }
}
