import type { JSONPath, Node } from 'jsonc-parser';
import { keysOf, valueAt } from '../../json/node.ts';
import { allowedNames } from '../../model/allowed.ts';
import { type Definition, objectType, record as recordDefinition } from '../../model/schema.ts';
import { valuesInOrder } from '../../model/values-in-order.ts';
import { definitionAt } from '../definition-at.ts';
import { entryOf, listedTypes, scaffoldOf } from './completed-bodies.ts';
import type { Completion, CompletionSource } from './completion.ts';

/** The names that an object in a record does not have yet, in the schema's order, with placeholders for the values. */
export function completedNames(path: JSONPath, record: Node, source: CompletionSource): readonly Completion[] {
  const parent = path.slice(1, -1);
  const object = definitionAt(parent);
  if (!object?.names) return [];
  const present = parent.reduce<Node | undefined>((node, name) => node && valueAt(node, String(name)), record);
  const current = path.at(-1);
  const taken = new Set(present && keysOf(present).filter((name) => name !== current));
  const completions =
    object.path === 'options.objectOptions' ? typeNames(record, source) : propertyNames(object, record, source);
  return completions.filter(({ label }) => !taken.has(label));
}

function propertyNames(object: Definition, record: Node, source: CompletionSource): readonly Completion[] {
  const { allowed } = source;
  const known = (object.names?.all ?? []).filter((name) => name !== '$schema');
  const added = object.path === recordDefinition.path ? allowedNames(allowed, object) : [];
  return [...new Set([...known, ...added])].map((name) => {
    const below = object.property(name);
    const { text, opensList } = below ? scaffoldOf(below, record, source) : { text: '$1', opensList: false };
    return {
      label: name,
      isName: true,
      filter: JSON.stringify(name),
      insert: `${JSON.stringify(name)}: ${text}`,
      ...(below && { explained: { path: below.path } }),
      opensList,
    };
  });
}

/** The types that `includeTypes` lists go first, since only these have an effect. */
function typeNames(record: Node, { allowed }: CompletionSource): readonly Completion[] {
  const listed = listedTypes(record);
  const all = valuesInOrder(objectType, allowed);
  const ordered = [...all.filter((type) => listed.has(type)), ...all.filter((type) => !listed.has(type))];
  return ordered.map((type) => ({
    label: type,
    isName: true,
    filter: JSON.stringify(type),
    insert: entryOf(type),
    ...(listed.has(type) && { detail: 'in includeTypes' }),
    explained: { path: objectType.path, value: type },
  }));
}
