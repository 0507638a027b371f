import { absolutePosition, compare, type Position, positionIn, type Range } from '../document/position.ts';
import type { RecordIndex } from './record-index.ts';

/** Where a new record goes in a list, and what goes with it. */
export interface ListInsertion {
  /** What the record replaces: nothing, or the white space of an empty list. */
  readonly range: Range;
  readonly before: string;
  readonly after: string;
  /** Whether the records around it have a line each. */
  readonly isOnOneLine: boolean;
  /** Whether each of its lines is one step further in than the line that it is put in. */
  readonly isIndented: boolean;
}

/**
 * Finds the place for a new record: behind the one at the cursor, or behind the one before the cursor.
 * @param index must be settled
 * @returns undefined if the document has no list of records
 */
export function listInsertion(index: RecordIndex, cursor: Position): ListInsertion | undefined {
  const { list, count } = index;
  if (!list) return undefined;
  if (count === 0) return inEmptyList(index.source.getText(list), list.start);
  const next = index.indexAt(cursor);
  const isInside = next < count && compare(index.startOf(next), cursor) <= 0;
  const previous = isInside ? next : next - 1;
  const neighbour = index.entryAt(Math.max(previous, 0));
  const startsLine =
    index.source.getText({ start: { line: neighbour.start.line, character: 0 }, end: neighbour.start }).trim() === '';
  const gap = startsLine ? '\n' : ' ';
  const isOnOneLine = !startsLine || neighbour.start.line === neighbour.end.line;
  const place = previous < 0 ? neighbour.start : neighbour.end;
  const [before, after] = previous < 0 ? ['', `,${gap}`] : [`,${gap}`, ''];
  return { range: { start: place, end: place }, before, after, isOnOneLine, isIndented: false };
}

/** @param text behind the bracket that opens the list */
function inEmptyList(text: string, start: Position): ListInsertion {
  const blank = text.length - text.trimStart().length;
  // A comment stays where it is, behind the record.
  const isClosed = text[blank] === ']';
  const end = isClosed ? absolutePosition(positionIn(text, blank), start) : start;
  return { range: { start, end }, before: '\n', after: isClosed ? '\n' : '', isOnOneLine: false, isIndented: true };
}
