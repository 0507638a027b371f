import { compare, type Position, type Range } from '../document/position.ts';
import type { RecordIndex } from './record-index.ts';
import { type EnvelopeEntry, envelopeOf } from './records.ts';

/** A record in a document, and what it is an item of. */
export interface PlacedRecord {
  /** The index of its entry. */
  readonly at: number;
  readonly range: Range;
  /** `none` if the record is all there is: in the file, or in an envelope. */
  readonly parent: 'list' | 'lines' | 'none';
  /** Set if its entry is an envelope. */
  readonly inside?: { readonly envelope: EnvelopeEntry; readonly record: EnvelopeEntry['records'][number] };
}

/**
 * The record at a position: around it, else on its line.
 * @param index must be settled
 * @returns undefined if there is none
 */
export function recordAt(index: RecordIndex, position: Position): PlacedRecord | undefined {
  const at = entryNear(index, position);
  if (at === undefined) return undefined;
  const entry = index.entryAt(at);
  if (index.hasRecordsInside(at)) return recordInside(at, envelopeOf(index, entry), position);
  const range = { start: entry.start, end: entry.end };
  return { at, range, parent: index.format === 'lines' ? 'lines' : index.list ? 'list' : 'none' };
}

function recordInside(at: number, envelope: EnvelopeEntry, position: Position): PlacedRecord | undefined {
  const record = envelope.records.find(({ range }) => compare(position, range.end) <= 0) ?? envelope.records.at(-1);
  if (!record) return undefined;
  const parent = record.node.parent?.type === 'array' ? 'list' : 'none';
  return { at, range: record.range, parent, inside: { envelope, record } };
}

/** The index of the entry at a position, else of one that ends or starts on its line. */
function entryNear(index: RecordIndex, position: Position): number | undefined {
  const next = index.indexAt(position);
  if (next < index.count && compare(index.startOf(next), position) <= 0) return next;
  const isOnLine = (at: number): boolean => {
    if (at < 0 || at >= index.count) return false;
    const { start, end } = index.entryAt(at);
    return start.line === position.line || end.line === position.line;
  };
  return [next - 1, next].find(isOnLine);
}
