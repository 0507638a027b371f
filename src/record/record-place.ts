import { Char, skipTrivia } from './lexer.ts';
import { locationAt } from './parse.ts';

/** A place where a record can be inserted. */
export interface RecordInsertion {
  /** What is typed of it already: the start of a word, up to the place. */
  readonly typed: number;
  /** The comma to insert behind the record. */
  readonly comma: '' | ',';
}

/**
 * Whether a record can stand at a place.
 * @param text a list, or the beginning of one
 * @returns undefined inside a record, and where a comma is missing before the place
 */
export function recordInsertionAt(text: string, offset: number): RecordInsertion | undefined {
  const typed = /[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  const { path } = locationAt(text, offset - typed);
  const isItem = path.length === 1 && typeof path[0] === 'number';
  if (!isItem || !endsOpen(text.slice(0, offset - typed))) return undefined;
  const behind = text.charCodeAt(skipTrivia(text, offset));
  return { typed, comma: behind === Char.OpenBrace ? ',' : '' };
}

/** Whether a value can follow a text: it ends with a bracket or a comma, and perhaps comments. */
function endsOpen(text: string): boolean {
  let last = 0;
  for (let at = skipTrivia(text, 0); at < text.length; at = skipTrivia(text, at + 1)) last = text.charCodeAt(at);
  return last === Char.OpenBracket || last === Char.Comma;
}
