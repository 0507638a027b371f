/** How many keys there is room for at first: a power of two. */
const firstCapacity = 64;

/** How many groups tell at a glance that a key is not repeated: a power of two, and few enough for the nearest cache. */
const groups = 4_096;

/**
 * Counts how many records have a `jobId`, by its key, so that one record more or less costs the same in any file. It is
 * a hash table of its own: a `Map` of numbers that are no small integers takes ten times as long to fill.
 */
export class JobIds {
  /** How many records have an id that an earlier one has. */
  duplicates = 0;
  /** Another number whenever an id has come to be repeated, or is not repeated any more. */
  version = 0;
  /** The keys, each at the first free place from its own on; 0 where a place is free. */
  #keys = new Float64Array(firstCapacity);
  #counts = new Uint32Array(firstCapacity);
  #size = 0;
  /** By group, how many of its keys are repeated. */
  readonly #repeated = new Uint16Array(groups);

  /** @param key as `jobKey` gives it; 0 stands for no id */
  add(key: number): void {
    if (key === 0) return;
    const place = this.#placeOf(key);
    this.#keys[place] = key;
    const count = (this.#counts[place] as number) + 1;
    this.#counts[place] = count;
    if (count === 2) this.#countRepeated(key, 1);
    if (count > 1) this.duplicates++;
    else if (++this.#size * 2 > this.#keys.length) this.#grow();
  }

  remove(key: number): void {
    if (key === 0) return;
    const place = this.#placeOf(key);
    const count = (this.#counts[place] as number) - 1;
    this.#counts[place] = count;
    if (count === 1) this.#countRepeated(key, -1);
    if (count > 0) this.duplicates--;
    else this.#free(place);
  }

  isRepeated(key: number): boolean {
    if (key === 0 || this.#repeated[key & (groups - 1)] === 0) return false;
    return (this.#counts[this.#placeOf(key)] as number) > 1;
  }

  #countRepeated(key: number, change: 1 | -1): void {
    this.version++;
    const group = key & (groups - 1);
    this.#repeated[group] = (this.#repeated[group] as number) + change;
  }

  /** Where a key is, or is to be. */
  #placeOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let place = key & mask;
    while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  /** Frees a place, and moves up what stood behind it for want of its own. */
  #free(place: number): void {
    this.#size--;
    this.#keys[place] = 0;
    const mask = this.#keys.length - 1;
    for (let next = (place + 1) & mask; this.#keys[next] !== 0; next = (next + 1) & mask) this.#putAnew(next);
  }

  #putAnew(place: number): void {
    const key = this.#keys[place] as number;
    const count = this.#counts[place] as number;
    this.#keys[place] = 0;
    this.#counts[place] = 0;
    const better = this.#placeOf(key);
    this.#keys[better] = key;
    this.#counts[better] = count;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    for (let from = 0; from < keys.length; from++) {
      const key = keys[from] as number;
      if (key === 0) continue;
      const place = this.#placeOf(key);
      this.#keys[place] = key;
      this.#counts[place] = counts[from] as number;
    }
  }
}
