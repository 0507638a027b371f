import leven from 'leven';

/**
 * A word without its case and separators. Words that fold to the same text differ in nothing else: `JobId`, `job_id` and
 * `job-id` all fold to `jobid`.
 */
export function fold(word: string): string {
  return word.replace(/[-_. ]/g, '').toLowerCase();
}

/** The known names of one object, or the allowed values of one string. */
export class Names {
  readonly #exact: ReadonlySet<string>;
  readonly #folded: ReadonlyMap<string, string>;

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
    return this.folded(written) ?? nearest(written, this.all);
  }
}

/**
 * The candidate with the smallest edit distance to `written`, apart from case and separators. At most a third of the
 * letters may differ, and at most three: beyond that, a guess misleads more than it helps.
 */
function nearest(written: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(written);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const bound = Math.min(3, Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3)));
    const distance = leven(wanted, folded, { maxDistance: bound + 1 });
    if (distance <= bound && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
