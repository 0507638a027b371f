import type { Span } from '../record/finding.ts';
import { isSpace } from '../record/lexer.ts';
import { endOfWrapping, mostInOneRecord, type Opening, openingOf } from './opening.ts';
import { type Format, Pieces, type ValueType } from './pieces.ts';

/** What a file holds: one record, a list, Windows PowerShell's wrapped list, a record a line, another value, nothing. */
export type Shape = 'record' | 'list' | 'wrapped' | 'lines' | 'value' | 'empty';

/** One value where a record may stand. */
export interface Item extends Span {
  readonly type: ValueType;
  /** Of a record that certainly has no finding of its own: what other records must be asked for. */
  readonly clean?: CleanItem;
}

export interface CleanItem {
  /** Stands for its `jobId`; 0 where it has none. */
  readonly jobKey: number;
  /** Where the id's quotes start, in the file. */
  readonly jobIdAt: number;
}

/** Where the values of a file are that are to be records. */
export interface Layout {
  readonly shape: Shape;
  readonly items: readonly Item[];
  /** Of a wrapped list: the object around it, and the list in it. */
  readonly wrapping?: Span;
  readonly list?: Span;
}

/** How much is read at once, in UTF-16 units: more does not fit into the processor's nearer caches. */
const stretch = 32_768;

/**
 * Finds the records of a file, whatever is broken in it: what is unclosed, or closed too often, costs the record that
 * it stands in and no other.
 */
export function scan(text: string, format: Format = 'json'): Layout {
  if (format === 'lines') return { shape: 'lines', items: valuesFrom(text, 0, format).items };
  const opening = openingOf(text, true);
  if (!opening) return { shape: 'empty', items: [] };
  const { shape, values } = opening;
  const found = valuesFrom(text, values, format);
  if (shape !== 'wrapped') return { shape, items: found.items };
  const wrapped = wrappedLayout(text, opening, found);
  if (wrapped) return wrapped;
  if (found.items.length > mostInOneRecord) return { shape: 'list', items: found.items };
  return { shape: 'record', items: valuesFrom(text, opening.start, format).items };
}

interface Values {
  readonly items: readonly Item[];
  /** Where the first bracket stands that closes a list around the values; -1 where none does. */
  readonly bracketAt: number;
}

function valuesFrom(text: string, start: number, format: Format): Values {
  const pieces = new Pieces(format);
  const items: Item[] = [];
  let bracketAt = -1;
  let length = stretch;
  for (let at = start; at < text.length; ) {
    const isLast = at + length >= text.length;
    pieces.load(isLast ? text.slice(at) : text.slice(at, at + length), isLast);
    while (pieces.seek() && pieces.read()) if (pieces.type) items.push(itemOf(pieces, pieces.type, at));
    if (bracketAt < 0 && pieces.bracketAt >= 0) bracketAt = at + pieces.bracketAt;
    if (isLast) break;
    // What did not end in this stretch is read again with more behind it.
    length = pieces.passed === 0 ? length * 2 : stretch;
    at += pieces.passed;
  }
  return { items, bracketAt };
}

function itemOf(pieces: Pieces, type: ValueType, base: number): Item {
  const offset = base + pieces.valueStart;
  const item = { offset, length: pieces.valueEnd - pieces.valueStart, type };
  if (!pieces.isClean) return item;
  return { ...item, clean: { jobKey: pieces.jobKey, jobIdAt: base + pieces.jobIdOffset } };
}

function wrappedLayout(text: string, { start, values, hasCount }: Opening, found: Values): Layout | undefined {
  if (found.bracketAt < 0) return undefined;
  const length = endOfWrapping(text.slice(found.bracketAt), hasCount);
  if (length === undefined) return undefined;
  return {
    shape: 'wrapped',
    items: found.items,
    wrapping: { offset: start, length: found.bracketAt + length - start },
    list: { offset: values - 1, length: found.bracketAt + 1 - (values - 1) },
  };
}

/** The lines of JSON Lines, without their line ends and the white space before those. */
export function* linesOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const next = lineFeed < 0 ? text.length : lineFeed;
    let end = next;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    yield { start, end };
    start = next + 1;
  }
}
