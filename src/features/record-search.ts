import type { RecordIndex } from '../index/record-index.ts';
import { isSame, type ListedRecord, RecordCursor, type RecordRef, recordIn } from '../index/records.ts';

/**
 * Finds the records whose summary contains all words of a query, in steps. Each of the tens of thousands of records is
 * read only once: a short text of it is kept for later queries.
 */
export class RecordSearch {
  readonly #found: RecordRef[] = [];
  /** The texts to search, in lower case, by the index of the entry and the number of the record in it. */
  readonly #texts: string[][] = [];
  #words: readonly string[] = [];
  /** Where a search without words starts. */
  #from: RecordRef = { at: 0 };
  /** Up to where the records have been searched. */
  #searched: RecordCursor;
  /** Up to where they have been read. */
  #read: RecordCursor;
  #count = 0;

  /**
   * @param max how many matches to keep; all are counted
   * @param describe gives further text of a record to search, beside its title and its summary
   * @param except a record that is not found
   */
  constructor(
    readonly index: RecordIndex,
    readonly max: number,
    readonly describe?: (record: ListedRecord) => string,
    readonly except?: RecordRef,
  ) {
    this.#searched = new RecordCursor(index);
    this.#read = new RecordCursor(index);
  }

  /** The first matches, in order. */
  get found(): readonly RecordRef[] {
    return this.#found;
  }

  /** How many matches there are so far. */
  get count(): number {
    return this.#words.length === 0 ? this.index.recordCount - (this.except ? 1 : 0) : this.#count;
  }

  /** Whether as many matches are found as are kept. */
  get isFull(): boolean {
    return this.#found.length >= this.max;
  }

  /** Whether all records have been searched. */
  get isComplete(): boolean {
    return this.index.isSettled && this.#searched.at >= this.index.count;
  }

  /**
   * Starts a search.
   * @param query words that must all occur, in any order and case; without words, every record matches
   * @param from where to start without words
   */
  find(query: string, from = this.#from): void {
    this.#words = query.toLowerCase().match(/\S+/g) ?? [];
    this.#from = from;
    this.#searched = new RecordCursor(this.index, this.#words.length === 0 ? from : undefined);
    this.#count = 0;
    this.#found.length = 0;
  }

  /** Starts the same search again, after the document has changed. */
  restart(): void {
    this.#texts.length = 0;
    this.#read = new RecordCursor(this.index);
    this.find(this.#words.join(' '));
  }

  /**
   * Searches on; when everything is searched, reads ahead for later queries.
   * @param deadline when to stop, on the clock of `performance.now()`
   * @returns whether all is done that can be done before more of the document is checked
   */
  step(deadline = Number.POSITIVE_INFINITY): boolean {
    const end = this.index.certainCount;
    const hasSearched = this.#searched.at < end;
    while (this.#searched.at < end) {
      const record = this.#searched.next();
      if (record) this.#search(record);
      if (performance.now() > deadline) return false;
    }
    // With a deadline, the matches can be shown before more is read.
    if (hasSearched && deadline < Number.POSITIVE_INFINITY) return false;
    while (this.#read.at < end) {
      const record = this.#read.next();
      if (record) this.#textOf(record);
      if (performance.now() > deadline) return false;
    }
    return true;
  }

  #search(record: RecordRef): void {
    if (isSame(record, this.except) || !this.#matches(record)) return;
    this.#count++;
    if (!this.isFull) this.#found.push(record);
  }

  /** Without words, every record matches, and no text has to be read. */
  #matches(record: RecordRef): boolean {
    if (this.#words.length === 0) return true;
    const text = this.#textOf(record);
    return this.#words.every((word) => text.includes(word));
  }

  #textOf(ref: RecordRef): string {
    const { at, inside = 0 } = ref;
    this.#texts[at] ??= [];
    const texts = this.#texts[at];
    texts[inside] ??= this.#readText(ref);
    return texts[inside];
  }

  #readText(ref: RecordRef): string {
    const record = recordIn(this.index, ref);
    if (!record) return '';
    const { status, type, time, jobId } = record.summary;
    return [record.title, status, type, time, jobId, this.describe?.(record)].join('\n').toLowerCase();
  }
}
