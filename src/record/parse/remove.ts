import type { Node } from 'jsonc-parser';
import { skipBlanks, startOfBlanks } from '../../json/blanks.ts';
import type { Edit } from '../../json/edit.ts';
import { keepComments } from '../../json/keep-comments.ts';
import { Char, isLineEnd, skipTrivia } from '../../json/lexer.ts';
import { isJsonWithComments } from './parse.ts';

/**
 * Removes properties from their objects, and items from their lists, with their commas and the white space before them.
 * Comments around them stay. The edits of several removals never overlap, so each can be made alone or with the others.
 */
export class Removals {
  readonly #lastKept = new Map<readonly Node[], number>();

  /**
   * @param removed all the properties and items to remove
   * @param isJson whether the text is JSON; if it is, nothing around a removal is broken
   * @param commentsInside whether the comments inside of them stay
   */
  constructor(
    readonly text: string,
    readonly removed: ReadonlySet<Node>,
    readonly isJson: boolean,
    readonly commentsInside: 'stay' | 'go',
  ) {}

  /** The edits that remove one of them; none if they would break more because the text around it is broken. */
  of(node: Node): Edit[] {
    const { text, removed } = this;
    const { parent } = node;
    if (!parent?.children) return [];
    const siblings = parent.children;
    const index = indexAt(node.offset, siblings);
    const before = siblings[index - 1];
    const after = siblings[index + 1];
    if (!this.isJson && !isWhole(node, { parent, before, after }, text)) return [];
    const edits: Edit[] = [];
    // When the last siblings are removed, the first of them also removes the comma before it.
    if (before && this.#lastKeptIn(siblings) === index - 1) {
      edits.push(...eraseChar(commaAfter(text, before.offset + before.length)));
    }
    const end = node.offset + node.length;
    const comma = commaAfter(text, end);
    const isNear = comma !== undefined && text.slice(end, comma).trim() === '';
    if (!isNear) edits.push(...eraseChar(comma));
    const erasedEnd = isNear ? comma + 1 : end;
    const comments = this.#commentsInside(erase(node.offset, erasedEnd));
    const isFollowed = after !== undefined && !removed.has(after);
    edits.push(comments ?? withSpace(text, node.offset, erasedEnd, isFollowed));
    return edits;
  }

  /** Replaces the erased text with the comments in it that stay. */
  #commentsInside(erased: Edit): Edit | undefined {
    if (this.isJson || this.commentsInside === 'go') return undefined;
    const edit = keepComments(this.text, erased);
    return edit.content === '' ? undefined : edit;
  }

  /** The index of the last sibling that is not removed; -1 if all are. */
  #lastKeptIn(siblings: readonly Node[]): number {
    const index = this.#lastKept.get(siblings) ?? siblings.findLastIndex((one) => !this.removed.has(one));
    this.#lastKept.set(siblings, index);
    return index;
  }
}

/** The parent and the neighbours of a property or an item. */
interface Neighbours {
  readonly parent: Node;
  readonly before: Node | undefined;
  readonly after: Node | undefined;
}

/** Whether a property or an item is JSON with comments, and only commas are between it and its neighbours. */
function isWhole(node: Node, { parent, before, after }: Neighbours, text: string): boolean {
  const end = node.offset + node.length;
  const gapBefore = text.slice(before ? before.offset + before.length : parent.offset + 1, node.offset);
  const gapAfter = text.slice(end, after ? after.offset : parent.offset + parent.length - 1);
  const isClosed = '}]'.includes(text.charAt(parent.offset + parent.length - 1));
  const written = text.slice(node.offset, end);
  const isSound = isJsonWithComments(node.type === 'property' ? `{${written}}` : `[${written}]`);
  const isSeparated = before ? isComma(gapBefore) : isBlankText(gapBefore);
  return isSound && isClosed && isSeparated && (isComma(gapAfter) || (!after && isBlankText(gapAfter)));
}

function isComma(gap: string): boolean {
  const at = skipTrivia(gap, 0);
  return gap.charCodeAt(at) === Char.Comma && isBlankText(gap.slice(at + 1));
}

function isBlankText(gap: string): boolean {
  return skipTrivia(gap, 0) === gap.length;
}

/** The index of the node at an offset among its siblings, which may be thousands, by halves. */
export function indexAt(offset: number, siblings: readonly Node[]): number {
  let low = 0;
  let high = siblings.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((siblings[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function eraseChar(at: number | undefined): Edit[] {
  return at === undefined ? [] : [erase(at, at + 1)];
}

/** The offset of the comma after a value, its comments and white space; undefined without one. */
function commaAfter(text: string, end: number): number | undefined {
  const at = skipTrivia(text, end);
  return text.charCodeAt(at) === Char.Comma ? at : undefined;
}

/** Erases text together with the white space that belongs to it: its whole line if it has one, else the gap on one side. */
function withSpace(text: string, start: number, end: number, isFollowed: boolean): Edit {
  const gapEnd = skipBlanks(text, end);
  const next = text.charCodeAt(gapEnd);
  if (isLineEnd(next)) return erase(text.slice(0, start).trimEnd().length, end);
  const gapStart = startOfBlanks(text, start);
  const isFirstOfLine = isLineEnd(text.charCodeAt(gapStart - 1));
  if (!isFirstOfLine && gapStart < start) return erase(gapStart, end);
  // The indentation stays for the next token. The gap after goes too, unless the next token goes and takes it along.
  return erase(start, isFollowed || next === Char.Slash ? gapEnd : end);
}

function erase(start: number, end: number): Edit {
  return { offset: start, length: end - start, content: '' };
}
