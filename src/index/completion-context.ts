import { compare, type Position, type Range } from '../document/position.ts';
import { Char } from '../record/lexer.ts';
import type { RecordIndex } from './record-index.ts';

/**
 * The part of a document that decides what may stand at a place in it: a record, or what lies between two of a list.
 * As an item of a list it means what it means in the document: `[`, the part, and then `after` are a JSON text.
 */
export interface Surroundings extends Range {
  /** What stands for the records behind. */
  readonly after: '' | '{}';
}

/**
 * What is around a place in a document, found without a look at the other records.
 * @param index one that is settled
 * @returns undefined where neither a record is nor another could be put
 */
export function surroundings(index: RecordIndex, place: Position): Surroundings | undefined {
  const { entries, list } = index;
  let next = entries.firstEndingAt(place);
  while (next < entries.count && compare(entries.startOf(next), place) <= 0) next++;
  let last = next - 1;
  while (last >= 0 && entries.at(last).type !== 'object') last--;
  while (next < entries.count && entries.at(next).type !== 'object') next++;
  const previous = last >= 0 ? entries.at(last) : undefined;
  const following = next < entries.count ? entries.at(next) : undefined;
  if (previous && isWithin(index, previous, place)) return { start: previous.start, end: previous.end, after: '' };
  if (!list) return undefined;
  const start = previous?.end ?? list.start;
  const end = following?.start ?? list.end;
  if (compare(place, start) < 0 || compare(place, end) > 0) return undefined;
  return { start, end, after: following ? '{}' : '' };
}

/** Whoever stands behind a closing brace has left the record; one that is not closed goes on to its end. */
function isWithin({ source }: RecordIndex, { end }: Range, place: Position): boolean {
  const difference = compare(place, end);
  if (difference !== 0) return difference < 0;
  const before = { line: end.line, character: Math.max(0, end.character - 1) };
  return source.getText({ start: before, end }).charCodeAt(0) !== Char.CloseBrace;
}
