import type { Node } from 'jsonc-parser';
import type { Edit } from './edit.ts';
import { Char, isLineEnd, skipTrivia } from './lexer.ts';

/**
 * Takes properties out of their objects, and items out of their lists: with their commas, with the white space before
 * them, and with no comment. The edits of several never overlap, so that each can be made alone or with the others.
 */
export class Removals {
  readonly #places = new Map<Node, { readonly index: ReadonlyMap<Node, number>; readonly lastKept: number }>();

  /** @param gone all the properties and items that are to go */
  constructor(
    readonly text: string,
    readonly gone: ReadonlySet<Node>,
  ) {}

  /** The edits that one of them takes. */
  of(node: Node): Edit[] {
    const { text, gone } = this;
    const siblings = node.parent?.children ?? [];
    const { index, lastKept } = this.#placesIn(node.parent);
    const at = index.get(node) ?? 0;
    const before = siblings[at - 1];
    const after = siblings[at + 1];
    const edits: Edit[] = [];
    // Of those that go at the end, the first takes the comma that has nothing behind it then.
    if (before && lastKept === at - 1) edits.push(...erase(commaAfter(text, before.offset + before.length)));
    const end = node.offset + node.length;
    const comma = commaAfter(text, end);
    const isNear = comma !== undefined && text.slice(end, comma).trim() === '';
    if (!isNear) edits.push(...erase(comma));
    edits.push(withSpace(text, node.offset, isNear ? comma + 1 : end, after !== undefined && !gone.has(after)));
    return edits;
  }

  #placesIn(parent: Node | undefined) {
    const known = parent && this.#places.get(parent);
    if (known) return known;
    const siblings = parent?.children ?? [];
    const places = {
      index: new Map(siblings.map((sibling, at) => [sibling, at])),
      lastKept: siblings.findLastIndex((sibling) => !this.gone.has(sibling)),
    };
    if (parent) this.#places.set(parent, places);
    return places;
  }
}

function erase(char: number | undefined): Edit[] {
  return char === undefined ? [] : [erased(char, char + 1)];
}

/** Where the comma behind a value is, comments and white space between; undefined where there is none. */
function commaAfter(text: string, end: number): number | undefined {
  const at = skipTrivia(text, end);
  return text.charCodeAt(at) === Char.Comma ? at : undefined;
}

/** The stretch with the white space that belongs to it: its whole line where it has one, else the gap on one side. */
function withSpace(text: string, start: number, end: number, isFollowed: boolean): Edit {
  const gapEnd = skipBlanks(text, end);
  const next = text.charCodeAt(gapEnd);
  if (gapEnd >= text.length || isLineEnd(next)) return erased(text.slice(0, start).trimEnd().length, end);
  let gapStart = start;
  while (isBlank(text.charCodeAt(gapStart - 1))) gapStart--;
  const isFirstOfLine = isLineEnd(text.charCodeAt(gapStart - 1));
  if (!isFirstOfLine && gapStart < start) return erased(gapStart, end);
  // The indentation stays, for what follows; the gap behind is ours unless what follows goes, and takes it along.
  return erased(start, isFollowed || next === Char.Slash ? gapEnd : end);
}

function erased(start: number, end: number): Edit {
  return { offset: start, length: end - start, content: '' };
}

function skipBlanks(text: string, at: number): number {
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(char: number): boolean {
  return char === Char.Space || char === Char.Tab;
}
