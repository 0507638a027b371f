import { displayPosition, type Range } from '../document/position.ts';
import { type Summary, summaryOf } from '../record/summary.ts';
import type { RecordIndex } from './record-index.ts';

/** A record as an outline or a quick pick lists it. */
export interface ListedRecord {
  /** The index of its entry. */
  readonly at: number;
  readonly range: Range;
  /** Its name, or its `jobId`, or its number. */
  readonly title: string;
  readonly summary: Summary;
}

/**
 * Reads the summary of the record at an index.
 * @returns undefined if the entry is not an object, and so not a record
 */
export function recordIn(index: RecordIndex, at: number): ListedRecord | undefined {
  const { type, start, end } = index.entryAt(at);
  if (type !== 'object') return undefined;
  const summary = summaryOf(index.source.getText({ start, end }));
  const number = index.format === 'lines' ? `Line ${displayPosition(start).line}` : `Record ${at + 1}`;
  return { at, range: { start, end }, title: summary.name ?? summary.jobId ?? number, summary };
}
