import { Char, skipTrivia } from '../record/lexer.ts';
import { endOfWord, typeOfWord } from './value-scanner.ts';

/** How a file starts: what it seems to hold, and where its values are. */
export interface FileStart {
  readonly shape: 'record' | 'list' | 'wrapped' | 'value' | 'empty';
  /** Where the first bracket is. */
  readonly start: number;
  /** Where the first value may start. */
  readonly values: number;
  /** For a wrapped list: whether `"Count"` comes before it. */
  readonly hasCount: boolean;
}

export function isList(fileStart: FileStart | undefined): boolean {
  return fileStart?.shape === 'list' || fileStart?.shape === 'wrapped';
}

/**
 * Reads how a file starts.
 * @param isWhole whether the text is the whole file
 * @returns undefined if the text is too short to tell
 */
export function fileStartOf(text: string, isWhole: boolean): FileStart | undefined {
  const start = skipTrivia(text, 0);
  const result = (shape: FileStart['shape'], values: number, hasCount = false) => ({ shape, start, values, hasCount });
  if (start >= text.length && !isWhole) return undefined;
  if (start >= text.length) return result('empty', start);
  if (text.charCodeAt(start) === Char.OpenBracket) return result('list', start + 1);
  if (text.charCodeAt(start) !== Char.OpenBrace) return result('value', start);
  const head = new Cursor(text, start);
  head.take('{');
  const hasCount = head.takeCount() && head.take(',');
  const isWrapped = head.take('"value"') && head.take(':') && head.take('[');
  if (head.ranOut && !isWhole) return undefined;
  return isWrapped ? result('wrapped', head.at, hasCount) : result('record', start);
}

/**
 * The end of Windows PowerShell's `{ "value": [...], "Count": n }`.
 * @param text from the bracket that closes the list to the end of the file
 * @returns undefined if the text does not end as a wrapped list does
 */
export function endOfWrapper(text: string, hasCount: boolean): number | undefined {
  const tail = new Cursor(text, 0);
  if (!tail.take(']')) return undefined;
  if (!hasCount && !(tail.take(',') && tail.takeCount())) return undefined;
  if (!tail.take('}') || skipTrivia(text, tail.at) < text.length) return undefined;
  return tail.at;
}

/**
 * A file that starts as a wrapped list but does not end as one is a single record, unless it holds more values than
 * this: then it is a list that somebody is editing, and its records are checked.
 */
export const mostInOneRecord = 1000;

/** Takes one expected token after another, past white space and comments. */
class Cursor {
  /** Whether the text ended before a token could. */
  ranOut = false;

  constructor(
    readonly text: string,
    public at: number,
  ) {}

  take(token: string): boolean {
    const start = skipTrivia(this.text, this.at);
    if (start + token.length > this.text.length) this.ranOut = true;
    if (!this.text.startsWith(token, start)) return false;
    this.at = start + token.length;
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
