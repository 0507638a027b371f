import { Char, skipTrivia } from '../record/lexer.ts';
import { endOfWord, typeOfWord } from './value-scanner.ts';

/** How a file begins: what it seems to hold, and where its values are to be looked for. */
export interface FileStart {
  readonly shape: 'record' | 'list' | 'wrapped' | 'value' | 'empty';
  /** Where the first bracket stands. */
  readonly start: number;
  /** Where the first value may start. */
  readonly values: number;
  /** Of a wrapped list: whether its `"Count"` stands before it. */
  readonly hasCount: boolean;
}

/** Whether what begins so holds its records in a list. */
export function isList(opening: FileStart | undefined): boolean {
  return opening?.shape === 'list' || opening?.shape === 'wrapped';
}

/**
 * Reads the beginning of a file.
 * @param isWhole whether the text is the whole file
 * @returns undefined where only more of the file can say
 */
export function fileStartOf(text: string, isWhole: boolean): FileStart | undefined {
  const start = skipTrivia(text, 0);
  const opening = (shape: FileStart['shape'], values: number, hasCount = false) => ({ shape, start, values, hasCount });
  if (start >= text.length && !isWhole) return undefined;
  if (start >= text.length) return opening('empty', start);
  if (text.charCodeAt(start) === Char.OpenBracket) return opening('list', start + 1);
  if (text.charCodeAt(start) !== Char.OpenBrace) return opening('value', start);
  const head = new Cursor(text, start);
  head.take('{');
  const hasCount = head.takeCount() && head.take(',');
  const isWrapped = head.take('"value"') && head.take(':') && head.take('[');
  if (head.ranOut && !isWhole) return undefined;
  return isWrapped ? opening('wrapped', head.at, hasCount) : opening('record', start);
}

/**
 * Where Windows PowerShell's `{ "value": [...], "Count": n }` ends, seen from the bracket that closes its list;
 * undefined where that is not how it ends.
 * @param text from that bracket to the end of the file
 */
export function endOfWrapper(text: string, hasCount: boolean): number | undefined {
  const tail = new Cursor(text, 0);
  if (!tail.take(']')) return undefined;
  if (!hasCount && !(tail.take(',') && tail.takeCount())) return undefined;
  if (!tail.take('}') || skipTrivia(text, tail.at) < text.length) return undefined;
  return tail.at;
}

/**
 * How many values a file may hold whose beginning is that of a wrapped list and whose end is not, and yet be taken for
 * one record. With more it is a list that somebody is working on, and its records are checked.
 */
export const mostInOneRecord = 1000;

/** Reads one expected piece after the other, white space and comments between them. */
class Cursor {
  /** Whether the text ended before a piece could. */
  ranOut = false;

  constructor(
    readonly text: string,
    public at: number,
  ) {}

  take(piece: string): boolean {
    const start = skipTrivia(this.text, this.at);
    if (start + piece.length > this.text.length) this.ranOut = true;
    if (!this.text.startsWith(piece, start)) return false;
    this.at = start + piece.length;
    return true;
  }

  takeCount(): boolean {
    if (!this.take('"Count"') || !this.take(':')) return false;
    const start = skipTrivia(this.text, this.at);
    const end = endOfWord(this.text, start);
    if (end === this.text.length) this.ranOut = true;
    if (typeOfWord(this.text.slice(start, end)) !== 'number') return false;
    this.at = end;
    return true;
  }
}
