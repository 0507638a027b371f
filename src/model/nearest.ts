import { fold, wordsOf } from './spelling.ts';

/**
 * The candidate with the smallest edit distance to `written`, apart from case and separators. At most a third of the
 * letters may differ, and at most three: beyond that, a guess misleads more than it helps.
 * @param folded the candidates, folded
 * @returns undefined if none is near enough, or if the near ones say the opposite
 */
export function nearestTo(
  written: string,
  candidates: readonly string[],
  folded: readonly string[] = candidates.map(fold),
): string | undefined {
  const wanted = fold(written);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [at, known] of folded.entries()) {
    const bound = Math.min(3, Math.max(1, Math.floor(Math.max(wanted.length, known.length) / 3)));
    if (Math.abs(wanted.length - known.length) > bound) continue;
    const distance = distanceBetween(wanted, known, Math.min(bound, bestDistance - 1));
    const candidate = candidates[at];
    if (distance === undefined || candidate === undefined || areOpposite(written, candidate, distance)) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** The prefixes that turn a word into its opposite: `nt` as in `isntPartial`. */
const negations = ['not', 'nt', 'un', 'non', 'in', 'de', 'dis'] as const;

/**
 * Whether two names differ by a negation: whether one is nearer to the other without it.
 * @param known a name of the schema
 * @param distance between them as they are
 */
function areOpposite(written: string, known: string, distance: number): boolean {
  // The "in" of IN_PROGRESS is a word, not a negation.
  const isNegation = (negation: string): boolean => negation !== 'in' || wordsOf(known)[0] !== 'in';
  return (
    negations.some((negation) => isNearerWithout(negation, fold(written), fold(known), distance)) ||
    negations.some(
      (negation) => isNegation(negation) && isNearerWithout(negation, fold(known), fold(written), distance),
    )
  );
}

function isNearerWithout(negation: string, word: string, other: string, distance: number): boolean {
  for (let at = word.indexOf(negation); at >= 0; at = word.indexOf(negation, at + 1)) {
    const rest = word.slice(at + negation.length);
    if (rest === '') continue;
    if (distanceBetween(word.slice(0, at) + rest, other, distance - 1) !== undefined) return true;
  }
  return false;
}

/**
 * How many letters to insert, delete, replace or swap with their neighbour turn one word into another.
 * @returns undefined if there are more than `max`: counting stops there
 */
function distanceBetween(one: string, other: string, max: number): number | undefined {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  let leastOfLast = 0;
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let leastOfRow = row;
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      let least = Math.min(
        (last[at] as number) + 1,
        (current[at - 1] as number) + 1,
        (last[at - 1] as number) + Number(!isSame),
      );
      if (one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
        least = Math.min(least, (beforeLast[at - 2] as number) + 1);
      }
      current.push(least);
      leastOfRow = Math.min(leastOfRow, least);
    }
    if (leastOfRow > max && leastOfLast > max) return undefined;
    leastOfLast = leastOfRow;
    beforeLast = last;
    last = current;
  }
  const distance = last[other.length] as number;
  return distance > max ? undefined : distance;
}
