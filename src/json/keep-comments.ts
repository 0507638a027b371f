import { skipBlanks, startOfBlanks } from './blanks.ts';
import type { Edit } from './edit.ts';
import { commentsOf, isLineEnd } from './lexer.ts';

/**
 * Puts the comments that an edit would remove before its content. Nothing but a line end follows a line comment.
 * @param edit of whole tokens
 */
export function keepComments(text: string, { offset, length, content }: Edit): Edit {
  const removed = text.slice(offset, offset + length);
  const comments = lostComments(removed, content);
  const newLine = lineEndIn(removed) + indentationAt(text, offset);
  const endsLine = content === '' && isLineEnd(text.charCodeAt(skipBlanks(text, offset + length)));
  const parts = comments.map((comment, at) => {
    const isLast = at === comments.length - 1;
    if (comment.startsWith('//')) return isLast && endsLine ? comment : comment + newLine;
    return isLast && content === '' ? comment : `${comment} `;
  });
  return { offset, length, content: parts.join('') + content };
}

/** The comments of a text that another does not have. */
function lostComments(text: string, other: string): string[] {
  if (!/\/[/*]/.test(text)) return [];
  const kept = [...commentsOf(other)];
  return [...commentsOf(text)].filter((comment) => {
    const at = kept.indexOf(comment);
    if (at >= 0) kept.splice(at, 1);
    return at < 0;
  });
}

function lineEndIn(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '';
}

/** The indentation of a value that starts its line at an offset. */
function indentationAt(text: string, offset: number): string {
  const start = startOfBlanks(text, offset);
  return isLineEnd(text.charCodeAt(start - 1)) ? text.slice(start, offset) : '';
}
