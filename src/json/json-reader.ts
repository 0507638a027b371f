import type { Node, NodeType } from 'jsonc-parser';
import { Char, endOfComment, endOfString, isSpace } from './lexer.ts';

/** How long a text may be, in UTF-16 units. Hardly any record is longer. */
const maxLength = 262_144;

/** How many zeros follow the text, so that nothing need check for its end. */
const margin = 64;
const encoder = new TextEncoder();
const notAscii = /[^\0-\x7f]/g;
/** DEL: JSON allows it in a string and nowhere else. */
const other = '\x7f';

/** The words that are values, by their first character. */
const words: ReadonlyMap<number | undefined, readonly [word: string, type: NodeType, value: unknown]> = new Map([
  [Char.SmallT, ['true', 'boolean', true]],
  [Char.SmallF, ['false', 'boolean', false]],
  [Char.SmallN, ['null', 'null', null]],
]);
/** The characters that a string may contain without an escape. */
const isPlain = new Uint8Array(256).fill(1, Char.Space, 128);
isPlain[Char.Quote] = 0;
isPlain[Char.Backslash] = 0;
const jsonNumber = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Reads JSON without syntax errors, which nearly every faulty record is, with or without comments, in a fraction of the
 * time that jsonc-parser takes to make the same nodes.
 */
export class JsonReader {
  #bytes = new Uint8Array(0);
  #text = '';
  /** Where the value starts in the text. Nodes count from there. */
  #start = 0;
  /** Whether the last text has comments or trailing commas, and so is not JSON. */
  hasExtensions = false;
  #maxDepth = 0;
  #end = 0;

  /** Where the last value that was read ends in its text. */
  get end(): number {
    return this.#end;
  }

  /**
   * @param maxDepth how many brackets deep the text may be
   * @returns what jsonc-parser makes of the text, except the offsets of colons; undefined if it is too long or has syntax errors
   */
  read(text: string, maxDepth: number): Node | undefined {
    if (!this.#load(text, 0, maxDepth)) return undefined;
    const root = this.#value(this.#skip(0), undefined, 0);
    return root && this.#skip(this.#end) === text.length ? root : undefined;
  }

  /**
   * Reads the object at a brace. Any text may follow it.
   * @returns the same nodes as of the object alone; `end` says where it ends
   */
  objectAt(text: string, brace: number, maxDepth: number): Node | undefined {
    return this.#load(text, brace, maxDepth) ? this.#value(brace, undefined, 0) : undefined;
  }

  /** @returns false if the text is too long */
  #load(text: string, start: number, maxDepth: number): boolean {
    if (text.length > maxLength) return false;
    if (text !== this.#text) {
      this.#write(text);
    }
    this.#text = text;
    this.#start = start;
    this.#maxDepth = maxDepth;
    this.hasExtensions = false;
    return true;
  }

  /**
   * Writes the text as bytes, one for each UTF-16 unit, so that offsets stay the same: reading them is several times
   * faster than reading the characters of a string.
   */
  #write(text: string): void {
    // More room than is needed, so that the next text fits too.
    if (this.#bytes.length < text.length + margin) {
      this.#bytes = new Uint8Array(Math.max(32_768, text.length) + margin);
    }
    const { read, written } = encoder.encodeInto(text, this.#bytes);
    if (read !== text.length || written !== read) encoder.encodeInto(text.replace(notAscii, other), this.#bytes);
    this.#bytes.fill(0, text.length, text.length + margin);
  }

  #value(at: number, parent: Node | undefined, depth: number): Node | undefined {
    switch (this.#bytes[at]) {
      case Char.Quote:
        return this.#string(at, parent);
      case Char.OpenBrace:
        return this.#bracket('object', Char.CloseBrace, at, parent, depth + 1);
      case Char.OpenBracket:
        return this.#bracket('array', Char.CloseBracket, at, parent, depth + 1);
      default:
        return this.#word(at, parent);
    }
  }

