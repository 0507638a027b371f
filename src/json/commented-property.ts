import type { Node } from 'jsonc-parser';
import { skipBlanks, startOfBlanks } from './blanks.ts';
import { Char, endOfComment, isLineEnd, isSpace, skipTrivia } from './lexer.ts';
import type { Span } from './span.ts';

/**
 * The properties of an object with the comments that belong to them: those on the lines directly above, and those after
 * it on its line. A comment after the opening bracket on its line, one with an empty line under it, and those after the
 * last property belong to no property.
 * @param object of a text that is not broken
 */
export function commentedProperties(object: Node, text: string): CommentedProperty[] {
  const properties: CommentedProperty[] = [];
  let end = commentsAfter(text, object.offset + 1).end;
  for (const node of object.children ?? []) {
    const property = new CommentedProperty(text, node, end, properties.length === 0);
    properties.push(property);
    end = property.end;
  }
  return properties;
}

/** A property with its comments, and the slot that it fills in its object. */
export class CommentedProperty {
  readonly name: string;
  readonly value: Node | undefined;
  /** The property and the comments above it. */
  readonly span: Span;
  /** The comments after it on its line, before and after its comma. Without a comma on the line, none is after it. */
  readonly beforeComma: LineComments;
  readonly afterComma: LineComments;
  /** The end of the property with its comments and its comma. */
  readonly end: number;
  readonly #hasCommentsAbove: boolean;
  readonly #takesCommentsAbove: boolean;
  readonly #endsLine: boolean;

  /** @param gapStart where the text before it starts that is not another property's */
  constructor(text: string, node: Node, gapStart: number, isFirst: boolean) {
    const start = startOfCommentsAbove(text, gapStart, node.offset);
    const end = node.offset + node.length;
    this.name = String(node.children?.[0]?.value);
    this.value = node.children?.[1];
    this.span = { offset: start, length: end - start };
    this.beforeComma = commentsAfter(text, end);
    const comma = skipTrivia(text, end);
    const hasComma = text.charCodeAt(comma) === Char.Comma;
    const hasCommaOnLine = hasComma && skipBlanks(text, this.beforeComma.end) === comma;
    this.afterComma = hasCommaOnLine ? commentsAfter(text, comma + 1) : noComments(this.beforeComma.end);
    this.end = hasComma ? Math.max(comma + 1, this.afterComma.end) : this.beforeComma.end;
    this.#hasCommentsAbove = start < node.offset;
    this.#takesCommentsAbove = isFirst || startsLine(text, start);
    this.#endsLine = isLineEnd(text.charCodeAt(skipBlanks(text, this.afterComma.end)));
  }

  /** Whether another property fits here, with its comments above it and a line comment after it. */
  hasRoomFor(other: CommentedProperty): boolean {
    const takesRestOfLine = other.beforeComma.takesRestOfLine || other.afterComma.takesRestOfLine;
    return (!takesRestOfLine || this.#endsLine) && (!other.#hasCommentsAbove || this.#takesCommentsAbove);
  }

  /** The comments after another property as they are written here: a line comment cannot stand before a comma. */
  commentsOf(other: CommentedProperty): { readonly beforeComma: string; readonly afterComma: string } {
    const { beforeComma, afterComma } = other;
    if (beforeComma.takesRestOfLine) return { beforeComma: '', afterComma: beforeComma.text };
    return { beforeComma: beforeComma.text, afterComma: afterComma.text };
  }
}

/** Comments that follow something on its line, with the white space before each; an empty text if there are none. */
interface LineComments {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
  /** Whether the last of them goes up to the end of the line. */
  readonly takesRestOfLine: boolean;
}

function commentsAfter(text: string, offset: number): LineComments {
  let end = offset;
  let last = offset;
  for (let at = skipBlanks(text, offset); text.charCodeAt(at) === Char.Slash; at = skipBlanks(text, end)) {
    last = at;
    end = endOfComment(text, at);
  }
  const takesRestOfLine = end > offset && text.charCodeAt(last + 1) === Char.Slash;
  return { offset, end, text: text.slice(offset, end), takesRestOfLine };
}

function noComments(offset: number): LineComments {
  return { offset, end: offset, text: '', takesRestOfLine: false };
}

/** Where the comments directly above a property start, or it starts itself: no empty line is between. */
function startOfCommentsAbove(text: string, gapStart: number, property: number): number {
  let start = property;
  for (let at = gapStart; at < property; ) {
    const comment = skipWhiteSpace(text, at);
    if (start === property) start = comment;
    at = endOfComment(text, comment);
    if (hasEmptyLine(text.slice(at, skipWhiteSpace(text, at)))) start = property;
  }
  return start;
}

function hasEmptyLine(whiteSpace: string): boolean {
  return /(?:\r\n|\r|\n)[ \t]*[\r\n]/.test(whiteSpace);
}

function startsLine(text: string, offset: number): boolean {
  return isLineEnd(text.charCodeAt(startOfBlanks(text, offset) - 1));
}

function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}
