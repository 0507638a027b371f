import type { Node } from 'jsonc-parser';

/** The value of a property of an object; the last one if the key is written twice. */
export function valueAt(node: Node, key: string): Node | undefined {
  return node.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1];
}

/** The keys of an object, without their escapes, in the order of the text. */
export function keysOf(node: Node): string[] {
  return (node.children ?? []).map((property) => String(property.children?.[0]?.value));
}
