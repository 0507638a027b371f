import type { SeverityCounts } from '../../model/severity-counts.ts';
import type { Problem } from './problem.ts';

/** Writes down what a run finds, file by file, so that a run takes no more memory for more files. */
export interface Report {
  /**
   * @param problems of one file, in the order of its text
   * @returns what to write for them, piece by piece: there may be more than fits into a string
   */
  add(problems: readonly Problem[]): Iterable<string>;
  /** @returns what to write when all files have been checked */
  end(run: RunSummary): Iterable<string>;
}

/** What there is to say about a run as a whole. */
export interface RunSummary {
  readonly fileCount: number;
  readonly recordCount: number;
  /** How many files were left out, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly problemCounts: SeverityCounts;
  /** What `--fix` would leave of the problems; undefined without `--diff`. */
  readonly remainingCounts: SeverityCounts | undefined;
  /** What could not be read or written, a sentence for each. */
  readonly failures: readonly string[];
}
