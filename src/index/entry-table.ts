import { compare, type Position, type Range } from '../document/position.ts';
import type { Shift } from '../document/text-source.ts';
import type { ValueType } from '../document/value-scanner.ts';
import type { JobIds } from './job-ids.ts';

/** A value of a document: where it stands, and what is known of it. */
export interface Entry extends Range {
  /** What it is; undefined of a line of JSON Lines that holds no value. */
  readonly type: ValueType | undefined;
  /** Whether a `]` stands between the value before and this one. */
  readonly isBehindBracket: boolean;
  /** Stands for its `jobId`; 0 where it has none that others must not have. */
  readonly jobKey: number;
  /** Where the id stands, as seen from the start of the value. */
  readonly jobIdAt: Position;
  /** The number of the report on it; 0 where it is clean. */
  readonly report: number;
}

/** The columns of the table, as few as will do: when the gap moves, all are copied. */
const Column = {
  StartLine: 0,
  /** How many lines farther down the value ends. */
  Height: 1,
  StartCharacter: 2,
  EndCharacter: 3,
  /** What the value is, and the number of its report. */
  Kind: 4,
  JobIdLine: 5,
  JobIdCharacter: 6,
} as const;
const types: readonly (ValueType | undefined)[] = [undefined, 'object', 'array', 'string', 'number', 'boolean', 'null'];
/** A kind is the number of a type, this where the value stands behind a bracket, and so many times a report's number. */
const behindBracket = 8;
const perReport = 16;
const firstCapacity = 64;

/**
 * Where the values of a document are, in order: a table with a gap, where the document was edited last. What lies left
 * of the gap counts its lines from the start of the document, what lies right of it from the end (so below zero): a line
 * more or less in the gap changes none of the numbers. docs/document.md has a drawing.
 */
export class EntryTable {
  /** How many values lie left of the gap. */
  left = 0;
  /** The row behind the gap. */
  #right = firstCapacity;
  #columns: readonly Int32Array[] = Object.values(Column).map(() => new Int32Array(firstCapacity));
  #jobKeys = new Float64Array(firstCapacity);

  constructor(public lineCount: number) {}

  get count(): number {
    return this.left + this.#jobKeys.length - this.#right;
  }

