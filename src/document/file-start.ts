import { Char, endOfString, endOfWord, isScalar, skipTrivia } from '../json/lexer.ts';
import type { Span } from '../json/span.ts';
import { endOfNamed, endOfObject } from '../record/parse/end-of-value.ts';
import { parse } from '../record/parse/parse.ts';
import { isKnown, looksLikeRecord } from '../record/recognize.ts';
import { findJson, isWithoutJson, lookahead, startsAsLog } from './surroundings.ts';

/** How a file starts: its likely content, and where its values are. */
export interface FileStart {
  /** A record; a list; an object that seems to be around records; another value; text that is not JSON; or nothing. */
  readonly shape: 'record' | 'list' | 'envelope' | 'value' | 'text' | 'empty';
  /** Where the JSON starts. */
  readonly start: number;
  /** Where the first value may start. */
  readonly values: number;
  /** Up to where the text decides all this, besides the first value. */
  readonly decidedUntil: number;
  readonly envelope?: EnvelopeStart;
}

/** How an object starts that seems to be around records: the property that holds them, or the list within the list. */
export interface EnvelopeStart {
  /** The name of the property, with its quotes; for a list within a list, its bracket. From the start of the JSON. */
  readonly name: Span;
  /** Whether it is a list within a list. */
  readonly isNested: boolean;
  readonly isList: boolean;
  /** Whether it looks like a record, or its first item does. If not, only Windows PowerShell's wrapper is around it. */
  readonly holdsRecords: boolean;
}

/** How deep a list of records may be within lists. */
const maxNested = 4;

/** Whether the values of a file are the items of a list. */
export function isList(fileStart: FileStart | undefined): boolean {
  return fileStart?.shape === 'list' || fileStart?.envelope?.isList === true;
}

/** The container of the values of a file, judged by how it starts. */
export function containerIn(fileStart: FileStart | undefined): 'list' | 'root' {
  return fileStart?.shape === 'list' || fileStart?.shape === 'envelope' ? 'list' : 'root';
}

/**
 * Reads how a file starts.
 * @param isWhole whether the text is the whole file
 * @returns undefined if the text is too short to tell
 */
export function fileStartOf(text: string, isWhole: true): FileStart;
export function fileStartOf(text: string, isWhole: boolean): FileStart | undefined;
export function fileStartOf(text: string, isWhole: boolean): FileStart | undefined {
  const start = skipTrivia(text, 0);
  if (start >= text.length) return isWhole ? { shape: 'empty', start, values: start, decidedUntil: start } : undefined;
  const canTell = (at: number): boolean => isWhole || text.length - at > lookahead;
  const char = text.charCodeAt(start);
  const isBracket = char === Char.OpenBrace || char === Char.OpenBracket;
  if (!canTell(start)) return undefined;
  if (isWithoutJson(text.slice(start, start + lookahead))) return textFrom(text, start);
  if (isBracket && !(char === Char.OpenBracket && startsAsLog(text, start))) return startOfJson(text, start, isWhole);
  if (isWhole && isOneScalar(text, start)) return { shape: 'value', start, values: start, decidedUntil: text.length };
  const json = findJson(text, 0);
  if (json >= 0) return canTell(json) ? startOfJson(text, json, isWhole) : undefined;
  if (!isWhole) return undefined;
  return isBracket ? startOfJson(text, start, isWhole) : textFrom(text, start);
}

function textFrom(text: string, start: number): FileStart {
  return { shape: 'text', start, values: text.length, decidedUntil: text.length };
}

function startOfJson(text: string, start: number, isWhole: boolean): FileStart | undefined {
  return text.charCodeAt(start) === Char.OpenBracket
    ? startOfList(text, start, isWhole)
    : startOfObject(text, start, isWhole);
}

