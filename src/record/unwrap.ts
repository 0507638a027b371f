import type { Edit } from './edit.ts';
import { Char, endOfComment, endOfString } from './lexer.ts';
import type { Span } from './span.ts';

export const unwrapTitle = 'Unwrap the list';

/** Removes the object from around a list: Windows PowerShell's wrapper, or another envelope. Its comments stay. */
export function unwrap(text: string, wrapper: Span, list: Span, title = unwrapTitle) {
  const replaceWithComments = (start: number, end: number): Edit => {
    return { offset: start, length: end - start, content: commentsIn(text.slice(start, end)) };
  };
  const edits = [
    replaceWithComments(wrapper.offset, list.offset),
    replaceWithComments(list.offset + list.length, wrapper.offset + wrapper.length),
  ];
  return { title, edits };
}

/** The comments in a text, and nothing else. */
export function commentsIn(text: string): string {
  let comments = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === Char.Quote) at = endOfString(text, at) - 1;
    if (char !== Char.Slash) continue;
    const end = endOfComment(text, at);
    if (end === at) continue;
    const comment = text.slice(at, end);
    comments += comment.startsWith('//') ? ` ${comment}\n` : ` ${comment} `;
    at = end - 1;
  }
  return comments;
}
