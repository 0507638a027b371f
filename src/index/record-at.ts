import { compare, type Position, type Range } from '../json/position.ts';
import type { InnerRecord } from './inner-records.ts';
import type { RecordIndex } from './record-index.ts';
import { firstInsideAt, type RecordRef, rangeIn } from './records.ts';

/** A record in a document, and its place in a list. */
export interface PlacedRecord extends RecordRef {
  readonly range: Range;
  /** `none` if the record is all there is: in the file, or in an envelope. */
  readonly parent: 'list' | 'lines' | 'none';
}

/**
 * The record at a position: around it, else on its line.
 * @param index must be settled
 * @returns undefined if there is none
 */
export function recordAt(index: RecordIndex, position: Position): PlacedRecord | undefined {
  const at = entryNear(index, position);
  if (at === undefined) return undefined;
  const records = index.recordsInside(at);
  if (records) return recordInside(index, records, at, position);
  const { start, end } = index.entryAt(at);
  return { at, range: { start, end }, parent: index.format === 'lines' ? 'lines' : index.list ? 'list' : 'none' };
}

/** The record at a position in an envelope, or the next one, or the last. */
function recordInside(
  index: RecordIndex,
  records: readonly InnerRecord[],
  at: number,
  position: Position,
): PlacedRecord | undefined {
  const inside = Math.min(firstInsideAt(index, at, position) ?? 0, records.length - 1);
  const range = rangeIn(index, { at, inside });
  return range && { at, inside, range, parent: records[inside]?.isItem ? 'list' : 'none' };
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
