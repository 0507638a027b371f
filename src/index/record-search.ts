import type { RecordIndex } from './record-index.ts';
import { type ListedRecord, placesIn, type RecordPlace, recordIn } from './records.ts';

/**
 * Finds the records whose summary contains all words of a query, in steps. Each of the tens of thousands of records is
 * read only once: a short text of it is kept for later queries.
 */
export class RecordSearch {
  readonly #found: RecordPlace[] = [];
  /** By index, the texts to search, in lower case: one for each record of the entry. */
  readonly #texts: (readonly string[])[] = [];
  #words: readonly string[] = [];
  /** Where a search without words starts. */
  #from = 0;
  /** How many entries have been searched. */
  #searched = 0;
  #count = 0;

  /**
   * @param most how many matches to keep; all are counted
   * @param describe what else is searched of a record, beside its title and its summary
   */
  constructor(
    readonly index: RecordIndex,
    readonly most: number,
    readonly describe?: (record: ListedRecord) => string,
  ) {}

  /** Where the first matches are, in order. */
  get found(): readonly RecordPlace[] {
    return this.#found;
  }

  /** How many matches there are so far. */
  get count(): number {
    return this.#words.length === 0 ? this.index.recordCount : this.#count;
  }

  /** Whether all records have been searched. */
  get isComplete(): boolean {
    return this.index.isSettled && this.#searched >= this.index.count;
  }

  /**
   * Starts a search.
   * @param query words that must all occur, in any order and case; without words, every record matches
   * @param from where to start without words: at this entry, or the first one
   */
  find(query: string, from = this.#from): void {
    this.#words = query.toLowerCase().match(/\S+/g) ?? [];
    this.#from = Math.max(0, from);
    this.#searched = this.#words.length === 0 ? this.#from : 0;
    this.#count = 0;
    this.#found.length = 0;
  }

  /** Starts the same search again, after the document has changed. */
  restart(): void {
    this.#texts.length = 0;
    this.find(this.#words.join(' '));
  }

  /**
   * Searches on; when everything is searched, reads ahead for later queries.
   * @param deadline when to stop, on the clock of `performance.now()`
   * @returns whether all is done that can be done before more of the document is checked
   */
  step(deadline = Number.POSITIVE_INFINITY): boolean {
    const end = this.index.certainCount;
    while (this.#searched < end) {
      this.#search(this.#searched++);
      if (performance.now() > deadline) return false;
    }
    while (this.#texts.length < end) {
      this.#textsOf(this.#texts.length);
      if (performance.now() > deadline) return false;
    }
    return true;
  }

  #search(at: number): void {
    for (const place of placesIn(this.index, at)) {
      if (!this.#matches(place)) continue;
      this.#count++;
      if (this.#found.length < this.most) this.#found.push(place);
    }
  }

  /** Without words, every record matches, and no text has to be read. */
  #matches({ at, inside = 0 }: RecordPlace): boolean {
    if (this.#words.length === 0) return true;
    const text = this.#textsOf(at)[inside];
    return text !== undefined && this.#words.every((word) => text.includes(word));
  }

  /** Entries are searched in order, so `#texts` has no holes. */
  #textsOf(at: number): readonly string[] {
    this.#texts[at] ??= placesIn(this.index, at).map((place) => this.#textOf(place));
    return this.#texts[at];
  }

  #textOf(place: RecordPlace): string {
    const record = recordIn(this.index, place);
    if (!record) return '';
    const { status, type, time, jobId } = record.summary;
    return [record.title, status, type, time, jobId, this.describe?.(record)].join('\n').toLowerCase();
  }
}
