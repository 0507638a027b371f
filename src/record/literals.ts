/** A text in the form in which it is compared, four bytes at a time. */
interface Literal {
  readonly length: number;
  readonly words: Int32Array;
  /** What of the last word belongs to the text. */
  readonly mask: number;
}

/** Texts of which one is to stand somewhere: the names that an object may have, or the values of an enum. */
export class Literals {
  readonly #literals: readonly Literal[];
  /** Their first words, which most often tell them apart. */
  readonly #heads: Int32Array;

  /** @param texts of ASCII, each of four characters at least */
  constructor(texts: readonly string[]) {
    this.#literals = texts.map(literalOf);
    this.#heads = Int32Array.from(this.#literals, ({ words }) => words[0] as number);
  }

  /** How many bytes the text with this index takes. */
  lengthOf(index: number): number {
    return (this.#literals[index] as Literal).length;
  }

  /**
   * Which of the texts starts at `at`; -1 where none does.
   * @param first the one to try first: they most often come in their order
   */
  indexAt(view: DataView, at: number, first: number): number {
    const heads = this.#heads;
    const head = view.getInt32(at, true);
    for (let index = first; index < heads.length; index++) {
      if (heads[index] === head && isAt(view, at, this.#literals[index] as Literal)) return index;
    }
    for (let index = 0; index < first; index++) {
      if (heads[index] === head && isAt(view, at, this.#literals[index] as Literal)) return index;
    }
    return -1;
  }
}

function literalOf(text: string): Literal {
  const padded = new Uint8Array(Math.ceil(text.length / 4) * 4);
  new TextEncoder().encodeInto(text, padded);
  const view = new DataView(padded.buffer);
  const words = new Int32Array(padded.length / 4).map((_, index) => view.getInt32(index * 4, true));
  const over = padded.length - text.length;
  return { length: text.length, words, mask: -1 >>> (over * 8) };
}

function isAt(view: DataView, at: number, { words, mask }: Literal): boolean {
  const last = words.length - 1;
  for (let index = 1; index < last; index++) {
    if (view.getInt32(at + index * 4, true) !== words[index]) return false;
  }
  return (view.getInt32(at + last * 4, true) & mask) === words[last];
}
