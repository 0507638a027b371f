import { type CleanRecord, cleanRecord } from '../record/clean.ts';
import type { Span } from '../record/finding.ts';
import { Char, endOfString, skipTrivia } from '../record/lexer.ts';
import { endOfArray, endOfObject } from './extent.ts';

/** What a file holds: one record, a list, Windows PowerShell's wrapped list, a record a line, another value, nothing. */
export type Shape = 'record' | 'list' | 'wrapped' | 'lines' | 'value' | 'empty';

/** One value where a record may stand. */
export interface Item extends Span {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** What is known of a record that certainly has no finding of its own. */
  readonly clean?: CleanRecord;
}

/** Where the values of a file are that are to be records. */
export interface Layout {
  readonly shape: Shape;
  readonly items: readonly Item[];
  /** Of a wrapped list: the object around it, and the list in it. */
  readonly wrapping?: Span;
  readonly list?: Span;
}

/** How a file is written: as one JSON text, as one with comments and commas at the end, or as JSON Lines. */
export type Format = 'json' | 'jsonc' | 'lines';

/**
 * Finds the records of a file, whatever is broken in it: what is unclosed, or closed too often, costs the record that
 * it stands in and no other.
 */
export function scan(text: string, format: Format = 'json'): Layout {
  const steps = scanning(text, format);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps, a value at each, so that the caller can do something else between two. */
export function* scanning(text: string, format: Format = 'json'): Generator<void, Layout> {
  if (format === 'lines') return { shape: 'lines', items: yield* itemsOfLines(text) };
  const start = skipTrivia(text, 0);
  if (start >= text.length) return { shape: 'empty', items: [] };
  if (text.charCodeAt(start) === Char.OpenBracket) return { shape: 'list', items: yield* allItems(text, start + 1) };
  if (text.charCodeAt(start) !== Char.OpenBrace) return { shape: 'value', items: yield* allItems(text, start) };
  return (yield* wrappedLayout(text, start)) ?? { shape: 'record', items: yield* allItems(text, start) };
}

/** Windows PowerShell's `{ "value": [...], "Count": n }`, in either order; undefined where the root is anything else. */
function* wrappedLayout(text: string, start: number): Generator<void, Layout | undefined> {
  const head = new Cursor(text, start);
  head.take('{');
  const hasCount = head.takeCount() && head.take(',');
  if (!head.take('"value"') || !head.take(':') || !head.take('[')) return undefined;
  const { items, end } = yield* itemsFrom(text, head.at);
  const tail = new Cursor(text, end);
  if (!hasCount && !(tail.take(',') && tail.takeCount())) return undefined;
  if (!tail.take('}') || skipTrivia(text, tail.at) < text.length) return undefined;
  return {
    shape: 'wrapped',
    items,
    wrapping: { offset: start, length: tail.at - start },
    list: { offset: head.at - 1, length: end - head.at + 1 },
  };
}

/** Reads one expected piece after the other, white space and comments between them. */
class Cursor {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  take(piece: string): boolean {
    const start = skipTrivia(this.text, this.at);
    if (!this.text.startsWith(piece, start)) return false;
    this.at = start + piece.length;
    return true;
  }

  takeCount(): boolean {
    if (!this.take('"Count"') || !this.take(':')) return false;
    const start = skipTrivia(this.text, this.at);
    const end = endOfWord(this.text, start);
    if (typeOfWord(this.text.slice(start, end)) !== 'number') return false;
    this.at = end;
    return true;
  }
}

/** The values from `start` on, and where the bracket that closes their list ends. */
function* itemsFrom(text: string, start: number): Generator<void, { items: Item[]; end: number }> {
  const items: Item[] = [];
  for (let at = skipTrivia(text, start); at < text.length; at = skipTrivia(text, at)) {
    if (text.charCodeAt(at) === Char.CloseBracket) return { items, end: at + 1 };
    const item = itemAt(text, at);
    if (item.type) items.push(item as Item);
    at = item.offset + item.length;
    yield;
  }
  return { items, end: text.length };
}

/** The values from `start` to the end: of a list, with those behind it where it was closed too early. */
function* allItems(text: string, start: number): Generator<void, Item[]> {
  const { items, end } = yield* itemsFrom(text, start);
  for (let at = end; at < text.length; ) {
    const more = yield* itemsFrom(text, at);
    for (const item of more.items) items.push(item);
    at = more.end;
  }
  return items;
}

/** An item, or a piece of text between two. */
type Piece = Omit<Item, 'type'> & Partial<Pick<Item, 'type'>>;

/** One value, or one piece of text that is none: the comma between two, a word that is not JSON's, a name. */
function itemAt(text: string, start: number): Piece {
  const char = text.charCodeAt(start);
  const from = (end: number, type?: Item['type']) => ({ offset: start, length: end - start, ...(type && { type }) });
  switch (char) {
    case Char.OpenBrace: {
      const clean = cleanRecord(text, start);
      return clean ? { ...from(clean.end, 'object'), clean } : from(endOfObject(text, start), 'object');
    }
    case Char.OpenBracket:
      return from(endOfArray(text, start), 'array');
    case Char.Quote:
      return stringAt(text, start);
    default: {
      const end = endOfWord(text, start);
      return end === start ? from(start + 1) : from(end, typeOfWord(text.slice(start, end)));
    }
  }
}

/** A string, or a name: a property that has lost the brace before it is no value, and neither is what it names. */
function stringAt(text: string, start: number): Piece {
  const end = endOfString(text, start);
  const colon = skipTrivia(text, end);
  if (text.charCodeAt(colon) !== Char.Colon) return { offset: start, length: end - start, type: 'string' };
  return { offset: start, length: endOfNamed(text, skipTrivia(text, colon + 1)) - start };
}

function endOfNamed(text: string, start: number): number {
  switch (text.charCodeAt(start)) {
    case Char.OpenBrace:
      return endOfObject(text, start);
    case Char.OpenBracket:
      return endOfArray(text, start);
    case Char.Quote:
      return endOfString(text, start);
    default:
      return endOfWord(text, start);
  }
}

/** A record a line; what follows the first value of a line is no record. */
function* itemsOfLines(text: string): Generator<void, Item[]> {
  const items: Item[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    const at = skipTrivia(line, 0);
    const item = at < line.length ? itemAt(line, at) : undefined;
    if (item?.type) items.push({ ...item, type: item.type, offset: start + item.offset });
    yield;
  }
  return items;
}

/** The lines of JSON Lines, without their line ends. */
export function* linesOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const next = lineFeed < 0 ? text.length : lineFeed;
    const end = lineFeed > start && text.charCodeAt(lineFeed - 1) === Char.CarriageReturn ? lineFeed - 1 : next;
    yield { start, end };
    start = next + 1;
  }
}

const delimiters = /[\s,:[\]{}"/]/g;

/** Where the run of characters that starts at `start` ends: before white space, a bracket, a quote and the like. */
export function endOfWord(text: string, start: number): number {
  delimiters.lastIndex = start;
  return delimiters.exec(text)?.index ?? text.length;
}

function typeOfWord(word: string): Item['type'] | undefined {
  if (word === 'true' || word === 'false') return 'boolean';
  if (word === 'null') return 'null';
  return /^-?\d/.test(word) ? 'number' : undefined;
}
