import type { Bytes } from './bytes.ts';

/** A text in its quotes, in the form in which it is compared four bytes at a time. */
interface Literal {
  readonly length: number;
  readonly words: Int32Array;
  /** What of the last word belongs to the text. */
  readonly mask: number;
}

/** Texts of which one stands somewhere in quotes: the names that an object may have, or the values of an enum. */
export class Literals {
  readonly #literals: readonly Literal[];

  constructor(texts: readonly string[]) {
    this.#literals = texts.map((text) => literalOf(`"${text}"`));
  }

  get count(): number {
    return this.#literals.length;
  }

  /** How many bytes the text with this index takes, its quotes included. */
  lengthOf(index: number): number {
    return this.#literals[index]?.length ?? 0;
  }

  /**
   * Which of the texts starts at `at`; -1 where none does.
   * @param first the one to try first: they most often come in their order
   */
  indexAt(bytes: Bytes, at: number, first: number): number {
    const { view } = bytes;
    const literals = this.#literals;
    const count = literals.length;
    for (let tried = 0, index = first < count ? first : 0; tried < count; tried++) {
      const literal = literals[index] as Literal;
      if (isAt(view, at, literal)) return index;
      index = index + 1 < count ? index + 1 : 0;
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
  for (let index = 0; index < last; index++) {
    if (view.getInt32(at + index * 4, true) !== words[index]) return false;
  }
  return (view.getInt32(at + last * 4, true) & mask) === words[last];
}