/** Looks for the first list within the list that is not empty. */
function startOfList(text: string, start: number, isWhole: boolean): FileStart | undefined {
  const list = { shape: 'list', start, values: start + 1, decidedUntil: start + lookahead } as const;
  let bracket = start;
  let at = skipTrivia(text, start + 1);
  for (let depth = 1; text.charCodeAt(at) === Char.OpenBracket && depth <= maxNested; ) {
    const next = skipTrivia(text, at + 1);
    if (text.charCodeAt(next) === Char.CloseBracket) {
      at = skipTrivia(text, next + 1);
      if (text.charCodeAt(at) === Char.Comma) at = skipTrivia(text, at + 1);
      else break;
    } else {
      bracket = at;
      at = next;
      depth++;
    }
  }
  if (at > start + lookahead) return list;
  if (at >= text.length && !isWhole) return undefined;
  if (bracket === start) return list;
  const holdsRecords = looksLikeRecords(text, at, isWhole);
  if (holdsRecords === undefined) return undefined;
  const name = { offset: bracket - start, length: 1 };
  const envelope = { name, isNested: true, isList: true, holdsRecords };
  const decidedUntil = Math.max(at + 1, start + lookahead);
  return holdsRecords
    ? { shape: 'envelope', start, values: bracket + 1, decidedUntil, envelope }
    : { ...list, decidedUntil };
}

/** Looks for the first property that holds records. */
function startOfObject(text: string, start: number, isWhole: boolean): FileStart | undefined {
  let at = start + 1;
  let isWrapper = true; // Whether it can still be `{ "Count": n, "value": [...] }`.
  for (;;) {
    const name = skipTrivia(text, at);
    if (text.charCodeAt(name) !== Char.Quote) break;
    at = endOfString(text, name);
    const written = text.slice(name, at);
    const colon = skipTrivia(text, at);
    if (text.charCodeAt(colon) !== Char.Colon) break;
    const value = skipTrivia(text, colon + 1);
    const seemsToHold = looksLikeRecords(text, value, isWhole);
    if (seemsToHold === undefined) return undefined;
    // A record's own properties, such as "options", hold no other record.
    const holdsRecords = seemsToHold && !isKnown(written.slice(1, -1));
    const isList = text.charCodeAt(value) === Char.OpenBracket;
    if (holdsRecords || (isWrapper && isList && written === '"value"')) {
      const envelope = { name: { offset: name - start, length: at - name }, isNested: false, isList, holdsRecords };
      const decidedUntil = Math.max(value + 1, start + lookahead);
      return { shape: 'envelope', start, values: isList ? value + 1 : value, decidedUntil, envelope };
    }
    isWrapper &&= written === '"Count"';
    const end = skipTrivia(text, endOfNamed(text, value, isWhole));
    if (text.charCodeAt(end) !== Char.Comma) {
      at = end;
      break;
    }
    at = end + 1;
  }
  if (skipTrivia(text, at) >= text.length && !isWhole) return undefined;
  return { shape: 'record', start, values: start, decidedUntil: Math.max(at, start + lookahead) };
}

/** Whether a value looks like a record, or its first item does; undefined if the text is too short to tell. */
function looksLikeRecords(text: string, value: number, isWhole: boolean): boolean | undefined {
  const isArray = text.charCodeAt(value) === Char.OpenBracket;
  const first = isArray ? skipTrivia(text, value + 1) : value;
  if (first >= text.length && !isWhole) return undefined;
  if (text.charCodeAt(first) !== Char.OpenBrace) return false;
  const end = endOfObject(text, first, isWhole);
  if (end >= text.length && !isWhole) return undefined;
  return looksLikeRecord(parse(text.slice(first, end), 1));
}

/** Whether a text is one string, number or other word, and nothing else. */
function isOneScalar(text: string, start: number): boolean {
  const isString = text.charCodeAt(start) === Char.Quote;
  const end = isString ? endOfString(text, start) : endOfWord(text, start);
  const written = text.slice(start, end);
  const isValue = isString ? written.length > 1 && written.endsWith('"') : isScalar(written);
  return isValue && skipTrivia(text, end) >= text.length;
}
