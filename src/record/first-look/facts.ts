import { definition } from '../../model/schema.ts';
import { rows } from '../generated/first-look.ts';

/** The answers of the first look about the last record, by their index. */
export const answerIndex = {
  line: 0,
  lineStart: 1,
  jobKeyLow: 2,
  jobKeyHigh: 3,
  jobIdAt: 4,
  jobIdLine: 5,
  jobIdLineStart: 6,
} as const;

/** The notes of the first look about each value, in columns. Each definition of the schema has a row. */
export const noteIndex = {
  /**
   * The first column: the index of an enum's value or of a boolean, or a bit for each name of an object or each item of `includeTypes`. Below
   * zero if there is no such value.
   */
  value: 0,
  /** A time in UTC: its day as `YYYYMMDD`, then `HHMMSS`, then the nanoseconds. */
  day: 1,
  time: 2,
  nanosecond: 3,
} as const;

const rowCount = Object.keys(rows).length;
export const noteCount = rowCount * Object.keys(noteIndex).length;

type Row = keyof typeof rows;

/** A value that facts are about, by its path in the schema. Rules make it once, since facts are asked for every record. */
export class FactPath {
  readonly row: number;
  readonly values: readonly (string | boolean)[];
  /** The row of the object that has the value, and the bit of its name there. */
  readonly objectRow: number;
  readonly nameBit: number;

  constructor(readonly path: Exclude<Row, '$' | `${string}*`>) {
    const { type, values } = definition(path);
    this.row = rows[path];
    this.values = type === 'boolean' ? [false, true] : (values?.all ?? []);
    const end = path.lastIndexOf('.');
    const object = end < 0 ? '$' : path.slice(0, end);
    const name = path.slice(end + 1);
    this.objectRow = rows[object as Row];
    this.nameBit = 1 << (definition(object).names?.all.indexOf(name) ?? 0);
  }
}

/**
 * A few facts about a record that the first look has accepted: the last one that it has looked at. Under
 * `options.objectOptions.*`, the last entry counts. Its methods are short and call little, because until V8 has optimized
 * them, in the first thousand records, calls are what takes the time.
 */
export class Facts {
  /** @param notes where the WebAssembly keeps its notes */
  constructor(private readonly notes: Int32Array) {}

  /** Whether there is a value; `null` is one. */
  has({ objectRow, nameBit }: FactPath): boolean {
    const names = this.notes[objectRow] as number;
    return names > 0 && (names & nameBit) !== 0;
  }

  /** The value of an enum or of a boolean; undefined if there is none. */
  valueOf({ row, values }: FactPath): string | boolean | undefined {
    return values[this.notes[row] as number];
  }

  /** Whether an object or `includeTypes` is empty or missing. */
  isEmpty({ row }: FactPath): boolean {
    return (this.notes[row] as number) <= 0;
  }

  /** Whether the object types in one value are all in the other. */
  hasOnly(value: FactPath, others: FactPath): boolean {
    return this.isEmpty(value) || ((this.notes[value.row] as number) & ~(this.notes[others.row] as number)) === 0;
  }

  /** Whether there is a time, and it is the first instant of a day in UTC. */
  isMidnight(time: FactPath, year: number, month: number, day: number): boolean {
    const dayNote = this.notes[noteIndex.day * rowCount + time.row];
    if (dayNote !== (year * 100 + month) * 100 + day || !this.has(time)) return false;
    const timeOfDay = this.notes[noteIndex.time * rowCount + time.row];
    return timeOfDay === 0 && this.notes[noteIndex.nanosecond * rowCount + time.row] === 0;
  }

  /** Whether there are two times, and the first is earlier than the second. */
  isEarlier(time: FactPath, than: FactPath): boolean {
    if (!this.has(time) || !this.has(than)) return false;
    for (let column = noteIndex.day * rowCount; column < noteCount; column += rowCount) {
      const difference = (this.notes[column + time.row] as number) - (this.notes[column + than.row] as number);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }
}
