import { Lines } from '../document/lines.ts';
import { absoluteRange, displayPosition, type Range } from '../document/position.ts';
import { skipNoise } from '../document/surroundings.ts';
import { checkItem } from '../record/check.ts';
import { parse } from '../record/parse.ts';
import type { Span } from '../record/span.ts';
import { type Summary, summaryOf } from '../record/summary.ts';
import type { RecordIndex } from './record-index.ts';

/** Where a record is. */
export interface RecordPlace {
  /** The index of its entry. */
  readonly at: number;
  /** Its number in the entry, from 0; undefined if it is the entry. */
  readonly inside?: number;
}

/** A record as an outline or a quick pick lists it. */
export interface ListedRecord extends RecordPlace {
  readonly range: Range;
  /** Its name, or its `jobId`, or its number. */
  readonly title: string;
  readonly summary: Summary;
}

/** Where the records of an entry are: itself, or what is inside an envelope; none if it is no record. */
export function placesIn(index: RecordIndex, at: number): readonly RecordPlace[] {
  const count = index.recordCountOf(at);
  if (!index.hasRecordsInside(at)) return count > 0 ? [{ at }] : [];
  return Array.from({ length: count }, (_, inside) => ({ at, inside }));
}

/**
 * Reads the summary of a record.
 * @returns undefined if it is no longer there
 */
export function recordIn(index: RecordIndex, { at, inside }: RecordPlace): ListedRecord | undefined {
  const entry = index.entryAt(at);
  const range = inside === undefined ? { start: entry.start, end: entry.end } : recordsInside(index, entry)[inside];
  if (!range) return undefined;
  const summary = summaryOf(index.source.getText(range));
  const line = `Line ${displayPosition(entry.start).line}`;
  const number = index.format === 'lines' ? line : `Record ${at + 1}`;
  const title = summary.name ?? summary.jobId ?? (inside === undefined ? number : `${number}, record ${inside + 1}`);
  return { at, ...(inside !== undefined && { inside }), range, title, summary };
}

/** Where the records are in an entry that is an envelope. */
export function recordsInside({ source, context }: RecordIndex, entry: Range): readonly Range[] {
  const text = source.getText(entry);
  const base = skipNoise(text, 0);
  const value = text.slice(base);
  const root = parse(value);
  const { records } = root ? checkItem(root, value, context) : { records: [] };
  const lines = new Lines(text);
  const rangeOf = ({ offset, length }: Span): Range => lines.rangeOf({ offset: offset + base, length });
  return records.filter((node) => node !== root).map((node) => absoluteRange(rangeOf(node), entry.start));
}
