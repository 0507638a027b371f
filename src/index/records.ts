import type { Node } from 'jsonc-parser';
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
export function recordIn(index: RecordIndex, place: RecordPlace): ListedRecord | undefined {
  const { at, inside } = place;
  const entry = index.entryAt(at);
  const range = inside === undefined ? { start: entry.start, end: entry.end } : recordsInside(index, entry)[inside];
  if (!range) return undefined;
  const summary = summaryOf(index.source.getText(range));
  const line = `Line ${displayPosition(entry.start).line}`;
  const number = index.format === 'lines' ? line : `Record ${at + 1}`;
  const title = summary.name ?? summary.jobId ?? (inside === undefined ? number : `${number}, record ${inside + 1}`);
  return { ...place, range, title, summary };
}

/** Where the records are in an entry that is an envelope. */
export function recordsInside(index: RecordIndex, entry: Range): readonly Range[] {
  return envelopeOf(index, entry).records.map(({ range }) => range);
}

/** An entry that is an envelope: its text as it was parsed, and the records in it. */
export interface EnvelopeEntry {
  readonly text: string;
  readonly records: readonly { readonly node: Node; readonly range: Range }[];
  /** Where a span of the text is in the document. */
  rangeOf(span: Span): Range;
}

/** Reads an entry that is an envelope. */
export function envelopeOf({ source, context }: RecordIndex, entry: Range): EnvelopeEntry {
  const whole = source.getText(entry);
  const base = skipNoise(whole, 0);
  const text = whole.slice(base);
  const root = parse(text);
  const { records } = root ? checkItem(root, text, context) : { records: [] };
  const lines = new Lines(whole);
  const rangeOf = ({ offset, length }: Span): Range =>
    absoluteRange(lines.rangeOf({ offset: offset + base, length }), entry.start);
  const inside = records.filter((node) => node !== root).map((node) => ({ node, range: rangeOf(node) }));
  return { text, records: inside, rangeOf };
}
