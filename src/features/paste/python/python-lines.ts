import { promptWithCommand } from '../around.ts';
import type { Cursor } from '../cursor.ts';

const trivia = /(?:\s+|#[^\r\n]*|\\\r?\n)*/y;
export const anyLine = /[^\r\n]+/y;
/** The input at a prompt. A dictionary there is not part of the output below it. */
const prompt = />>>[^\r\n{]*(?=[\r\n]|$)/y;
/** Moves past white space, comments and line ends. */
export function skipTrivia(source: Cursor): void {
  source.take(trivia);
}

/** Reads the lines before the first value: comments and prompts. The others are left out. */
export function readLinesUntil(source: Cursor, end: number): void {
  for (skipTrivia(source); source.at < end; skipTrivia(source)) {
    if (skipLine(source)) continue;
    const from = source.at;
    source.take(anyLine);
    source.leaveText(from, end);
  }
  source.at = end;
}

/** Moves past a prompt with its command. @returns whether there is one */
export function skipLine(source: Cursor): boolean {
  return (source.take(prompt) ?? source.take(promptWithCommand)) !== undefined;
}
