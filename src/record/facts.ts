import { type FactPath, rows } from './generated/first-look.ts';
import { definition } from './schema.ts';

/** What the first look says about the last record: where each number is among its answers. */
export const answerIndex = {
  line: 0,
  lineStart: 1,
  jobKeyLow: 2,
  jobKeyHigh: 3,
  jobIdAt: 4,
  jobIdLine: 5,
  jobIdLineStart: 6,
} as const;

/** What the first look notes about the value at a path: where each number is in its row. */
export const noteIndex = {
  /**
   * Below zero if there is no value; else the index of an enum's value or of a boolean, a bit for each name of an object
   * or each item of `includeTypes`, or zero.
   */
  value: 0,
  /** A time in UTC: its day as `YYYYMMDD`, then `HHMMSS`, then the nanoseconds. */
  day: 1,
  time: 2,
  nanosecond: 3,
} as const;

/** How many numbers a row has. */
export const noteCount = Object.keys(noteIndex).length;

const instantFields = ['day', 'time', 'nanosecond'] as const;

/**
 * A few facts about a record that the first look has accepted: the last one that it has looked at. Paths are those of
 * the schema. Under `options.objectOptions.*`, the last entry counts.
 */
export class Facts {
  /** @param notes where the WebAssembly keeps its notes */
  constructor(private readonly notes: Int32Array) {}

  /** Whether there is a value; `null` is one. */
  has(path: FactPath): boolean {
    return this.#get(path, 'value') >= 0;
  }

  /** The value of an enum or of a boolean; undefined if there is none. */
  valueAt(path: FactPath): string | boolean | undefined {
    const index = this.#get(path, 'value');
    if (index < 0) return undefined;
    const { type, values } = definition(path);
    return type === 'boolean' ? index === 1 : values?.all[index];
  }

  /** Whether an object has no name, or `includeTypes` no item, or there is none. */
  isEmpty(path: FactPath): boolean {
    return this.#get(path, 'value') <= 0;
  }

  /** Whether the object types at one path are all at the other. */
  hasOnly(path: FactPath, others: FactPath): boolean {
    return this.isEmpty(path) || (this.#get(path, 'value') & ~this.#get(others, 'value')) === 0;
  }

  /** Whether there are two times, and the first is earlier than the second. */
  isEarlier(path: FactPath, than: FactPath): boolean {
    if (!this.has(path) || !this.has(than)) return false;
    for (const field of instantFields) {
      const difference = this.#get(path, field) - this.#get(than, field);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  #get(path: FactPath, field: keyof typeof noteIndex): number {
    return this.notes[rows[path] * noteCount + noteIndex[field]] as number;
  }
}
