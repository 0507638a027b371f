import type { Node } from 'jsonc-parser';
import { valueAt } from '../../json/node.ts';
import { type Definition, definition, isObjectType } from '../../model/schema.ts';
import { valuesInOrder } from '../../model/values-in-order.ts';
import { now } from '../scaffold.ts';
import type { CompletionSource, SharedName } from './completion.ts';

/** A value as a snippet, with placeholders for the parts that only the user knows. */
interface Body {
  readonly text: string;
  /** Whether its first placeholder has a list to choose from. */
  readonly opensList: boolean;
}

/** The value after a name: the only one it can have, or a placeholder for one. */
export function scaffoldOf(below: Definition, record: Node, source: CompletionSource): Body {
  const { path, type, values, format } = below;
  const [only, ...others] = values ? valuesInOrder(below, source.allowed) : [];
  if (only !== undefined && others.length === 0) return { text: JSON.stringify(only), opensList: false };
  if (only !== undefined || type === 'boolean') return { text: '$1', opensList: true };
  if (path === 'jobId') return { text: '"$UUID"', opensList: false };
  if (format === 'date-time') return { text: now, opensList: false };
  if (type === 'string') return { text: '"$1"', opensList: source.otherValues(path as SharedName).length > 0 };
  return type === 'integer' ? { text: '$1', opensList: false } : bodyOf(path, record);
}

/** The body of an object or a list, up to the first choice. */
export function bodyOf(path: string, record: Node): Body {
  if (path === 'options') {
    const { text } = bodyOf('options.includeTypes', record);
    return { text: `{\n\t"includeTypes": ${text.replaceAll('\n', '\n\t')}\n}`, opensList: true };
  }
  if (path === 'options.includeTypes') return { text: '[\n\t$1\n]', opensList: true };
  if (path !== 'options.objectOptions') {
    const { items } = definition(path);
    return { text: items ? '[\n\t"$1"\n]' : entryBody, opensList: false };
  }
  const [only, ...others] = listedTypes(record);
  if (only === undefined || others.length > 0) return { text: '{\n\t$1\n}', opensList: true };
  return { text: `{\n\t${entryOf(only).replaceAll('\n', '\n\t')}\n}`, opensList: false };
}

const entryBody = '{\n\t"includedNames": [\n\t\t"$1"\n\t]\n}';

export function entryOf(type: string): string {
  return `${JSON.stringify(type)}: ${entryBody}`;
}

/** The object types that `includeTypes` lists, but for one of its items. */
export function listedTypes(record: Node, except?: number): ReadonlySet<string> {
  const options = valueAt(record, 'options');
  const items = (options && valueAt(options, 'includeTypes')?.children) ?? [];
  const values = items.filter((_item, at) => at !== except).map(({ value }) => value);
  return new Set(values.filter(isObjectType));
}
