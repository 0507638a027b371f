/** A text with insertions, and with spaces instead of parts of it. It maps its offsets to those of the original. */
export class MendedText {
  /** The insertions: their offsets in the mended text, and their lengths. */
  readonly #insertions: { readonly at: number; readonly length: number }[] = [];
  #kept = '';
  /** Up to where the original is in `kept`. */
  #end = 0;

  constructor(readonly original: string) {}

  get text(): string {
    return this.#kept + this.original.slice(this.#end);
  }

  /** Inserts text at an offset of the original, which is not before the last change. */
  insert(at: number, added: string): void {
    if (added === '') return;
    this.#kept += this.original.slice(this.#end, at) + added;
    this.#insertions.push({ at: this.#kept.length - added.length, length: added.length });
    this.#end = at;
  }

  /** Replaces a part of the original with spaces. Its end is not before the last change. */
  erase(start: number, end: number): void {
    const known = Math.max(0, this.#end - start);
    if (known > 0) this.#kept = this.#kept.slice(0, -known);
    else this.#kept += this.original.slice(this.#end, start);
    this.#kept += ' '.repeat(Math.max(known, end - start));
    this.#end = Math.max(end, this.#end);
  }

  /** Maps offsets of the mended text to offsets of the original. */
  offsets(): (offset: number) => number {
    const insertions = this.#insertions;
    const lengths: number[] = [];
    for (const { length } of insertions) lengths.push((lengths.at(-1) ?? 0) + length);
    return (offset) => {
      let low = 0;
      let high = insertions.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((insertions[middle]?.at ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return offset - (lengths[low - 1] ?? 0);
    };
  }
}
