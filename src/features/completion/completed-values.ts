import type { JSONPath, Node } from 'jsonc-parser';
import { valueAt } from '../../json/node.ts';
import { type Definition, objectType, record as recordDefinition } from '../../model/schema.ts';
import { schemaId } from '../../model/schema-id.ts';
import { valuesInOrder } from '../../model/values-in-order.ts';
import { definitionAt } from '../definition-at.ts';
import { escapeSnippet, now } from '../scaffold.ts';
import { bodyOf, listedTypes } from './completed-bodies.ts';
import type { Completion, CompletionSource, SharedName } from './completion.ts';

/** The values that fit at a path, the most likely first. */
export function completedValues(path: JSONPath, record: Node, source: CompletionSource): readonly Completion[] {
  const [, name, ...below] = path;
  if (name === '$schema' && below.length === 0) return source.isWholeFile ? [literal(schemaId)] : [];
  const at = definitionAt(path.slice(1));
  if (!at || at === recordDefinition) return [];
  if (at === objectType) return types(Number(path.at(-1)), record, source);
  const nothing = at.isNullable ? [word('null')] : [];
  return [...valuesOf(at, record, source), ...nothing];
}

function valuesOf(at: Definition, record: Node, source: CompletionSource): readonly Completion[] {
  const { path, type, values, format } = at;
  if (values) {
    return valuesInOrder(at, source.allowed).map((value) => ({ ...literal(value), explained: { path, value } }));
  }
  if (type === 'boolean') return [word('true'), word('false')];
  if (type === 'integer') return [word('0')];
  if (path === 'jobId') return [{ label: 'a new id', insert: '"$UUID"', filter: '"a new id"' }];
  if (format === 'date-time') return times(path, record, source.now);
  if (type === 'string') return texts(path, source);
  const label = type === 'array' ? '[ ]' : '{ }';
  const { text, opensList } = bodyOf(path, record);
  return [{ label, insert: text, filter: label, opensList }];
}

/** The object types that `includeTypes` does not list yet. */
function types(index: number, record: Node, { allowed }: CompletionSource): readonly Completion[] {
  const listed = listedTypes(record, index);
  const free = valuesInOrder(objectType, allowed).filter((type) => !listed.has(type));
  return free.map((value) => ({ ...literal(value), explained: { path: objectType.path, value } }));
}

/** The texts of other records; an empty string if there are none, to keep VS Code from offering words of the file. */
function texts(path: string, { otherValues }: CompletionSource): readonly Completion[] {
  const others = otherValues(path as SharedName).map((text) => ({ ...literal(text), detail: 'as in other records' }));
  return others.length > 0 ? others : [literal('')];
}

const timeNames: readonly string[] = ['created', 'modified', 'completed'];

/** The time now, with the offset of the reader or in UTC, and the other times of the record. */
function times(name: string, record: Node, time: Date): readonly Completion[] {
  const utc = time.toISOString();
  const others = timeNames.filter((other) => other !== name);
  return [
    { ...literal(utc), label: 'now', insert: now, detail: 'with your offset' },
    { ...literal(utc), label: 'now, in UTC', detail: utc },
    ...others.flatMap((other): Completion[] => {
      const text: unknown = valueAt(record, other)?.value;
      return typeof text === 'string' && text !== '' ? [{ ...literal(text), detail: `as "${other}"` }] : [];
    }),
  ];
}

/** A string as it is written in JSON. */
function literal(text: string): Completion {
  const written = JSON.stringify(text);
  return { label: written, insert: escapeSnippet(written), filter: written };
}

function word(text: string): Completion {
  return { label: text, insert: text, filter: text };
}
