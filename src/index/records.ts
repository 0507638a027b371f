import { absoluteRange, displayPosition, type Position, type Range } from '../json/position.ts';
import { type Summary, summaryOf } from '../record/summary.ts';
import { firstEndingAt } from './inner-records.ts';
import type { RecordIndex } from './record-index.ts';
import type { EntryFinding } from './reports.ts';

/** Says which record is meant. It is out of date once the document has changed. */
export interface RecordRef {
  /** The index of its entry. */
  readonly at: number;
  /** Its number in the entry, from 0; undefined if it is the entry. */
  readonly inside?: number;
}

export function isSame(one: RecordRef | undefined, other: RecordRef | undefined): boolean {
  return one?.at === other?.at && (one?.inside ?? 0) === (other?.inside ?? 0);
}

/** A record as an outline or a quick pick lists it. */
export interface ListedRecord extends RecordRef {
  readonly range: Range;
  /** Its name, or its `jobId`, or its number. */
  readonly title: string;
  readonly summary: Summary;
}

/**
 * Goes from record to record: entries that are one, and those inside an envelope. No text is read. While a document is
 * checked, it can go on from where the check has come to.
 */
export class RecordCursor {
  #at: number;
  #inside: number;

  /** @param start the first record, if it is there */
  constructor(
    readonly index: RecordIndex,
    { at, inside = 0 }: RecordRef = { at: 0 },
  ) {
    this.#at = at;
    this.#inside = inside;
  }

  /** The entry that it is at: that of the next record, or one without records before it. */
  get at(): number {
    return this.#at;
  }

  /** Where it is, to start there again. */
  get position(): RecordRef {
    return { at: this.#at, inside: this.#inside };
  }

  /** Goes over one record, or over one entry without records. @returns the record */
  next(): RecordRef | undefined {
    const [at, inside] = [this.#at, this.#inside++];
    const count = this.index.recordCountOf(at);
    if (this.#inside >= count) {
      this.#at++;
      this.#inside = 0;
    }
    if (inside >= count) return undefined;
    return this.index.recordsInside(at) ? { at, inside } : { at };
  }

  /** Goes back over some records, or to the first one. */
  back(count: number): this {
    let left = count;
    while (left > 0 && (this.#inside > 0 || this.#at > 0)) {
      if (this.#inside === 0) this.#inside = this.index.recordCountOf(--this.#at);
      const passed = Math.min(left, this.#inside);
      this.#inside -= passed;
      left -= passed;
    }
    return this;
  }
}

/** At the first record that ends at or after a position. */
export function cursorAt(index: RecordIndex, position: Position): RecordCursor {
  const at = index.indexAt(position);
  const inside = at < index.count ? firstInsideAt(index, at, position) : undefined;
  return new RecordCursor(index, { at, ...(inside !== undefined && { inside }) });
}

/** The number of the first record inside an entry that ends at or after a position; undefined if the entry is not an envelope. */
export function firstInsideAt(index: RecordIndex, at: number, position: Position): number | undefined {
  const records = index.recordsInside(at);
  return records && firstEndingAt(records, position, index.startOf(at));
}

/** All records from a cursor on, of the entries that are checked. */
export function* refsFrom(cursor: RecordCursor): Generator<RecordRef> {
  while (cursor.at < cursor.index.certainCount) {
    const ref = cursor.next();
    if (ref) yield ref;
  }
}

/** All records of a document with their summaries. Each is read when it is asked for. */
export function* recordsOf(index: RecordIndex): Generator<ListedRecord> {
  for (const ref of refsFrom(new RecordCursor(index))) {
    const record = recordIn(index, ref);
    if (record) yield record;
  }
}

/** Where a record is; undefined if it is gone. */
export function rangeIn(index: RecordIndex, { at, inside }: RecordRef): Range | undefined {
  if (at >= index.count) return undefined;
  const { start, end } = index.entryAt(at);
  if (inside === undefined) return { start, end };
  const record = index.recordsInside(at)?.[inside];
  return record && absoluteRange(record.range, start);
}

/** The findings of a record by itself, relative to the start of its entry. */
export function findingsIn(index: RecordIndex, { at, inside }: RecordRef): readonly EntryFinding[] {
  return inside === undefined ? index.findingsOf(at) : (index.recordsInside(at)?.[inside]?.findings ?? []);
}

/**
 * Reads the summary of a record.
 * @returns undefined if it is gone
 */
export function recordIn(index: RecordIndex, ref: RecordRef): ListedRecord | undefined {
  const range = rangeIn(index, ref);
  if (!range) return undefined;
  const { at, inside } = ref;
  const summary = summaryOf(index.source.getText(range));
  const line = `Line ${displayPosition(index.startOf(at)).line}`;
  const number = index.format === 'lines' ? line : `Record ${at + 1}`;
  const title = summary.name ?? summary.jobId ?? (inside === undefined ? number : `${number}, record ${inside + 1}`);
  return { ...ref, range, title, summary };
}
