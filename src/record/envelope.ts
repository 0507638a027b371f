import type { Node } from 'jsonc-parser';
import type { Edit } from '../json/edit.ts';
import { commentsOf } from '../json/lexer.ts';
import type { Span } from '../json/span.ts';
import type { Change } from './change.ts';
import { isBrokenItem } from './parse/parse.ts';
import { isKnown, looksLikeRecord } from './recognize.ts';
import type { RecordValues } from './record-values.ts';

export const unwrapTitle = 'Unwrap the list';
export const keepRecordsTitle = 'Keep the records only';
export const joinListsTitle = 'Join the lists';

/** A value around records that should stand alone: an object, such as a page of results, or a list within a list. */
export interface Envelope {
  /** The values where records should be. */
  readonly records: readonly Node[];
  /** The container of the first of them: the name of a property, or a list within a list. */
  readonly holder: Node;
  /** Whether nothing is lost without it: there are only lists, and objects with one property, around the records. */
  readonly isOnly: boolean;
}

/** How many names, and lists within lists, may lead to the records. */
const maxSteps = 4;

/** The names that lead to records from the outside in; undefined stands for a list within a list. */
type Way = readonly (string | undefined)[];

/**
 * Finds the records in a value that is not one itself: in an HTTP response, in a page of results, in a list of pages.
 * @param value an object, or a list that is an item of a list or a line
 * @param steps how many names, and lists within lists, may lead to the records
 * @returns undefined if there are none, or if more than one way leads to some
 */
export function envelopeOf(value: Node, steps = maxSteps): Envelope | undefined {
  const way = looksLikeRecord(value) ? undefined : wayToRecords(value, steps);
  if (!way) return undefined;
  const collector = new Collector(way);
  collector.collect(value, 0);
  return { records: collector.records, holder: collector.holder ?? value, isOnly: collector.isOnly };
}

/** Whether a value is a record, or a list of them, as far as its first item tells. */
export function holdsRecords(value: Node | undefined): boolean {
  return looksLikeRecord(value?.type === 'array' ? firstItem(value) : value);
}

/** The item that stands for all of a list: the first that is neither broken nor an empty list. */
function firstItem({ children = [] }: Node): Node | undefined {
  return children.find((item) => looksLikeRecord(item) || !(isBrokenItem(item) || isEmptyList(item)));
}

function isEmptyList({ type, children }: Node): boolean {
  return type === 'array' && !children?.length;
}

/** Whether a value is a record or has some in it, by any way. */
export function hasRecords(value: Node | undefined, steps = maxSteps): boolean {
  if (value === undefined || looksLikeRecord(value)) return value !== undefined;
  const isOfProperties = value.type === 'object';
  return (
    steps > 0 &&
    (value.children?.some((child) => hasRecords(isOfProperties ? child.children?.[1] : child, steps - 1)) ?? false)
  );
}

/** Whether an object has records by their ids, or by another key: whether it holds several, and nothing else. */
export function isKeyedById({ children = [] }: Node): boolean {
  return children.length > 1 && children.every((property) => looksLikeRecord(property.children?.[1]));
}

function wayToRecords(value: Node, steps: number): Way | undefined {
  if (value.type === 'array') return wayThroughList(value, steps);
  if (value.type !== 'object' || steps === 0 || isKeyedById(value)) return undefined;
  // A record's own properties, such as "options", hold no other record.
  const properties = (value.children ?? []).filter((property) => !isKnown(nameOf(property)));
  const holder = properties.find(({ children }) => holdsRecords(children?.[1]));
  if (holder) return [nameOf(holder)];
  const ways: Way[] = [];
  for (const property of properties) {
    const below = property.children?.[1];
    const way = below && wayToRecords(below, steps - 1);
    if (way) ways.push([nameOf(property), ...way]);
  }
  return ways.length === 1 ? ways[0] : undefined;
}

/** The first item of a list stands for all of them. */
function wayThroughList(list: Node, steps: number): Way | undefined {
  const first = firstItem(list);
  if (!first || looksLikeRecord(first)) return first && [];
  if (first.type !== 'array') return wayToRecords(first, steps);
  const way = steps > 0 ? wayThroughList(first, steps - 1) : undefined;
  return way && [undefined, ...way];
}

