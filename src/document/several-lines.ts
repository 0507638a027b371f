import { Char, endOfString, endOfWord, isSpace } from '../json/lexer.ts';
import { firstProblem } from './syntax-reader.ts';

/** How a text starts that should be JSON Lines. */
interface LinesStart {
  readonly isOverSeveralLines: boolean;
  /** Up to where the text decides this. */
  readonly decidedUntil: number;
}

/**
 * Whether a text that should be JSON Lines has records, or a list of them, over several lines: whether its first line
 * leaves a bracket open, and its second line goes on in it. `{` on the second line starts the next record instead.
 * @param isWhole whether the text is the whole file
 * @returns undefined if the text is too short to tell
 */
export function readLinesStart(text: string, isWhole: boolean): LinesStart | undefined {
  const start = skipSpace(text, 0);
  const bracket = text.charCodeAt(start);
  const result = (isOverSeveralLines: boolean, decidedUntil: number) => ({ isOverSeveralLines, decidedUntil });
  if (start < text.length && bracket !== Char.OpenBrace && bracket !== Char.OpenBracket) return result(false, start);
  const lineEnd = text.indexOf('\n', start);
  const next = lineEnd < 0 ? text.length : skipSpace(text, lineEnd);
  const end = endOfToken(text, next);
  if (end >= text.length && !isWhole) return undefined;
  if (next >= text.length || (bracket === Char.OpenBrace && text.charCodeAt(next) === Char.OpenBrace))
    return result(false, end);
  const problem = firstProblem(text.slice(start, end))?.problem;
  return result(problem === undefined || problem === 'unfinished', end);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function endOfToken(text: string, at: number): number {
  return text.charCodeAt(at) === Char.Quote ? endOfString(text, at) : Math.max(endOfWord(text, at), at + 1);
}