  /** The value with an index from 0 to below `count`. */
  at(index: number): Entry {
    const row = this.#row(index);
    const kind = this.#get(Column.Kind, row);
    return {
      start: this.startOf(index),
      end: this.endOf(index),
      type: types[kind & (behindBracket - 1)],
      isBehindBracket: (kind & behindBracket) !== 0,
      jobKey: this.#jobKeys[row] as number,
      jobIdAt: { line: this.#get(Column.JobIdLine, row), character: this.#get(Column.JobIdCharacter, row) },
      report: Math.floor(kind / perReport),
    };
  }

  reportOf(index: number): number {
    return Math.floor(this.#get(Column.Kind, this.#row(index)) / perReport);
  }

  jobKeyOf(index: number): number {
    return this.#jobKeys[this.#row(index)] as number;
  }

  startOf(index: number): Position {
    const row = this.#row(index);
    const line = this.#base(index) + this.#get(Column.StartLine, row);
    return { line, character: this.#get(Column.StartCharacter, row) };
  }

  endOf(index: number): Position {
    const row = this.#row(index);
    const line = this.#base(index) + this.#get(Column.StartLine, row) + this.#get(Column.Height, row);
    return { line, character: this.#get(Column.EndCharacter, row) };
  }

  /** The index of the first value that ends at or behind a place; `count` where none does. */
  firstEndingAt(position: Position): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.endOf(middle), position) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The indexes of the values that have a report or whose id is repeated, in order. */
  protected indexesOf(jobIds: JobIds): number[] {
    const found: number[] = [];
    this.#addTelling(found, jobIds, 0, this.left, 0);
    this.#addTelling(found, jobIds, this.#right, this.#jobKeys.length, this.left - this.#right);
    return found;
  }

  #addTelling(found: number[], jobIds: JobIds, first: number, end: number, shift: number): void {
    const kinds = this.#columns[Column.Kind] as Int32Array;
    const keys = this.#jobKeys;
    const hasRepeated = jobIds.duplicates > 0;
    for (let row = first; row < end; row++) {
      if ((kinds[row] as number) >= perReport || (hasRepeated && jobIds.isRepeated(keys[row] as number)))
        found.push(row + shift);
    }
  }

  /** Puts a value at the left side of the gap. */
  protected push(entry: Omit<Entry, 'report'>, report: number): void {
    if (this.left === this.#right) this.#grow();
    const row = this.left++;
    this.#set(Column.StartLine, row, entry.start.line);
    this.#set(Column.Height, row, entry.end.line - entry.start.line);
    this.#set(Column.StartCharacter, row, entry.start.character);
    this.#set(Column.EndCharacter, row, entry.end.character);
    const bracket = entry.isBehindBracket ? behindBracket : 0;
    this.#set(Column.Kind, row, report * perReport + bracket + types.indexOf(entry.type));
    this.#set(Column.JobIdLine, row, entry.jobIdAt.line);
    this.#set(Column.JobIdCharacter, row, entry.jobIdAt.character);
    this.#jobKeys[row] = entry.jobKey;
  }

  /** Takes the first value on the right side of the gap away. */
  protected drop(): void {
    this.#right++;
  }

  /** Moves the gap, so that `left` values lie left of it. */
  moveGap(left: number): void {
    const count = left - this.left;
    if (count === 0) return;
    // Rows that cross the gap count their lines from its other side.
    const [from, to] = count > 0 ? [this.#right, this.left] : [left, this.#right + count];
    const crossing = Math.abs(count);
    const base = count > 0 ? this.lineCount : -this.lineCount;
    for (const column of this.#columns) column.copyWithin(to, from, from + crossing);
    this.#jobKeys.copyWithin(to, from, from + crossing);
    const lines = this.#columns[Column.StartLine] as Int32Array;
    for (let row = to; row < to + crossing; row++) lines[row] = (lines[row] as number) + base;
    this.left = left;
    this.#right += count;
  }

  /** Moves the values right of the gap along with a change in it. */
  shift(shift: Shift): void {
    this.lineCount += shift.lines;
    if (shift.characters === 0) return;
    for (let row = this.#right; row < this.#jobKeys.length; row++) {
      if (this.lineCount + this.#get(Column.StartLine, row) !== shift.newEnd.line) return;
      this.#add(Column.StartCharacter, row, shift.characters);
      if (this.#get(Column.Height, row) !== 0) return;
      this.#add(Column.EndCharacter, row, shift.characters);
    }
  }

  /** Says of the first value right of the gap whether it stands behind a bracket. */
  setBehindBracket(isBehindBracket: boolean): void {
    const row = this.#right;
    const kind = this.#get(Column.Kind, row) & ~behindBracket;
    this.#set(Column.Kind, row, kind + (isBehindBracket ? behindBracket : 0));
  }

  #row(index: number): number {
    return index < this.left ? index : index - this.left + this.#right;
  }

  #base(index: number): number {
    return index < this.left ? 0 : this.lineCount;
  }

  #get(column: number, row: number): number {
    return (this.#columns[column] as Int32Array)[row] as number;
  }

  #set(column: number, row: number, value: number): void {
    (this.#columns[column] as Int32Array)[row] = value;
  }

  #add(column: number, row: number, value: number): void {
    this.#set(column, row, this.#get(column, row) + value);
  }

  #grow(): void {
    const capacity = this.#jobKeys.length;
    const widen = <T extends Int32Array | Float64Array>(column: T, wide: T): T => {
      wide.set(column.subarray(0, this.left));
      wide.set(column.subarray(this.#right), this.#right + capacity);
      return wide;
    };
    this.#columns = this.#columns.map((column) => widen(column, new Int32Array(capacity * 2)));
    this.#jobKeys = widen(this.#jobKeys, new Float64Array(capacity * 2));
    this.#right += capacity;
  }
}
