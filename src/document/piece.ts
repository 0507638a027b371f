import { Char, endOfString, skipTrivia } from '../record/lexer.ts';
import { endOfArray, endOfNamed, endOfObject } from './end-of-value.ts';
import { endOfWord } from './words.ts';

/** The type of a value, in JSON's terms. */
export type ValueType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** A value, or what stands where one may be. */
export interface Piece {
  /** Undefined if it is no value, but the name of a property or a word such as `nul`. */
  readonly type: ValueType | undefined;
  readonly end: number;
}

/**
 * Reads what starts at an offset.
 * @param isWhole whether nothing follows the text; if something may, a string could be the name of a property
 */
export function pieceAt(text: string, start: number, isWhole: boolean): Piece {
  switch (text.charCodeAt(start)) {
    case Char.OpenBrace:
      return { type: 'object', end: endOfObject(text, start) };
    case Char.OpenBracket:
      return { type: 'array', end: endOfArray(text, start) };
    case Char.Quote:
      return stringOrProperty(text, start, isWhole);
    default: {
      const end = endOfWord(text, start);
      return end === start ? { type: undefined, end: end + 1 } : { type: typeOfWord(text.slice(start, end)), end };
    }
  }
}

/** Neither the name nor the value of a property outside an object can be a record. */
function stringOrProperty(text: string, start: number, isWhole: boolean): Piece {
  const end = endOfString(text, start);
  const next = skipTrivia(text, end);
  if (text.charCodeAt(next) === Char.Colon)
    return { type: undefined, end: endOfNamed(text, skipTrivia(text, next + 1)) };
  return { type: 'string', end: next >= text.length && !isWhole ? next : end };
}

/** The type of a word as a JSON value; undefined if it is not one. */
function typeOfWord(word: string): ValueType | undefined {
  if (word === 'true' || word === 'false') return 'boolean';
  if (word === 'null') return 'null';
  return /^-?\d/.test(word) ? 'number' : undefined;
}
