import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import { Names } from './names.ts';

/** The JSON types a value of a record may have, in JSON Schema's words. */
export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'boolean';

/** What the schema says of one place in a record, `$ref`s followed. */
export interface Definition {
  /** The property's name; for the other places `record`, `objectType`, `entry` and `objectName`. */
  readonly id: string;
  /** The schema's title in small letters, for sentences: `backup status`. */
  readonly title: string;
  readonly type: JsonType;
  readonly nullable: boolean;
  /** What the schema itself says here, for descriptions, defaults and examples. */
  readonly schema: SchemaNode;
  readonly format?: 'date-time' | 'int64';
  /** Of a string: the allowed values, in the schema's order. */
  readonly values?: Names;
  /** Of a list: what its items are. */
  readonly items?: Definition;
  /** Of an object: the names it may have. */
  readonly names?: Names;
  /** Of an object: what is behind each of the names, in their order. */
  readonly places?: readonly Definition[];
  /** Of an object: what is behind a name. */
  readonly property?: (name: string) => Definition | undefined;
}

/** The part of JSON Schema that ours is written in. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly oneOf?: readonly { readonly const: string; readonly description: string }[];
  readonly format?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly propertyNames?: SchemaNode;
  readonly additionalProperties?: boolean | SchemaNode;
}

const schemas: Readonly<Record<string, SchemaNode>> = schema.definitions;
const definitions = new Map<string, Definition>();

/** A whole record. */
export const record = define('record', { $ref: '#/definitions/BackupResponse' });

/** The properties of a record that the API knows: `$schema` belongs to the file. */
export const recordNames: readonly string[] = Object.keys(follow(schemas.BackupResponse).properties ?? {}).filter(
  (name) => name !== '$schema',
);

/** An object type that a backup can include: an item of `includeTypes`, and the names of `objectOptions`. */
export const objectType = definition('objectType');

/** Every place that the schema defines, by its id. */
export function allDefinitions(): ReadonlyMap<string, Definition> {
  return definitions;
}

export function definition(id: string): Definition {
  const found = definitions.get(id);
  if (!found) throw new Error(`The schema defines no "${id}"`);
  return found;
}

/** A part of the schema, its `$ref` followed. */
export function follow(node: SchemaNode | undefined): SchemaNode {
  return node?.$ref ? (schemas[node.$ref.slice('#/definitions/'.length)] ?? {}) : (node ?? {});
}

function define(id: string, reference: SchemaNode): Definition {
  const node = follow(reference);
  const types = [node.type ?? []].flat();
  const made: Definition = {
    id,
    title: (node.title ?? id).toLowerCase(),
    type: types[0] as JsonType,
    nullable: types.includes('null'),
    schema: node,
    ...(node.format && { format: node.format as 'date-time' | 'int64' }),
    ...(node.enum && { values: new Names(node.enum) }),
    ...(node.items && { items: define(follow(node.items).enum ? 'objectType' : 'objectName', node.items) }),
    ...namesOf(node),
  };
  definitions.set(id, made);
  return made;
}

function namesOf(node: SchemaNode): Pick<Definition, 'names' | 'places' | 'property'> {
  if (node.properties) {
    const properties = new Map(Object.entries(node.properties).map(([name, below]) => [name, define(name, below)]));
    return {
      names: new Names([...properties.keys()]),
      places: [...properties.values()],
      property: (name) => properties.get(name),
    };
  }
  if (typeof node.additionalProperties === 'object') {
    const entry = define('entry', node.additionalProperties);
    const names = new Names(follow(node.propertyNames).enum ?? []);
    return { names, places: names.all.map(() => entry), property: () => entry };
  }
  return {};
}
