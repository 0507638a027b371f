import type { Node } from 'jsonc-parser';
import { Char, skipTrivia } from '../json/lexer.ts';
import { endOfObject } from '../record/parse/end-of-value.ts';
import { parse } from '../record/parse/parse.ts';
import { wrappedList } from '../record/powershell.ts';
import { foreignKind, looksLikeRecord } from '../record/recognize.ts';
import type { EnclosedValue } from './file-start.ts';

/** What is around the records of a file: an object, or a list around the lists that hold them. */
export interface Enclosure {
  readonly rule: 'envelope' | 'powershell-array';
  /** The name of the property that holds the records, without its quotes; undefined for lists within a list. */
  readonly name?: string;
  /** Whether nothing else is in it. */
  readonly isOnly: boolean;
  /** Where it ends, in the text after the records; undefined if it is not closed. */
  readonly end: number | undefined;
}

/**
 * Says what an object is from its text around the records in it, which may be tens of thousands.
 * @param before from the first bracket up to the records; for a list, its bracket is the last character
 * @param behind from the end of the records on; for a list, its bracket is the first character. Empty if it is not known
 * @returns undefined if the object is not around records: if it is a record itself, or another object of the product
 */
export function enclosureOf(
  { isList, isNested, holdsRecords }: EnclosedValue,
  before: string,
  behind: string,
): Enclosure | undefined {
  if (isNested) return { rule: 'envelope', isOnly: true, end: endOfLists(behind, depthOf(before)) };
  const head = isList ? before : `${before}{}`;
  const text = head + behind;
  const object = parse(text);
  if (!object || foreignKind(object) || looksLikeRecord(object)) return undefined;
  const holder = object.children?.find(({ children }) => isAround(children?.[1], head.length));
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
    end: isClosed ? end - head.length : undefined,
  };
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

/** Whether a value is the one that the records were cut out of. */
function isAround(value: Node | undefined, at: number): boolean {
  return value !== undefined && value.offset + value.length >= at;
}

/**
 * A file that starts as an object around records, but is none, is a single record, unless it holds more values than
 * this: then it is a list that somebody is editing, and its records are checked.
 */
export const maxInOneRecord = 1000;
