import type { Node } from 'jsonc-parser';
import { Names } from '../../model/names.ts';
import { allDefinitions, type Definition, isObjectType, record } from '../../model/schema.ts';
import { sourceOfUnlisted } from '../../model/unlisted-names.ts';
import { parse } from '../../record/parse/parse.ts';

/*
 * Values that are read are JSON texts from the start: so an integer keeps its digits, and nothing must be turned into
 * JSON at the end. They are on one line, without spaces, so the first character tells the type.
 */

/** An object as JSON; of two equal names, the last counts. */
export function objectOf(properties: Iterable<readonly [name: string, json: string]>): string {
  const unique = new Map(properties);
  return `{${Array.from(unique, ([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`;
}

/** A list as JSON. */
export function listOf(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}

/** The properties of an object, with their values as JSON; undefined if the JSON is something else. */
export function propertiesOf(json: string): [name: string, json: string][] | undefined {
  const node = json.startsWith('{') ? parse(json, 1) : undefined;
  return node?.children?.map((property) => {
    const [name, value] = property.children ?? [];
    return [String(name?.value), value ? sliceOf(json, value) : 'null'];
  });
}

/** The items of a list, as JSON; undefined if the JSON is something else. */
export function itemsOf(json: string): string[] | undefined {
  const node = json.startsWith('[') ? parse(json, 1) : undefined;
  return node?.children?.map((item) => sliceOf(json, item));
}

const allNames = new Names([...allDefinitions.values()].flatMap(({ names }) => names?.all ?? []));

/** Whether a record, or an object in it, may have a name, apart from case and separators. */
export function isNameInRecord(name: string): boolean {
  const isUnlisted = sourceOfUnlisted('$', name) ?? sourceOfUnlisted('options.objectOptions.*', name);
  return allNames.folded(name) !== undefined || isObjectType(name) || isUnlisted !== undefined;
}

/** The text that a JSON string holds; undefined if the JSON is something else. */
export function stringIn(json: string): string | undefined {
  return json.startsWith('"') ? JSON.parse(json) : undefined;
}

/**
 * Gives a record the names of the schema where they differ only in case and separators, such as `job_id`, and leaves out
 * every null that the schema does not allow.
 * @param json of the record
 * @returns the record on one line
 */
export function withSchemaNames(json: string): string {
  const node = parse(json);
  return node ? write(json, node, record) : json;
}

function write(json: string, node: Node, definition: Definition | undefined): string {
  const { type, children = [] } = node;
  if (type === 'array') return listOf(children.map((item) => write(json, item, definition?.items)));
  if (type !== 'object') return sliceOf(json, node);
  const properties: [string, string][] = [];
  const taken = new Set(children.map((property) => String(property.children?.[0]?.value)));
  for (const { children: [name, value] = [] } of children) {
    const written = String(name?.value);
    const folded = definition?.names?.folded(written) ?? written;
    // Of `job_id` and `jobId`, both are kept.
    const known = folded !== written && taken.has(folded) ? written : folded;
    taken.add(folded);
    const below = definition?.property(known);
    const isLost = value?.type === 'null' && below && !below.isNullable;
    if (value && !isLost) properties.push([known, write(json, value, below)]);
  }
  return objectOf(properties);
}

function sliceOf(json: string, { offset, length }: Node): string {
  return json.slice(offset, offset + length);
}
