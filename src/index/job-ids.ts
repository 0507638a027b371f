/** Counts the records with each `jobId`, by the key of the id. */
export class JobIds {
  /** How many records repeat the id of an earlier one. */
  duplicates = 0;
  /** How often a record has been added or removed that shares its id with another. */
  changes = 0;
  readonly #counts = new Map<number, number>();

  /** @param key from `jobKey`; 0 means no id */
  add(key: number): void {
    if (key === 0) return;
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    if (count === 0) return;
    this.duplicates++;
    this.changes++;
  }

  remove(key: number): void {
    const count = this.#counts.get(key);
    if (count === undefined) return;
    if (count === 1) this.#counts.delete(key);
    else {
      this.#counts.set(key, count - 1);
      this.duplicates--;
      this.changes++;
    }
  }

  isRepeated(key: number): boolean {
    return this.duplicates > 0 && (this.#counts.get(key) ?? 0) > 1;
  }
}
