import { Char, skipTrivia } from '../json/lexer.ts';
import type { Excerpt, Extent, Span } from '../json/span.ts';
import { commentsIn, gapBetween, joinListsTitle, keepRecordsTitle, unwrapTitle } from '../record/envelope.ts';
import type { Finding } from '../record/finding.ts';
import type { Fix } from '../record/fix.ts';
import { endOfObject } from '../record/parse/end-of-value.ts';
import { parse } from '../record/parse/parse.ts';
import { wrappedList } from '../record/powershell.ts';
import { foreignKind, looksLikeRecord } from '../record/recognize.ts';
import type { EnvelopeStart } from './file-start.ts';
import { ValueScanner } from './value-scanner.ts';

/*
 * The envelope of a file: recognizing it, its finding, and taking it away. Its records, which may be tens of thousands, are
 * not read for that. `P` is an offset in a text, or a position in a document that is edited.
 */

/** An object around the records of a file, or a list around the lists that hold them. */
export interface FileEnvelope<P = number> {
  readonly rule: 'envelope' | 'powershell-array';
  /** The name of the property that holds the records, without its quotes; undefined for lists within a list. */
  readonly name?: string;
  /** Whether nothing else is in it. */
  readonly isOnly: boolean;
  /** Where its finding is: the name, a bracket, or all of Windows PowerShell's wrapper. */
  readonly flagged: Extent<P>;
  /** The whole of it, and the part between its own brackets; undefined if it is not closed. */
  readonly whole: Extent<P> | undefined;
  readonly inside: Extent<P> | undefined;
  /** The value that holds the records, with its brackets; for lists within a list, up to the last record. */
  readonly records: Extent<P>;
  /** For a property with a list that is closed, where its last bracket is. */
  readonly close: P | undefined;
}

/**
 * A file that starts as an object around records, but is none, is a single record, unless it holds more values than
 * this: then it is a list that is being edited, and its records are checked.
 */
export const maxInOneRecord = 1000;

/**
 * Recognizes an envelope by the text around the records.
 * @param head from its first bracket up to the first record; for a list, its bracket is the last character
 * @param rest from the end of the last record on; empty if the values are not one list, or not one record
 * @returns undefined if the object is not around records: if it is a record itself, or another object of the product
 */
export function envelopeAround<P>(
  start: EnvelopeStart,
  head: Excerpt<P>,
  rest: Excerpt<P>,
): FileEnvelope<P> | undefined {
  const { isList, isNested, name } = start;
  const isProperty = isList && !isNested;
  const close = isProperty ? firstBracketIn(rest.text) : 0;
  const found = kindOf(start, head.text, close < 0 ? '' : rest.text.slice(close));
  if (!found) return undefined;
  const { length, ...kind } = found;
  const end = length === undefined ? undefined : close + length;
  const isClosed = isProperty && close >= 0;
  const whole = end === undefined ? undefined : { start: head.at(0), end: rest.at(end) };
  const holder = { start: head.at(name.offset), end: head.at(name.offset + name.length) };
  return {
    ...kind,
    flagged: kind.rule === 'powershell-array' ? (whole ?? holder) : holder,
    whole,
    inside: end === undefined ? undefined : { start: head.at(1), end: rest.at(end - 1) },
    records: { start: head.at(head.text.length - (isList ? 1 : 0)), end: rest.at(isClosed ? close + 1 : 0) },
    close: isClosed ? rest.at(close) : undefined,
  };
}

/** The shape of a file with this envelope. */
export function shapeOf({ rule }: Pick<FileEnvelope, 'rule'>): 'wrapped' | 'envelope' {
  return rule === 'powershell-array' ? 'wrapped' : 'envelope';
}

/** Where the first `]` is that is not inside a value; -1 if there is none. */
function firstBracketIn(text: string): number {
  const scanner = new ValueScanner('json');
  scanner.load(text, true);
  while (scanner.bracketAt < 0 && scanner.seek()) scanner.read();
  return scanner.bracketAt;
}

/**
 * @param after from the end of the records on; for a list, its bracket is the first character
 * @returns with the length of `after` up to the end of the envelope; undefined if it is not closed
 */
