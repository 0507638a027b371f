import type { Edit } from './edit.ts';
import type { Span } from './finding.ts';
import { Char, endOfComment, endOfString } from './lexer.ts';

/** The edits that leave of a wrapped list the list alone; comments in the wrapper stay. */
export function unwrapEdits(text: string, wrapper: Span, list: Span): Edit[] {
  const listEnd = list.offset + list.length;
  const end = wrapper.offset + wrapper.length;
  return [
    {
      offset: wrapper.offset,
      length: list.offset - wrapper.offset,
      content: commentsIn(text, wrapper.offset, list.offset),
    },
    { offset: listEnd, length: end - listEnd, content: commentsIn(text, listEnd, end) },
  ];
}

function commentsIn(text: string, start: number, end: number): string {
  let comments = '';
  for (let at = start; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === Char.Quote) at = endOfString(text, at) - 1;
    if (char !== Char.Slash) continue;
    const commentEnd = endOfComment(text, at);
    if (commentEnd === at) continue;
    const comment = text.slice(at, commentEnd);
    comments += comment.startsWith('//') ? ` ${comment}\n` : ` ${comment} `;
    at = commentEnd - 1;
  }
  return comments;
}
