import type { Node } from 'jsonc-parser';
import type { Edit } from './edit.ts';
import { quote, shorten } from './words.ts';

/** What a rule proposes to do about a finding, titled by its result: edits, or the removal of a property or a list item. */
export type Change = { readonly title: string } & ({ readonly edits: readonly Edit[] } | { readonly removes: Node });

/** Replaces a name or a value with a string. */
export function replaceWith(node: Node, text: string): Change {
  return rewriteAs(node, JSON.stringify(text));
}

/** Replaces a time without an offset by the same time with one. */
export function treatAsUtc(node: Node, dateTime: string): Change {
  return { ...replaceWith(node, dateTime), title: `Treat as UTC: ${quote(dateTime)}` };
}

/** Replaces a string with a new id. */
export function giveNewId(node: Node): Change {
  return { ...replaceWith(node, crypto.randomUUID()), title: 'Give it a new id' };
}

/** Replaces a value with a list of strings. */
export function changeToList(node: Node, items: readonly string[]): Change {
  return rewriteAs(node, `[${items.map((item) => JSON.stringify(item)).join(', ')}]`, 'Change to a list');
}

/** Replaces a value with other JSON. */
export function rewriteAs({ offset, length }: Node, content: string, title = `Change to ${shorten(content)}`): Change {
  return { title, edits: [{ offset, length, content }] };
}

/** Removes a list item, or a property by its name or by its value. */
export function remove(node: Node, which = ''): Change {
  const property = node.parent?.type === 'property' ? node.parent : undefined;
  const { type, value } = property?.children?.[0] ?? node;
  const title = `Remove ${which}${type === 'null' ? 'null' : quote(String(value))}`;
  return { title, removes: property ?? node };
}