function kindOf({ isList, isNested, holdsRecords }: EnvelopeStart, before: string, after: string) {
  if (isNested) return { rule: 'envelope', isOnly: true, length: endOfLists(after, depthOf(before)) } as const;
  const head = isList ? before : `${before}{}`;
  const text = head + after;
  const object = parse(text);
  if (!object || foreignKind(object) || looksLikeRecord(object)) return undefined;
  const endOf = ({ offset, length }: Span): number => offset + length;
  const holder = object.children?.find(({ children }) => children?.[1] && endOf(children[1]) >= head.length);
  const others = object.children?.filter((property) => property !== holder) ?? [];
  if (!isList && others.length > 0 && others.every(({ children }) => looksLikeRecord(children?.[1]))) return undefined;
  const end = endOfObject(text, 0, true);
  const isClosed = end > head.length && text[end - 1] === '}';
  const isWrapper = isClosed && isList && wrappedList(object) !== undefined;
  if (!isWrapper && !holdsRecords) return undefined;
  return {
    rule: isWrapper ? 'powershell-array' : 'envelope',
    name: String(holder?.children?.[0]?.value),
    isOnly: object.children?.length === 1,
    length: isClosed ? end - head.length : undefined,
  } as const;
}

/** How many brackets of lists are open at the end of a text that has only lists, some of them empty. */
function depthOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at = skipTrivia(text, at + 1)) {
    if (text.charCodeAt(at) === Char.OpenBracket) depth++;
    else if (text.charCodeAt(at) === Char.CloseBracket) depth--;
  }
  return depth;
}

/** Where the outermost of some lists ends; undefined if anything else follows than lists without items. */
function endOfLists(text: string, depth: number): number | undefined {
  let open = depth;
  for (let at = skipTrivia(text, 0); at < text.length; at = skipTrivia(text, at + 1)) {
    const char = text.charCodeAt(at);
    if (char === Char.OpenBracket) open++;
    else if (char === Char.CloseBracket) open--;
    else if (char !== Char.Comma) return undefined;
    if (open === 0) return at + 1;
  }
  return undefined;
}

/** @param span of `flagged` */
export function envelopeFinding({ rule, name, isOnly }: FileEnvelope<unknown>, span: Span): Finding {
  return rule === 'envelope' ? { rule, ...span, ...(name !== undefined && { name }), isOnly } : { rule, ...span };
}

interface ExtentEdit<P> {
  readonly range: Extent<P>;
  readonly content: string;
}

/**
 * Takes an envelope away.
 * @param items the values where records should be
 * @returns undefined if the envelope is not closed, or anything else than lists is around the items of lists
 */
export function unwrapping<P>(
  { rule, name, isOnly, whole, inside, records }: FileEnvelope<P>,
  items: Iterable<Extent<P>>,
  textOf: (part: Extent<P>) => string,
): Fix<ExtentEdit<P>> | undefined {
  if (!whole || !inside) return undefined;
  if (name === undefined) return joiningLists(inside, items, textOf);
  const isWrapper = rule === 'powershell-array';
  const around = [
    { start: whole.start, end: records.start },
    { start: records.end, end: whole.end },
  ];
  const edits = around.map((range) => ({ range, content: commentsIn(textOf(range)) }));
  return { title: isWrapper ? unwrapTitle : keepRecordsTitle, isLossless: isWrapper || isOnly, edits };
}

function joiningLists<P>(
  { start, end }: Extent<P>,
  items: Iterable<Extent<P>>,
  textOf: (part: Extent<P>) => string,
): Fix<ExtentEdit<P>> | undefined {
  const edits: ExtentEdit<P>[] = [];
  let from = start;
  for (const after of [...items, undefined]) {
    const range = { start: from, end: after?.start ?? end };
    const text = textOf(range);
    if (!isOfLists(text)) return undefined;
    const content = gapBetween(text);
    if (from === start || !after) edits.push({ range, content: content.slice(1) });
    else if (/[[\]]/.test(text)) edits.push({ range, content });
    from = after?.end ?? end;
  }
  return { title: joinListsTitle, isLossless: true, edits };
}

/** Whether a text has only brackets of lists, commas, white space and comments. */
function isOfLists(text: string): boolean {
  let at = skipTrivia(text, 0);
  while (at < text.length && '[],'.includes(text.charAt(at))) at = skipTrivia(text, at + 1);
  return at >= text.length;
}
