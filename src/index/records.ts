import { displayPosition, type Range } from '../document/position.ts';
import { type Summary, summaryOf } from '../record/summary.ts';
import type { RecordIndex } from './record-index.ts';

/** A record of a document, as a list of them shows it. */
export interface ListedRecord {
  /** The number of its entry in the index. */
  readonly at: number;
  readonly range: Range;
  /** What to call it. */
  readonly title: string;
  readonly summary: Summary;
}

/** How many entries, from the first on, stand where the index says, even while a check goes on. */
export function certainCount({ isSettled, entries }: RecordIndex): number {
  return isSettled ? entries.count : entries.left;
}

/**
 * Reads what an entry of a document says of itself.
 * @returns undefined where it is no object, and so no record
 */
export function recordIn({ entries, source, format }: RecordIndex, at: number): ListedRecord | undefined {
  const entry = entries.at(at);
  if (entry.type !== 'object') return undefined;
  const { start, end } = entry;
  const summary = summaryOf(source.getText(entry));
  const number = format === 'lines' ? `Line ${displayPosition(start).line}` : `Record ${at + 1}`;
  return { at, range: { start, end }, title: summary.name ?? summary.jobId ?? number, summary };
}
