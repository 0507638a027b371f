import type { RecordIndex } from '../../index/record-index.ts';
import { firstInsideAt, rangeIn } from '../../index/records.ts';
import { Char } from '../../json/lexer.ts';
import { compare, type Position, type Range } from '../../json/position.ts';

/**
 * The part of a document that decides which text fits at a position: a record, or the gap between two records of
 * a list. `before`, the text of the range, and `after` together form a JSON text in which the position means the same.
 */
export interface CompletionContext extends Range {
  /** Stands for the start of the list and, before a gap, for the records in it. */
  readonly before: '[' | '[{}';
  /** Stands for the records that follow. */
  readonly after: '' | '{}';
  /** Whether it is inside an envelope, where VS Code's JSON service expects no record. */
  readonly isInside: boolean;
}

/**
 * Finds the context of a position without reading the other records.
 * @param index settled
 * @returns undefined if there is no record at the position and none can be inserted
 */
export function completionContext(index: RecordIndex, position: Position): CompletionContext | undefined {
  const { list } = index;
  const isInEnvelope = index.envelope !== undefined;
  let next = index.indexAt(position);
  while (next < index.count && compare(index.startOf(next), position) <= 0) next++;
  let last = next - 1;
  while (last >= 0 && index.entryAt(last).type !== 'object') last--;
  while (next < index.count && index.entryAt(next).type !== 'object') next++;
  const previous = last >= 0 ? index.entryAt(last) : undefined;
  const following = next < index.count ? index.entryAt(next) : undefined;
  if (previous && isWithin(index, previous, position)) {
    const inside = recordAround(index, last, position);
    const { start, end } = inside ?? previous;
    return { start, end, before: '[', after: '', isInside: isInEnvelope || inside !== undefined };
  }
  if (!list) return undefined;
  const start = previous?.end ?? list.start;
  const end = following?.start ?? list.end;
  if (compare(position, start) < 0 || compare(position, end) > 0) return undefined;
  return { start, end, before: previous ? '[{}' : '[', after: following ? '{}' : '', isInside: isInEnvelope };
}

/** The record at a position in an entry that is an envelope; undefined if it is none, or if no record is there. */
function recordAround(index: RecordIndex, at: number, position: Position): Range | undefined {
  const inside = firstInsideAt(index, at, position);
  if (inside === undefined) return undefined;
  // Where a comma is missing, the next record may start where this one ends.
  const ranges = [inside, inside + 1].map((number) => rangeIn(index, { at, inside: number }));
  return ranges.find((range) => range && compare(range.start, position) <= 0 && compare(position, range.end) < 0);
}

/** A position after the closing brace is outside; an unclosed record extends to its end. */
function isWithin({ source }: RecordIndex, { end }: Range, position: Position): boolean {
  const difference = compare(position, end);
  if (difference !== 0) return difference < 0;
  const before = { line: end.line, character: Math.max(0, end.character - 1) };
  return source.getText({ start: before, end }).charCodeAt(0) !== Char.CloseBrace;
}
