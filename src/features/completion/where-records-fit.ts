import { Char, endOfString, skipTrivia } from '../../json/lexer.ts';
import { locationAt } from '../../record/parse/parse.ts';

/** Describes how a record can be inserted at an offset. */
export interface RecordInsertion {
  /** The part that is typed already: the start of a word, up to the offset. */
  readonly typed: number;
  /** The comma to insert after the record. */
  readonly comma: '' | ',';
}

/**
 * Whether a record fits at an offset.
 * @param text a list, or the beginning of one
 * @returns undefined inside a record, and where a comma is missing before the offset
 */
export function recordInsertionAt(text: string, offset: number): RecordInsertion | undefined {
  const typed = /[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  const { path } = locationAt(text, offset - typed);
  const isItem = path.length === 1 && typeof path[0] === 'number';
  const before = charBefore(text, offset - typed);
  if (!isItem || (before !== Char.OpenBracket && before !== Char.Comma)) return undefined;
  const next = text.charCodeAt(skipTrivia(text, offset));
  return { typed, comma: next === Char.OpenBrace ? ',' : '' };
}

/** The last character before an offset that is neither white space nor in a comment; undefined if there is none. */
export function charBefore(text: string, offset: number): number | undefined {
  let last: number | undefined;
  for (let at = skipTrivia(text, 0); at < offset; ) {
    last = text.charCodeAt(at);
    at = skipTrivia(text, last === Char.Quote ? endOfString(text, at) : at + 1);
  }
  return last;
}
