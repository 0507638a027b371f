import type { RecordIndex } from './record-index.ts';
import { certainCount, recordIn } from './records.ts';

/**
 * Finds the records of a document that say all of some words, a little at a time: of tens of thousands, each is read
 * once, and one short text of it is kept.
 */
export class RecordSearch {
  readonly #found: number[] = [];
  /** By entry, what there is to find, in lower case; empty where it is no record. */
  readonly #texts: string[] = [];
  #words: readonly string[] = [];
  /** How many entries have been asked. */
  #asked = 0;
  #count = 0;

  /** @param most how many finds to keep; the others are counted */
  constructor(
    readonly index: RecordIndex,
    readonly most: number,
  ) {}

  /** The entries that have been found, the first ones, in their order. */
  get found(): readonly number[] {
    return this.#found;
  }

  /** How many have been found so far. */
  get count(): number {
    return this.#count;
  }

  /** Whether there is no more to find. */
  get isComplete(): boolean {
    return this.index.isSettled && this.#asked >= this.index.count;
  }

  /** Begins a search. @param query words of which a record says all, in any order and case; without any, all are found */
  find(query: string): void {
    this.#words = query.toLowerCase().split(/\s+/).filter(Boolean);
    this.#asked = 0;
    this.#count = 0;
    this.#found.length = 0;
  }

  /** Begins the same search anew, in a document that is not what it was. */
  restart(): void {
    this.#texts.length = 0;
    this.find(this.#words.join(' '));
  }

  /**
   * Searches on; where there is no more to find, reads ahead for the searches to come.
   * @param deadline when to stop, on the clock of `performance.now()`
   * @returns whether all is done that can be, as far as the document has been checked
   */
  step(deadline = Number.POSITIVE_INFINITY): boolean {
    const end = certainCount(this.index);
    while (this.#asked < end) {
      this.#ask(this.#asked++);
      if (performance.now() > deadline) return false;
    }
    while (this.#texts.length < end) {
      this.#textOf(this.#texts.length);
      if (performance.now() > deadline) return false;
    }
    return true;
  }

  #ask(at: number): void {
    if (!this.#isFound(at)) return;
    this.#count++;
    if (this.#found.length < this.most) this.#found.push(at);
  }

  #isFound(at: number): boolean {
    // Without a word to look for, nothing need be read.
    if (this.#words.length === 0) return this.index.entries.at(at).type === 'object';
    const text = this.#textOf(at);
    return text !== '' && this.#words.every((word) => text.includes(word));
  }

  /** Entries are asked from the first on, so that none is skipped. */
  #textOf(at: number): string {
    const known = this.#texts[at];
    if (known !== undefined) return known;
    const record = recordIn(this.index, at);
    const { status, type, time, jobId } = record?.summary ?? {};
    const text = record ? [record.title, status, type, time, jobId].join('\n').toLowerCase() : '';
    this.#texts[at] = text;
    return text;
  }
}
