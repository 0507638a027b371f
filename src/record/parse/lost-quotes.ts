import { Char, endOfComment, endOfString, isLineEnd, isSpace, skipTrivia } from '../../json/lexer.ts';
import { unseen } from '../../model/spelling.ts';
import { isKnown } from '../recognize.ts';

/*
 * After a lost quote, the inside and the outside of strings may be swapped up to the end of the line. That part is not
 * checked, and the next record starts where one certainly does.
 */

/**
 * Whether the quote of a string is lost: whether it does not close on its line, or text follows its closing quote directly.
 * @param start of the string, its quote included
 * @param end where the string ends, as `endOfString` says
 */
export function isQuoteLost(text: string, start: number, end: number): boolean {
  if (!isClosed(text, start, end)) return true;
  const next = text.charCodeAt(end);
  // Two strings side by side lack a comma, and swap nothing.
  if (end >= text.length || next <= Char.Space || next === Char.Quote) return false;
  return !afterString.test(text.charAt(end)) && endOfComment(text, end) === end;
}

const afterString = new RegExp(`[,:[\\]{}${unseen}]`);

function isClosed(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text.charCodeAt(end - 1) !== Char.Quote) return false;
  let backslashes = 0;
  while (text.charCodeAt(end - 2 - backslashes) === Char.Backslash) backslashes++;
  return backslashes % 2 === 0;
}

/** A part of the text that a lost quote makes unreadable. */
export interface Stretch {
  /** Where the line or the record ends. */
  readonly end: number;
  /** Whether the next record starts after it, perhaps with a comma between them. */
  readonly isRecordNext: boolean;
  /** The closing brackets in it for brackets that are open before it, and where they are. */
  readonly closing: readonly number[];
  /** Where the first bracket is that stays open after it; undefined if there is none. */
  readonly opening: number | undefined;
}

/**
 * Finds the part that is unreadable after the quote of a string is lost.
 * @param start of the string, its quote included
 * @param depth how many brackets are open before it
 * @param isWhole whether nothing follows the text
 */
export function stretchFrom(text: string, start: number, depth: number, isWhole: boolean): Stretch {
  const next = nextRecordOrLineEnd(text, start + 1, isWhole);
  if (text.charCodeAt(next) === Char.OpenBrace) {
    let end = next;
    while (isSpace(text.charCodeAt(end - 1))) end--;
    // A bracket before the record belongs to a list that starts here.
    if (text.charCodeAt(end - 1) === Char.OpenBracket)
      return { ...bracketsIn(text, start, end - 1, depth), end: end - 1, isRecordNext: false };
    if (text.charCodeAt(end - 1) === Char.Comma) end--;
    return { end, isRecordNext: true, closing: [], opening: undefined };
  }
  const broken = !isClosed(text, start, endOfString(text, start)) ? endOfBrokenString(text, next, isWhole) : undefined;
  if (broken !== undefined) return { end: broken, isRecordNext: false, closing: [], opening: undefined };
  return { ...bracketsIn(text, start, next, depth), end: next, isRecordNext: false };
}

/** How many lines a broken string may take. So far after its end, the text tells where a broken value ends. */
export const maxLines = 8;

/**
 * Where a string ends that line ends have broken, as a console does at its width. Then its last line has an odd number of
 * quotes too, and nothing is swapped after the first of them.
 * @param lineEnd of the first of its lines
 * @returns undefined if it does not seem to go on
 */
function endOfBrokenString(text: string, lineEnd: number, isWhole: boolean): number | undefined {
  let at = lineEnd;
  for (let line = 1; line < maxLines && at < text.length; line++) {
    let start = at;
    while (isLineEnd(text.charCodeAt(start)) && start < at + 2) start++;
    let first = -1;
    let quotes = 0;
    for (at = start; at < text.length && !isLineEnd(text.charCodeAt(at)); at++) {
      const char = text.charCodeAt(at);
      if (char === Char.Backslash) at++;
      else if (char === Char.Quote && quotes++ === 0) first = at;
    }
    if (at >= text.length && !isWhole) return text.length;
    if (quotes > 0) return quotes % 2 === 1 ? first + 1 : undefined;
  }
  return undefined;
}

