import { isSpace } from '../record/lexer.ts';
import type { Span } from '../record/span.ts';
import { endOfWrapper, type FileStart, fileStartOf, mostInOneRecord } from './file-start.ts';
import { type Format, ValueScanner, type ValueType } from './value-scanner.ts';

/** What a file holds: one record, a list, Windows PowerShell's wrapped list, JSON Lines, another value, or nothing. */
export type Shape = 'record' | 'list' | 'wrapped' | 'lines' | 'value' | 'empty';

/** A value where a record may be. */
export interface Item extends Span {
  readonly type: ValueType;
  /** Set for a record that certainly has no findings by itself: what duplicate detection needs. */
  readonly clean?: CleanItem;
}

export interface CleanItem {
  /** The key of its `jobId`; 0 if it has none. */
  readonly jobKey: number;
  /** Where the `jobId` starts in the file, its quotes included. */
  readonly jobIdAt: number;
}

/** Where the values of a file are that should be records. */
export interface Layout {
  readonly shape: Shape;
  readonly items: readonly Item[];
  /** The object around a wrapped list, and the list in it with its brackets. */
  readonly wrapper?: Span;
  readonly list?: Span;
}

/** How much to read at once, in UTF-16 units: what fits into the processor's nearer caches. */
const chunkLength = 32_768;

/** Finds the records of a file, even a broken one: a missing or an extra bracket costs its own record and no other. */
export function layoutOf(text: string, format: Format = 'json'): Layout {
  if (format === 'lines') return { shape: 'lines', items: valuesFrom(text, 0, format).items };
  const fileStart = fileStartOf(text, true);
  if (!fileStart) return { shape: 'empty', items: [] };
  const { shape, values } = fileStart;
  const found = valuesFrom(text, values, format);
  if (shape !== 'wrapped') return { shape, items: found.items };
  const wrapped = wrappedLayout(text, fileStart, found);
  if (wrapped) return wrapped;
  if (found.items.length > mostInOneRecord) return { shape: 'list', items: found.items };
  return { shape: 'record', items: valuesFrom(text, fileStart.start, format).items };
}

interface Values {
  readonly items: readonly Item[];
  /** Where the first `]` between or after the values is; -1 if there is none. */
  readonly bracketAt: number;
}

function valuesFrom(text: string, start: number, format: Format): Values {
  const scanner = new ValueScanner(format);
  const items: Item[] = [];
  let bracketAt = -1;
  let length = chunkLength;
  for (let at = start; at < text.length; ) {
    const isLast = at + length >= text.length;
    scanner.load(isLast ? text.slice(at) : text.slice(at, at + length), isLast);
    while (scanner.seek() && scanner.read()) if (scanner.type) items.push(itemOf(scanner, scanner.type, at));
    if (bracketAt < 0 && scanner.bracketAt >= 0) bracketAt = at + scanner.bracketAt;
    if (isLast) break;
    // A value that did not end in this chunk is read again in a longer one.
    length = scanner.passed === 0 ? length * 2 : chunkLength;
    at += scanner.passed;
  }
  return { items, bracketAt };
}

function itemOf(scanner: ValueScanner, type: ValueType, base: number): Item {
  const offset = base + scanner.valueStart;
  const item = { offset, length: scanner.valueEnd - scanner.valueStart, type };
  if (!scanner.isClean) return item;
  return { ...item, clean: { jobKey: scanner.jobKey, jobIdAt: base + scanner.jobIdOffset } };
}

function wrappedLayout(text: string, { start, values, hasCount }: FileStart, found: Values): Layout | undefined {
  if (found.bracketAt < 0) return undefined;
  const length = endOfWrapper(text.slice(found.bracketAt), hasCount);
  if (length === undefined) return undefined;
  return {
    shape: 'wrapped',
    items: found.items,
    wrapper: { offset: start, length: found.bracketAt + length - start },
    list: { offset: values - 1, length: found.bracketAt + 1 - (values - 1) },
  };
}

/** The lines of JSON Lines, without line ends and trailing white space. */
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
