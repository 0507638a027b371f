import type { Node } from 'jsonc-parser';
import { isBrokenToken, isJson } from '../json/is-json.ts';
import { mayBeMisread } from '../json/mojibake.ts';
import type { Allowed } from '../model/allowed.ts';
import type { Definition } from '../model/schema.ts';
import { validators } from './generated/validators.js';
import { type IntegerLiteral, parseInteger } from './integer.ts';
import { isJsonWithComments } from './parse/parse.ts';
import { wrappedList } from './powershell.ts';
import { isDateTime } from './times/date-time.ts';
import { isUuid } from './uuid.ts';

/** The surroundings of a record, as far as its own findings depend on them. */
export interface RecordContext {
  /** Whether it is the root of a file, an item of a list, or a line of JSON Lines. */
  readonly container: 'root' | 'list' | 'line';
  readonly allowed: Allowed;
}

/** The values of one record as the rules look at them: where they are, and which are flagged already. */
export class RecordValues {
  /** Every list that the record has where the schema wants one. */
  readonly lists: Node[] = [];
  readonly #values = new Map<string, Node>();
  readonly #flagged = new Set<Node>();
  /** The values in each list, which fixes look up again and again. */
  readonly #inLists = new Map<Node, ReadonlyMap<unknown, Node>>();
  readonly #whole = new Map<Node, boolean>();
  #isJson: boolean | undefined;
  #judged: { readonly value: Node; readonly path: string; readonly broken: string | undefined } | undefined;

  /**
   * @param text the record's own; the offsets of its nodes count from its start
   * @param isJson whether the text is JSON, if that is known
   */
  constructor(
    readonly text: string,
    readonly context: RecordContext,
    isJson?: boolean,
  ) {
    this.#isJson = isJson;
  }

  /** The value at a path; the last one where its name is written twice. */
  at(path: string): Node | undefined {
    return this.#values.get(path);
  }

  /** The value at a path, unless it is flagged or has a syntax error. */
  soundAt(path: string): Node | undefined {
    const value = this.at(path);
    return value && !this.isFlagged(value) && this.isWhole(value) ? value : undefined;
  }

  /** The list at a path, wrapped by Windows PowerShell or not, unless it has a syntax error. */
  listAt(path: string): Node | undefined {
    const value = this.at(path);
    return value && this.isWhole(value) ? listIn(value) : undefined;
  }

  /** The values in a list, each with the first item that has it. */
  valuesIn(list: Node): ReadonlyMap<unknown, Node> {
    const known = this.#inLists.get(list);
    if (known) return known;
    const values = new Map<unknown, Node>();
    for (const item of list.children ?? []) if (!values.has(item.value)) values.set(item.value, item);
    this.#inLists.set(list, values);
    return values;
  }

  /** Whether an earlier item of its list, which is JSON as it is written, has the same value. */
  isRepeatedItem(value: Node): boolean {
    const { parent } = value;
    return parent?.type === 'array' && this.valuesIn(parent).get(value.value) !== value && this.isWhole(parent);
  }

  /** Whether a value is JSON as it is written, perhaps with comments. */
  isWhole(node: Node): boolean {
    if (this.isJson) return true;
    const isWhole = this.#whole.get(node) ?? isJsonWithComments(this.literalOf(node));
    this.#whole.set(node, isWhole);
    return isWhole;
  }

  isFlagged(node: Node): boolean {
    return this.#flagged.has(node);
  }

  flag(node: Node): void {
    this.#flagged.add(node);
  }

  /** Notes the value of a property. An earlier one no longer counts, nor do the values in it. */
  put({ path, names }: Definition, value: Node): void {
    if (names && this.#values.has(path)) {
      for (const below of this.#values.keys()) if (below.startsWith(`${path}.`)) this.#values.delete(below);
    }
    this.#values.set(path, value);
  }

  /** Whether the whole text is JSON. */
  get isJson(): boolean {
    this.#isJson ??= isJson(this.text);
    return this.#isJson;
  }

  /** Whether a name or a value is not JSON as it is written, such as a string that is not closed. */
  isBrokenToken(node: Node): boolean {
    return !this.isJson && isBrokenToken(node, this.text);
  }

  /** A value as it is written. */
  literalOf({ offset, length }: Node): string {
    return this.text.slice(offset, offset + length);
  }

  /** The integer that a value is, where the schema wants one; undefined for everything else. */
  integerIn(value: Node, { type }: Definition): IntegerLiteral | undefined {
    return type === 'integer' && value.type === 'number' ? parseInteger(this.literalOf(value)) : undefined;
  }

  /**
   * Whether a value is plainly written and as the schema wants it. The same is true of every value that the first look
   * accepts, and its rules hold here: those that it covers have nothing to say about the value itself.
   */
  matchesSchema(value: Node, { type, values, format, path }: Definition): boolean {
    if (type === 'integer') return value.type === 'number' && /^\d{1,15}$/.test(this.literalOf(value));
    if (value.type !== type) return false;
    if (values) return values.has(value.value);
    if (format === 'date-time') return isDateTime(value.value);
    return path === 'jobId' ? isUuid(value.value) : type !== 'string' || !mayBeMisread.test(value.value);
  }

  /**
   * Which keyword of its schema a value breaks by itself: `type`, `enum` or `format`, as ajv says; undefined if none.
   * Several rules ask this of the same value, one after the other.
   */
  brokenKeyword(value: Node, { path }: Definition): string | undefined {
    if (this.#judged?.value !== value || this.#judged.path !== path) {
      this.#judged = { value, path, broken: validators[path]?.(this.#alone(value)) };
    }
    return this.#judged.broken;
  }

  /**
   * A value without the values inside it, which are judged on their own, and without the rounding of a parsed number, which
   * would turn `1e-400` into an integer.
   */
  #alone(value: Node): unknown {
    if (value.type === 'object') return {};
    if (value.type === 'array') return [];
    if (value.type === 'number') return parseInteger(this.literalOf(value)) ? 0 : 0.5;
    return value.value;
  }
}

/** The list that a value is, or that Windows PowerShell wrapped in it. */
export function listIn(value: Node): Node | undefined {
  return value.type === 'array' ? value : wrappedList(value);
}
