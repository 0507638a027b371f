import { nearestTo } from './nearest.ts';
import { fold, wordsOf } from './spelling.ts';

/** The known names of one object, or the allowed values of one string. */
export class Names {
  readonly #exact: ReadonlySet<string>;
  readonly #folded: ReadonlyMap<string, string>;
  /** The names as they are compared, made when they are first needed: folded, with a space around each word. */
  #asFolded: readonly string[] | undefined;
  #asWords: readonly string[] | undefined;

  constructor(readonly all: readonly string[]) {
    this.#exact = new Set(all);
    this.#folded = new Map(all.map((name) => [fold(name), name]));
  }

  has(name: string): boolean {
    return this.#exact.has(name);
  }

  /** The name that `written` is, apart from case and separators. */
  folded(written: string): string | undefined {
    return this.has(written) ? written : this.#folded.get(fold(written));
  }

  /** The name that `written` most likely means, if one is near enough. */
  nearest(written: string): string | undefined {
    this.#asFolded ??= this.all.map(fold);
    return this.folded(written) ?? nearestTo(written, this.all, this.#asFolded);
  }

  /** The names that are made of the words of `written` and more, or of some of its words, side by side. */
  sharingWords(written: string): readonly string[] {
    const words = spaced(written);
    this.#asWords ??= this.all.map(spaced);
    return this.all.filter((_, at) => {
      const known = this.#asWords?.[at] ?? '';
      return known.includes(words) || words.includes(known);
    });
  }
}

function spaced(name: string): string {
  return ` ${wordsOf(name).join(' ')} `;
}
