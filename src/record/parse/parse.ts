import { getLocation, type Location, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { isJson, noteJson } from '../../json/is-json.ts';
import { JsonReader } from '../../json/json-reader.ts';
import { Char, endOfComment, endOfString } from '../../json/lexer.ts';
import type { Span } from '../../json/span.ts';
import { mend } from './mend.ts';

/** No rule looks deeper into a value, and jsonc-parser overflows the stack in very deep ones. */
const maxDepth = 32;

/** A text that has no syntax errors, as a tree. */
export interface Tree {
  readonly root: Node;
  /** Whether it is JSON: whether it has neither comments nor trailing commas. */
  readonly isJson: boolean;
}

const reader = new JsonReader();
/** It keeps the bytes of a chunk, of which it reads one object after the other. */
const objectReader = new JsonReader();

/**
 * Reads the object at a brace, and where it ends, if it has no syntax errors and is not too deep or too long.
 * @returns undefined if that is not certain: `endOfObject` finds the end then, and `parse` the content
 */
export function soundObjectAt(text: string, brace: number): (Tree & { readonly end: number }) | undefined {
  const root = objectReader.objectAt(text, brace, maxDepth);
  return root && { root, isJson: !objectReader.hasExtensions, end: objectReader.end };
}

/**
 * Parses one value, broken or not, with comments and trailing commas: as much of it as can be read. Levels that no rule
 * looks at are left out, and so is a part that a lost quote makes unreadable.
 * @param depth how many brackets deep to read
 * @returns undefined if the text has no value
 */
export function parse(text: string, depth = maxDepth): Node | undefined {
  const root = reader.read(text, depth);
  if (root && !reader.hasExtensions) noteJson(text);
  return root ?? parseBroken(text, depth);
}

/** Parses a text that is broken, deep or long. */
function parseBroken(text: string, depth: number): Node | undefined {
  const mended = mend(text, depth > 1);
  const root = parseTree(withoutDepths(mended.text, depth), [], { allowTrailingComma: true });
  if (!root) return undefined;
  const lists = new Map<number, MutableNode>();
  forEachNode(root, (node) => {
    const end = mended.offsetOf(node.offset + node.length);
    node.offset = mended.offsetOf(node.offset);
    node.length = end - node.offset;
    if (node.type === 'array') lists.set(node.offset, node);
  });
  for (const { offset, items, end } of mended.lists) {
    const list = lists.get(offset);
    if (!list) continue;
    list.length = end - offset;
    list.children = items.flatMap((item) => parsedItem(text, item, list, depth - 2) ?? []);
  }
  return root;
}

const brokenItems = new WeakSet<Node>();

/** Whether an item of a list of records is broken, so that it says nothing about the others. */
export function isBrokenItem(item: Node): boolean {
  return brokenItems.has(item);
}

/** Parses an item of a list by itself. */
function parsedItem(text: string, { offset, length }: Span, list: Node, depth: number): Node | undefined {
  const item: MutableNode | undefined = parse(text.slice(offset, offset + length), Math.max(1, depth));
  if (!item) return undefined;
  if (!isJson(text.slice(offset, offset + length))) brokenItems.add(item);
  item.parent = list;
  forEachNode(item, (node) => {
    node.offset += offset;
  });
  return item;
}

type MutableNode = { -readonly [field in keyof Node]: Node[field] };

function forEachNode(node: MutableNode, visit: (node: MutableNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) forEachNode(child, visit);
}

/** Whether a text is JSON, or would be without its comments and trailing commas. */
export function isJsonWithComments(text: string): boolean {
  const errors: ParseError[] = [];
  parseTree(withoutDepths(text, maxDepth), errors, { allowTrailingComma: true });
  return errors.length === 0;
}

/** Where an offset is in a text, broken or not: the names and indexes that lead to it. */
export function locationAt(text: string, offset: number): Location {
  return getLocation(withoutDepths(text, maxDepth), offset);
}

/** The text with spaces instead of the content of more than `maxDepth` brackets. The offsets stay the same. */
function withoutDepths(text: string, maxDepth: number): string {
  let depth = 0;
  let kept = '';
  let end = 0; // Up to where the text is in `kept`.
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case Char.Quote:
        at = endOfString(text, at) - 1;
        break;
      case Char.Slash:
        at = Math.max(at, endOfComment(text, at) - 1);
        break;
      case Char.OpenBrace:
      case Char.OpenBracket:
        if (++depth === maxDepth + 1) {
          kept += text.slice(end, at + 1);
          end = at + 1;
        }
        break;
      case Char.CloseBrace:
      case Char.CloseBracket:
        if (depth-- === maxDepth + 1) {
          kept += ' '.repeat(at - end);
          end = at;
        }
        break;
    }
  }
  if (depth > maxDepth) return kept + ' '.repeat(text.length - end);
  return end === 0 ? text : kept + text.slice(end);
}
