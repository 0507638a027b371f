import type { Node } from 'jsonc-parser';
import type { Definition } from '../model/schema.ts';

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

/** Whether a name is spelled as in the schema, for the first time, and is allowed in every record. */
export function nameMatchesSchema({ text, known, earlier }: PropertyName): boolean {
  return text === known && !earlier && text !== '$schema';
}

/** The names of an object, in their order. */
export function propertyNames(object: Node, definition: Definition): readonly PropertyName[] {
  const last = new Map<string, Node>();
  const byMeaning = new Map<string, { isTaken: boolean }>();
  const names: PropertyName[] = [];
  for (const property of object.children ?? []) {
    const node = property.children?.[0];
    if (node?.type !== 'string') continue;
    const text: string = node.value;
    const known = definition.names?.folded(text);
    const same = known === undefined ? undefined : byMeaning.get(known);
    const name = {
      node,
      text,
      value: property.children?.[1],
      object: definition,
      known,
      earlier: last.get(text),
      isTaken: same !== undefined,
    };
    if (same) same.isTaken = true;
    else if (known) byMeaning.set(known, name);
    last.set(text, node);
    names.push(name);
  }
  return names;
}
