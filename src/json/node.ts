import type { Node } from 'jsonc-parser';

/** The value of a property of an object; the last one if the key is written twice. */
export function valueAt(node: Node, key: string): Node | undefined {
  return node.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1];
}

/** The keys of an object, without their escapes, in the order of the text. */
export function keysOf(node: Node): string[] {
  return (node.children ?? []).map((property) => String(property.children?.[0]?.value));
}

/** The type of a value, in JSON's terms. */
export type ValueType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** The type of a word as a JSON value; undefined if it is not one. */
export function typeOfWord(word: string): ValueType | undefined {
  if (word === 'true' || word === 'false') return 'boolean';
  if (word === 'null') return 'null';
  return /^-?\d/.test(word) ? 'number' : undefined;
}
