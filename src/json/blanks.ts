import { isBlank } from './lexer.ts';

/** The first offset from `from` on that is neither a space nor a tab. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the spaces and tabs before an offset start. */
export function startOfBlanks(text: string, end: number): number {
  let at = end;
  while (isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
