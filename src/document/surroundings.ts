import type { Span } from '../record/finding.ts';
import { Char, skipTrivia } from '../record/lexer.ts';
import type { Item, Layout } from './scan.ts';

/**
 * The part of a file that decides what may stand at a place in it: a record, or what lies between two of a list.
 * As an item of a list it means what it means in the file: `[`, the part, and then `after` are a JSON text of their own.
 */
export interface Surroundings extends Span {
  /** What stands for the records behind. */
  readonly after: '' | '{}';
}

/**
 * What is around a place in a file, found without a look at the other records.
 * @param text the whole file
 * @returns undefined where neither a record is nor another could be put
 */
export function surroundings(text: string, layout: Layout, place: number): Surroundings | undefined {
  const { items } = layout;
  let next = firstBehind(items, place);
  let last = next - 1;
  while (items[last] && items[last]?.type !== 'object') last--;
  while (items[next] && items[next]?.type !== 'object') next++;
  const previous = items[last];
  const following = items[next];
  if (previous && isWithin(text, previous, place)) {
    return { offset: previous.offset, length: previous.length, after: '' };
  }
  const list = listOf(text, layout);
  const start = previous ? previous.offset + previous.length : list.start;
  const end = following ? following.offset : list.end;
  if (place < start || place > end) return undefined;
  return { offset: start, length: end - start, after: following ? '{}' : '' };
}

/** The index of the first item that starts behind a place. */
function firstBehind(items: readonly Item[], place: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.offset ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whoever stands behind a closing brace has left the record; one that is not closed goes on to its end. */
function isWithin(text: string, { offset, length }: Item, place: number): boolean {
  const end = offset + length;
  return place < end || (place === end && text.charCodeAt(end - 1) !== Char.CloseBrace);
}

/** Where records may stand beside one another. */
function listOf(text: string, { shape, list }: Layout): { readonly start: number; readonly end: number } {
  if (list) return { start: list.offset + 1, end: list.offset + list.length - 1 };
  if (shape === 'list') return { start: skipTrivia(text, 0) + 1, end: text.length };
  return { start: 0, end: -1 };
}