/** Follows one way through all items of the lists on it. */
class Collector {
  readonly records: Node[] = [];
  holder: Node | undefined;
  isOnly = true;

  constructor(readonly way: Way) {}

  collect(value: Node, step: number): void {
    const isListOfLists = step < this.way.length && this.way[step] === undefined;
    for (const item of value.type === 'array' ? (value.children ?? []) : [value]) {
      if (!isListOfLists || item.type !== 'array') this.#collectFrom(item, step);
      else if (item.children?.length) {
        this.#hold(item, step);
        this.collect(item, step + 1);
      }
    }
  }

  /** @param value an object on the way, or a value at its end */
  #collectFrom(value: Node, step: number): void {
    const name = this.way[step];
    if (name === undefined) {
      this.records.push(value);
      return;
    }
    const property = value.children?.findLast((one) => nameOf(one) === name);
    const [nameNode, below] = property?.children ?? [];
    if (!nameNode || !below || value.children?.length !== 1) this.isOnly = false;
    if (!nameNode || !below) return;
    this.#hold(nameNode, step);
    this.collect(below, step + 1);
  }

  #hold(holder: Node, step: number): void {
    if (step === this.way.length - 1) this.holder ??= holder;
  }
}

function nameOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

/**
 * Replaces an envelope with the records in it. It is an item of a list or a line, so of a list in it only the items are
 * kept. Comments stay, except in JSON Lines, which have none.
 * @param whole the item of a list, the line, or the whole text that is the envelope
 */
export function keepRecordsOnly(
  { text, context }: RecordValues,
  whole: Node,
  { records }: Pick<Envelope, 'records'>,
  title = keepRecordsTitle,
): Change {
  const [first] = records;
  const last = records.at(-1);
  const list = first?.parent?.type === 'array' ? first.parent : undefined;
  if (!first || !last) return { title, edits: [] };
  if (context.container === 'line') {
    const content = records.map(({ offset, length }) => text.slice(offset, offset + length)).join('\n');
    return { title, edits: [{ offset: whole.offset, length: whole.length, content }] };
  }
  if (list && list === last.parent && context.container === 'root') return unwrap(text, whole, list, title);
  const end = last.offset + last.length;
  const [before, after] = unwrap(text, whole, { offset: first.offset, length: end - first.offset }).edits;
  const brackets = context.container === 'root' && records.length > 1 ? (['[', ']'] as const) : (['', ''] as const);
  const edits = [
    ...(before ? [{ ...before, content: before.content + brackets[0] }] : []),
    ...gapEdits(text, records),
    ...(after ? [{ ...after, content: brackets[1] + after.content }] : []),
  ];
  return { title, edits };
}

/** Puts a comma, and the comments there, between records that are not items of the same list yet. */
function gapEdits(text: string, records: readonly Node[]): Edit[] {
  return records.slice(1).flatMap((record, at) => {
    const before = records[at] as Node;
    if (before.parent === record.parent) return [];
    const start = before.offset + before.length;
    const content = gapBetween(text.slice(start, record.offset));
    return [{ offset: start, length: record.offset - start, content }];
  });
}

/** The gap between the items of one list, instead of one between lists. Comments stay, and the white space at the end. */
export function gapBetween(gap: string): string {
  const comments = commentsIn(gap);
  const space = gap.slice(gap.trimEnd().length) || (comments === '' && /,\s/.test(gap) ? ' ' : '');
  return `,${comments}${space}`;
}

/** Removes the object from around a list: Windows PowerShell's wrapper, or another envelope. Its comments stay. */
export function unwrap(text: string, wrapper: Span, list: Span, title = unwrapTitle) {
  const replaceWithComments = (start: number, end: number): Edit => {
    return { offset: start, length: end - start, content: commentsIn(text.slice(start, end)) };
  };
  const edits = [
    replaceWithComments(wrapper.offset, list.offset),
    replaceWithComments(list.offset + list.length, wrapper.offset + wrapper.length),
  ];
  return { title, edits };
}

/** The comments in a text, and nothing else. */
export function commentsIn(text: string): string {
  return Array.from(commentsOf(text), (comment) => (comment.startsWith('//') ? ` ${comment}\n` : ` ${comment} `)).join(
    '',
  );
}