  #bracket(
    type: 'object' | 'array',
    close: number,
    start: number,
    parent: Node | undefined,
    depth: number,
  ): Node | undefined {
    if (depth > this.#maxDepth) return undefined;
    const children: Node[] = [];
    const node = this.#node(type, start, parent, undefined, children);
    let at = this.#skip(start + 1);
    while (this.#bytes[at] !== close || children.length > 0) {
      const child = type === 'object' ? this.#property(at, node, depth) : this.#value(at, node, depth);
      if (!child) return undefined;
      children.push(child);
      at = this.#skip(this.#end);
      if (this.#bytes[at] === close) break;
      if (this.#bytes[at] !== Char.Comma) return undefined;
      at = this.#skip(at + 1);
      if (this.#bytes[at] !== close) continue;
      this.hasExtensions = true;
      break;
    }
    return this.#ended(node, at + 1);
  }

  #property(at: number, object: Node, depth: number): Node | undefined {
    const children: Node[] = [];
    const property = this.#node('property', at, object, undefined, children);
    const name = this.#string(at, property);
    if (!name) return undefined;
    const colon = this.#skip(this.#end);
    if (this.#bytes[colon] !== Char.Colon) return undefined;
    const value = this.#value(this.#skip(colon + 1), property, depth);
    if (!value) return undefined;
    children.push(name, value);
    return this.#ended(property, this.#end);
  }

  #string(at: number, parent: Node | undefined): Node | undefined {
    if (this.#bytes[at] !== Char.Quote) return undefined;
    let end = at + 1;
    while (isPlain[this.#bytes[end] as number] === 1) end++;
    if (this.#bytes[end] !== Char.Quote) return this.#escapedString(at, parent);
    return this.#ended(this.#node('string', at, parent, this.#text.slice(at + 1, end)), end + 1);
  }

  /** A string with escapes; undefined if it is not a JSON string. */
  #escapedString(at: number, parent: Node | undefined): Node | undefined {
    const end = endOfString(this.#text, at);
    try {
      return this.#ended(this.#node('string', at, parent, JSON.parse(this.#text.slice(at, end))), end);
    } catch {
      return undefined;
    }
  }

  #word(at: number, parent: Node | undefined): Node | undefined {
    const [word = '', type = 'null', value] = words.get(this.#bytes[at]) ?? [];
    if (word && this.#text.startsWith(word, at)) {
      return this.#ended(this.#node(type, at, parent, value), at + word.length);
    }
    jsonNumber.lastIndex = at;
    const [number] = jsonNumber.exec(this.#text) ?? [];
    return number ? this.#ended(this.#node('number', at, parent, Number(number)), at + number.length) : undefined;
  }

  /** The first offset from `at` on that is neither white space nor in a comment. */
  #skip(at: number): number {
    const bytes = this.#bytes;
    let end = at;
    for (;;) {
      while (isSpace(bytes[end] as number)) end++;
      if (bytes[end] !== Char.Slash) return end;
      const endOfThis = endOfComment(this.#text, end);
      if (endOfThis === end || !this.#isClosed(end, endOfThis)) return end;
      this.hasExtensions = true;
      end = endOfThis;
    }
  }

  #isClosed(comment: number, end: number): boolean {
    return this.#bytes[comment + 1] === Char.Slash || (end - comment >= 4 && this.#text.endsWith('*/', end));
  }

  /** All kinds of nodes have the same fields in the same order: such objects are read fastest. */
  #node(type: NodeType, at: number, parent: Node | undefined, value: unknown, children?: Node[]): MutableNode {
    return { type, offset: at - this.#start, length: 0, parent, value, children } as MutableNode;
  }

  #ended(node: MutableNode, end: number): Node {
    node.length = end - this.#start - node.offset;
    this.#end = end;
    return node;
  }
}

type MutableNode = { -readonly [field in keyof Node]: Node[field] };
