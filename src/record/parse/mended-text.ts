/** A text with insertions, and with spaces in place of parts of it. It knows where its places are in the original. */
export class MendedText {
  /** What has been put into the text: where it is in the mended text, and its length. */
  readonly #insertions: { readonly at: number; readonly length: number }[] = [];
  #kept = '';
  /** Up to where the original is in `kept`. */
  #end = 0;

  constructor(readonly original: string) {}

  get text(): string {
    return this.#kept + this.original.slice(this.#end);
  }

  /** Puts something before a place of the original, which is not before the last change. */
  insert(at: number, added: string): void {
    if (added === '') return;
    this.#kept += this.original.slice(this.#end, at) + added;
    this.#insertions.push({ at: this.#kept.length - added.length, length: added.length });
    this.#end = at;
  }

  /** Puts spaces in place of a part of the original, whose end is not before the last change. */
  erase(start: number, end: number): void {
    const known = Math.max(0, this.#end - start);
    if (known > 0) this.#kept = this.#kept.slice(0, -known);
    else this.#kept += this.original.slice(this.#end, start);
    this.#kept += ' '.repeat(Math.max(known, end - start));
    this.#end = Math.max(end, this.#end);
  }

  /** Finds out where places of the mended text are in the original. */
  offsets(): (place: number) => number {
    const insertions = this.#insertions;
    const lengths: number[] = [];
    for (const { length } of insertions) lengths.push((lengths.at(-1) ?? 0) + length);
    return (place) => {
      let low = 0;
      let high = insertions.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((insertions[middle]?.at ?? 0) < place) low = middle + 1;
        else high = middle;
      }
      return place - (lengths[low - 1] ?? 0);
    };
  }
}
