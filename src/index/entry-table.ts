import type { ValueType } from '../json/node.ts';
import { compare, type Position, type Range } from '../json/position.ts';
import type { Shift } from '../json/text-source.ts';

/** A value of a document, with its place and the results of its check. */
export interface Entry extends Range {
  /** The type of the value; undefined for a line of JSON Lines that holds no value. */
  readonly type: ValueType | undefined;
  /** Whether there is a `]` between the previous value and this one. */
  readonly isAfterBracket: boolean;
  /** The key of its `jobId`; 0 if it has none that must be unique. */
  readonly jobKey: number;
  /** Where the `jobId` is, relative to the start of the entry. */
  readonly jobIdAt: Position;
  /** The id of its report in `Reports`; 0 if it has none. */
  readonly reportId: number;
}

/** The columns of the table. There are as few as possible: moving the gap copies all of them. */
const Column = {
  StartLine: 0,
  /** How many lines below its start the value ends. */
  Height: 1,
  StartCharacter: 2,
  EndCharacter: 3,
  /** The index of the type in `types`, the bracket flag, and the report id from bit `reportShift` on. */
  Kind: 4,
  JobIdLine: 5,
  JobIdCharacter: 6,
} as const;
const types: readonly (ValueType | undefined)[] = [undefined, 'object', 'array', 'string', 'number', 'boolean', 'null'];
const bracketFlag = 8;
const reportShift = 4;
const initialCapacity = 64;

/**
 * The entries of a document, in order: a gap buffer, with the gap where the document was last edited. Entries left of
 * the gap count their lines from the start of the document, entries right of it from its end (as negative numbers). So
 * adding or removing lines at the gap changes none of these numbers. docs/incremental-check.md has a drawing.
 */
export class EntryTable {
  /** How many entries are left of the gap: the index of the first one right of it. */
  gap = 0;
  /** How often a change has moved entries. */
  moves = 0;
  /** The row of the first entry right of the gap. */
  #right = initialCapacity;
  #columns: readonly Int32Array[] = Object.values(Column).map(() => new Int32Array(initialCapacity));
  #jobKeys = new Float64Array(initialCapacity);

  constructor(public lineCount: number) {}

  get count(): number {
    return this.gap + this.#jobKeys.length - this.#right;
  }

  /** @param index from 0 to below `count` */
  at(index: number): Entry {
    const row = this.#row(index);
    const kind = this.#get(Column.Kind, row);
    return {
      start: this.startOf(index),
      end: this.endOf(index),
      type: types[kind & (bracketFlag - 1)],
      isAfterBracket: (kind & bracketFlag) !== 0,
      jobKey: this.#jobKeys[row] as number,
      jobIdAt: { line: this.#get(Column.JobIdLine, row), character: this.#get(Column.JobIdCharacter, row) },
      reportId: kind >> reportShift,
    };
  }

  reportIdOf(index: number): number {
    return this.#get(Column.Kind, this.#row(index)) >> reportShift;
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

  /** The index of the first entry that ends at or after a position; `count` if there is none. */
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

  /** The indexes of the matching entries, in order. It creates no object per entry: there may be tens of thousands. */
  indexesWhere(matches: (reportId: number, jobKey: number) => boolean): number[] {
    const indexes: number[] = [];
    const kinds = this.#columns[Column.Kind] as Int32Array;
    const jobKeys = this.#jobKeys;
    const { count, gap } = this;
    for (let index = 0, row = 0; index < count; index++, row++) {
      if (index === gap) row = this.#right;
      if (matches((kinds[row] as number) >> reportShift, jobKeys[row] as number)) indexes.push(index);
    }
    return indexes;
  }

  /** Adds an entry at the left side of the gap. */
  push(entry: Omit<Entry, 'reportId'>, reportId: number): void {
    if (this.gap === this.#right) this.#grow();
    const row = this.gap++;
    this.#set(Column.StartLine, row, entry.start.line);
    this.#set(Column.Height, row, entry.end.line - entry.start.line);
    this.#set(Column.StartCharacter, row, entry.start.character);
    this.#set(Column.EndCharacter, row, entry.end.character);
    const flag = entry.isAfterBracket ? bracketFlag : 0;
    this.#set(Column.Kind, row, (reportId << reportShift) | flag | types.indexOf(entry.type));
    this.#set(Column.JobIdLine, row, entry.jobIdAt.line);
    this.#set(Column.JobIdCharacter, row, entry.jobIdAt.character);
    this.#jobKeys[row] = entry.jobKey;
  }

  /** Removes the first entry right of the gap. */
  drop(): void {
    this.#right++;
  }

  /** Moves the gap: `gap` entries are left of it afterwards. */
  moveGap(gap: number): void {
    const count = gap - this.gap;
    // Rows that cross the gap count their lines from the other end of the document.
    const [from, to] = count > 0 ? [this.#right, this.gap] : [gap, this.#right + count];
    const crossing = Math.abs(count);
    const base = count > 0 ? this.lineCount : -this.lineCount;
    for (const column of this.#columns) column.copyWithin(to, from, from + crossing);
    this.#jobKeys.copyWithin(to, from, from + crossing);
    const lines = this.#columns[Column.StartLine] as Int32Array;
    for (let row = to; row < to + crossing; row++) lines[row] = (lines[row] as number) + base;
    this.gap = gap;
    this.#right += count;
  }

  /** Moves the entries right of the gap to where a change at the gap has moved them. */
  shift(shift: Shift): void {
    this.lineCount += shift.lines;
    if (shift.lines !== 0) this.moves++;
    if (shift.characters === 0) return;
    for (let row = this.#right; row < this.#jobKeys.length; row++) {
      if (this.lineCount + this.#get(Column.StartLine, row) !== shift.newEnd.line) return;
      this.moves++;
      this.#add(Column.StartCharacter, row, shift.characters);
      if (this.#get(Column.Height, row) !== 0) return;
      this.#add(Column.EndCharacter, row, shift.characters);
    }
  }

  /** Sets `isAfterBracket` of the first entry right of the gap. */
  setAfterBracket(isAfterBracket: boolean): void {
    const kind = this.#get(Column.Kind, this.#right) & ~bracketFlag;
    this.#set(Column.Kind, this.#right, kind | (isAfterBracket ? bracketFlag : 0));
  }

  #row(index: number): number {
    return index < this.gap ? index : index - this.gap + this.#right;
  }

  #base(index: number): number {
    return index < this.gap ? 0 : this.lineCount;
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
      wide.set(column.subarray(0, this.gap));
      wide.set(column.subarray(this.#right), this.#right + capacity);
      return wide;
    };
    this.#columns = this.#columns.map((column) => widen(column, new Int32Array(capacity * 2)));
    this.#jobKeys = widen(this.#jobKeys, new Float64Array(capacity * 2));
    this.#right += capacity;
  }
}
