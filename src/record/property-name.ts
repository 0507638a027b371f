import type { Node } from 'jsonc-parser';
import type { Definition } from './schema.ts';

/** The name of one property, as the rules look at it. */
export interface PropertyName {
  readonly node: Node;
  /** The name without its quotes and escapes. */
  readonly text: string;
  readonly value: Node | undefined;
  /** The definition of the object that has the property. */
  readonly object: Definition;
  /** The known name that it is, apart from case and separators. */
  readonly known: string | undefined;
  /** The same name earlier in the object. */
  readonly earlier: Node | undefined;
  /** Whether the object has another property with the same known name. */
  readonly isTaken: boolean;
}

/** The names of an object, in their order. */
export function propertyNames(object: Node, definition: Definition): PropertyName[] {
  const last = new Map<string, Node>();
  const counts = new Map<string, number>();
  const names: Omit<PropertyName, 'isTaken'>[] = [];
  for (const { children: [node, value] = [] } of object.children ?? []) {
    if (node?.type !== 'string') continue;
    const text: string = node.value;
    const known = definition.names?.folded(text);
    if (known) counts.set(known, (counts.get(known) ?? 0) + 1);
    names.push({ node, text, value, object: definition, known, earlier: last.get(text) });
    last.set(text, node);
  }
  return names.map((name) => ({ ...name, isTaken: name.known !== undefined && (counts.get(name.known) ?? 0) > 1 }));
}
