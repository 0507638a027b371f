/** How thorough a run is. */
export interface Run {
  readonly isQuick: boolean;
  /** Measures as often as the run is thorough, and says on standard error how far it is. */
  rounds<T>(title: string, count: Counts, measure: (round: number) => T): readonly T[];
}

/** How many rounds a measurement has. */
interface Counts {
  readonly full: number;
  readonly quick: number;
}

export function createRun(isQuick: boolean): Run {
  return {
    isQuick,
    rounds(title, { full, quick }, measure) {
      const count = isQuick ? quick : full;
      const start = Date.now();
      const answers = Array.from({ length: count }, (_, round) => measure(round));
      console.error(`  ${title}: ${count} rounds, ${((Date.now() - start) / 1000).toFixed(1)} s`);
      return answers;
    },
  };
}
