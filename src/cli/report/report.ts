import type { SeverityCounts } from '../../model/severity-counts.ts';

/**
 * Turns the problems or records of a run into text, file by file, so that more files take no more memory. The text comes
 * in pieces, since all of it may be longer than a string can be.
 */
export interface Report<Entry> {
  /** @param entries of one file, in the order of its text */
  add(entries: Iterable<Entry>): Iterable<string>;
  /** Ends the report after the last file. */
  end(run: RunSummary): Iterable<string>;
}

/** The numbers and failures of a whole run. */
export interface RunSummary {
  readonly fileCount: number;
  readonly recordCount: number;
  /** How many files were left out, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly problemCounts: SeverityCounts;
  /** The problems that `--fix` would leave; undefined without `--diff`. */
  readonly remainingCounts: SeverityCounts | undefined;
  /** A sentence for each file that could not be read or written. */
  readonly failures: readonly string[];
}
