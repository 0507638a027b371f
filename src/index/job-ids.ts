/** How many keys there is room for at first: a power of two. */
const initialCapacity = 64;

/** How many groups the keys are divided into: a power of two, and few enough for the processor's nearest cache. */
const groupCount = 4_096;

/**
 * Counts the records with each `jobId`, by the key of the id, at the same cost in any file. It is a hash table of its
 * own because a `Map` takes ten times as long to fill with numbers that are not small integers.
 */
export class JobIds {
  /** How many records repeat the id of an earlier one. */
  duplicates = 0;
  /** Each key is in the first free slot at or after the one that it hashes to; 0 marks a free slot. */
  #keys = new Float64Array(initialCapacity);
  #counts = new Uint32Array(initialCapacity);
  #size = 0;
  /** How many keys of each group are repeated: in most groups none, which answers `isRepeated` without a lookup. */
  readonly #repeated = new Uint16Array(groupCount);

  /** @param key from `jobKey`; 0 means no id */
  add(key: number): void {
    if (key === 0) return;
    const slot = this.#slotOf(key);
    this.#keys[slot] = key;
    const count = (this.#counts[slot] as number) + 1;
    this.#counts[slot] = count;
    if (count === 2) this.#countRepeated(key, 1);
    if (count > 1) this.duplicates++;
    else if (++this.#size * 2 > this.#keys.length) this.#grow();
  }

  remove(key: number): void {
    if (key === 0) return;
    const slot = this.#slotOf(key);
    const count = (this.#counts[slot] as number) - 1;
    this.#counts[slot] = count;
    if (count === 1) this.#countRepeated(key, -1);
    if (count > 0) this.duplicates--;
    else this.#free(slot);
  }

  isRepeated(key: number): boolean {
    if (this.#repeated[key & (groupCount - 1)] === 0) return false;
    return (this.#counts[this.#slotOf(key)] as number) > 1;
  }

  #countRepeated(key: number, change: 1 | -1): void {
    const group = key & (groupCount - 1);
    this.#repeated[group] = (this.#repeated[group] as number) + change;
  }

  /** The slot of a key, or the free one where it belongs. */
  #slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let slot = key & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** Frees a slot and moves up the keys after it that were displaced. */
  #free(slot: number): void {
    this.#size--;
    this.#keys[slot] = 0;
    const mask = this.#keys.length - 1;
    for (let next = (slot + 1) & mask; this.#keys[next] !== 0; next = (next + 1) & mask) this.#reinsert(next);
  }

  #reinsert(slot: number): void {
    const key = this.#keys[slot] as number;
    const count = this.#counts[slot] as number;
    this.#keys[slot] = 0;
    this.#counts[slot] = 0;
    this.#insert(key, count);
  }

  #insert(key: number, count: number): void {
    const slot = this.#slotOf(key);
    this.#keys[slot] = key;
    this.#counts[slot] = count;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    keys.forEach((key, slot) => {
      if (key !== 0) this.#insert(key, counts[slot] as number);
    });
  }
}
