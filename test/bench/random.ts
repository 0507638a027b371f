/** Numbers that look random and are the same on each run, so that every run measures the same files and edits. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number below `end`. (The generator is Tommy Ettinger's mulberry32, in the public domain.) */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  chance(percent: number): boolean {
    return this.below(1000) < percent * 10;
  }

  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** Some of the values, at least `least` and at most `most` of them, in their order. */
  some<T>(values: readonly T[], least: number, most: number): T[] {
    const count = least + this.below(most - least + 1);
    const left = [...values.keys()];
    while (left.length > count) left.splice(this.below(left.length), 1);
    return left.map((index) => values[index] as T);
  }

  uuid(): string {
    const digits = Array.from({ length: 4 }, () =>
      this.below(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('');
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
  }
}
