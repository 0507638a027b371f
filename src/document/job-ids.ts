/** How many buckets tell at a glance that a key is not repeated: a power of two. */
const buckets = 4096;

/** Counts how many records have a `jobId`, by its key, so that one record more or less costs the same in any file. */
export class JobIds {
  readonly #counts = new Map<number, number>();
  /** By bucket, how many of its keys are repeated. */
  readonly #repeated = new Uint32Array(buckets);
  /** How many records have an id that an earlier one has. */
  duplicates = 0;

  add(key: number): void {
    if (key === 0) return;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count > 1) this.duplicates++;
    if (count === 2) this.#count(key, 1);
  }

  remove(key: number): void {
    const count = this.#counts.get(key);
    if (key === 0 || count === undefined) return;
    if (count === 1) this.#counts.delete(key);
    else this.#counts.set(key, count - 1);
    if (count > 1) this.duplicates--;
    if (count === 2) this.#count(key, -1);
  }

  isRepeated(key: number): boolean {
    return this.#repeated[bucketOf(key)] !== 0 && (this.#counts.get(key) ?? 0) > 1;
  }

  #count(key: number, change: number): void {
    const bucket = bucketOf(key);
    this.#repeated[bucket] = (this.#repeated[bucket] as number) + change;
  }
}

function bucketOf(key: number): number {
  return (key >>> 0) & (buckets - 1);
}