/** The brackets without a partner in a part of a text, whether they are in strings or not. */
function bracketsIn(text: string, start: number, end: number, depth: number): Pick<Stretch, 'closing' | 'opening'> {
  const lastQuote = text.lastIndexOf('"', end - 1);
  const opened: number[] = [];
  const closing: number[] = [];
  for (let at = start; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === Char.OpenBrace || char === Char.OpenBracket) opened.push(at);
    if (char !== Char.CloseBrace && char !== Char.CloseBracket) continue;
    if (opened.length > 0) opened.pop();
    // Brackets that are open at the start of a value are not closed before the last quote.
    else if (at > lastQuote || closing.length < depth - 1) closing.push(at);
  }
  return { closing, opening: opened[0] };
}

/** The last search, in the text that was searched last: the pattern is not in between. */
let searched = { text: '', isWhole: true, from: 0, to: 0 };

/**
 * Where the next record certainly starts on a line, or else where the line ends. A text may have a lost quote in each of
 * its objects, so the part that was passed over once is not searched again.
 */
export function nextRecordOrLineEnd(text: string, from: number, isWhole: boolean): number {
  const { to } = searched;
  const isSearched = searched.text === text && searched.isWhole === isWhole && searched.from <= from && from <= to;
  let at = isSearched ? to : from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at)) && !isRecordStart(text, at))
    at = !isWhole && isCutOff(text, at) ? text.length : at + 1;
  searched = { text, isWhole, from: isSearched ? searched.from : from, to: at };
  return at;
}

/**
 * Whether a list has records, as far as its first item tells or, if that is broken, the next record on the line.
 * @param isWhole whether nothing follows the text
 * @returns undefined if the text ends before it tells
 */
export function isRecordList(text: string, bracket: number, isWhole: boolean): boolean | undefined {
  const first = skipTrivia(text, bracket + 1);
  if (isRecordStart(text, first)) return true;
  if (!isWhole && isCutOff(text, first)) return undefined;
  const next = skipTrivia(text, text.charCodeAt(first) === Char.OpenBrace ? first + 1 : first);
  const isName =
    text.charCodeAt(next) === Char.Quote && text.charCodeAt(skipTrivia(text, endOfString(text, next))) === Char.Colon;
  // An object without its first bracket, or without the quote of its first name.
  if ((text.charCodeAt(first) === Char.OpenBrace) === isName || !/[\w"]/.test(text.charAt(next))) return false;
  const found = nextRecordOrLineEnd(text, next, isWhole);
  return isWhole || found < text.length ? text.charCodeAt(found) === Char.OpenBrace : undefined;
}

const nameAndColon = /\{\s*"((?:[^"\\\r\n]|\\[^\r\n]){1,80})"\s*:/y;

/** Whether the text ends before it tells if an object, or even a record, starts at an offset. */
export function isCutOff(text: string, at: number): boolean {
  if (at >= text.length) return true;
  if (text.charCodeAt(at) !== Char.OpenBrace) return false;
  cutOffName.lastIndex = at;
  return cutOffName.test(text) || skipTrivia(text, at + 1) >= text.length;
}

const cutOffName = /\{\s*"(?:[^"\\\r\n]|\\[^\r\n]){0,80}(?:\\|"\s*)?$/y;

/**
 * Whether a record certainly starts at a bracket: whether a known name follows it, and a comma, another bracket or the
 * start of a line is before it. In a string of JSON, there would be a backslash before the quotes.
 */
export function isRecordStart(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== Char.OpenBrace) return false;
  let before = at - 1;
  while (before >= 0 && isSpace(text.charCodeAt(before)) && !isLineEnd(text.charCodeAt(before))) before--;
  if (before >= 0 && !isLineEnd(text.charCodeAt(before)) && !',[}'.includes(text.charAt(before))) return false;
  nameAndColon.lastIndex = at;
  const [, name] = nameAndColon.exec(text) ?? [];
  return name !== undefined && isKnown(name);
}
