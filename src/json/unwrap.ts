import type { Edit } from './edit.ts';
import { commentsOf } from './lexer.ts';
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
  return Array.from(commentsOf(text), (comment) => (comment.startsWith('//') ? ` ${comment}\n` : ` ${comment} `)).join(
    '',
  );
}
