import type { Node } from 'jsonc-parser';
import type { Edit } from '../json/edit.ts';
import { quote, shorten } from '../model/words.ts';

/** A rule's fix for a finding, titled by its result: edits, or the removal of a property or a list item. */
export type Change = { readonly title: string; readonly forAll?: ForAll } & (
  | { readonly edits: readonly Edit[] }
  | { readonly removes: Node }
);

/** The same change wherever the same is wrong. */
export interface ForAll {
  /** Equal for changes that are the same. */
  readonly key: string;
  /** @param all `all 11`, or `all` if the number is unknown */
  title(all: string): string;
}

/** Replaces a name or a value with a string. */
export function replaceWith(node: Node, text: string): Change {
  return rewriteAs(node, JSON.stringify(text));
}

/** Replaces a time without an offset by the same time with one. */
export function treatAsUtc(node: Node, dateTime: string): Change {
  const forAll = { key: 'UTC', title: (all: string) => `Treat ${all} times as UTC in the file` };
  return { ...replaceWith(node, dateTime), title: `Treat as UTC: ${quote(dateTime)}`, forAll };
}

/** Replaces a string with a new id. */
export function giveNewId(node: Node): Change {
  const forAll = { key: 'new id', title: (all: string) => `Give ${all} such records in the file a new id` };
  return { ...replaceWith(node, crypto.randomUUID()), title: 'Give it a new id', forAll };
}

/** Replaces a value with a list of strings. */
export function changeToList(node: Node, items: readonly string[]): Change {
  return rewriteAs(node, `[${items.map((item) => JSON.stringify(item)).join(', ')}]`);
}

/** Replaces a name or a value with other JSON. */
export function rewriteAs(node: Node, content: string, title = `Change to ${shorten(content)}`): Change {
  const { offset, length, value } = node;
  const edits = [{ offset, length, content }];
  if (value === undefined) return { title, edits }; // An object is not like another.
  return { title, edits, forAll: new SameRewrite(node, content) };
}

/** The same rewrite elsewhere, made on demand: an enum has two dozen values, and few of them are used in bulk. */
class SameRewrite implements ForAll {
  constructor(
    readonly node: Node,
    readonly content: string,
  ) {}

  get key(): string {
    return JSON.stringify([this.#verb, this.node.value, this.content]);
  }

  title(all: string): string {
    const { type, value } = this.node;
    const written = type === 'string' ? quote(value) : String(value);
    return `${this.#verb} ${all} ${written} to ${shorten(this.content)} in the file`;
  }

  get #verb(): string {
    return isName(this.node) ? 'Rename' : 'Change';
  }
}

/** Removes a list item, or a property by its name or by its value. */
export function remove(node: Node, which = ''): Change {
  const property = node.parent?.type === 'property' ? node.parent : undefined;
  const { type, value } = property?.children?.[0] ?? node;
  const what = type === 'null' ? 'null' : quote(String(value));
  const removal = { title: `Remove ${which}${what}`, removes: property ?? node };
  if (which !== '') return removal;
  const key = JSON.stringify(['Remove', value]);
  return { ...removal, forAll: { key, title: (all) => `Remove ${all} ${what} in the file` } };
}

function isName(node: Node): boolean {
  return node.parent?.type === 'property' && node.parent.children?.[0] === node;
}
