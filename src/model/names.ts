import { nearestTo } from './nearest.ts';

/** Characters that nobody sees: no-break spaces, soft hyphens, marks of width zero or of direction, and byte order marks. */
export const unseen = '\\u00a0\\u00ad\\u200b-\\u200f\\u2060\\ufeff';

const separators = new RegExp(`[-_. ${unseen}]`, 'g');

/**
 * A word without its case and separators, and without white space around it. Words that fold to the same text differ in
 * nothing else: `JobId`, `job_id` and `job-id` all fold to `jobid`.
 */
export function fold(word: string): string {
  return word.trim().replace(separators, '').toLowerCase();
}

/** The words that a name is made of, in lower case: `requesterName` and `REQUESTER_NAME` are `requester` and `name`. */
export function wordsOf(name: string): string[] {
  const spaced = name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(separators, ' ');
  return spaced.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The known names of one object, or the allowed values of one string. */
export class Names {
  readonly #exact: ReadonlySet<string>;
  readonly #folded: ReadonlyMap<string, string>;
  /** The names as they are compared, once somebody asks: folded, and with a space around each word. */
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
