import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import { Names } from './names.ts';
import { sourceOfUnlisted } from './unlisted-names.ts';

/** The JSON types that a value of a record may have, in JSON Schema's words. */
export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'boolean';

/** The schema of one value of a record, with `$ref`s followed. */
export class Definition {
  readonly type: JsonType;
  readonly isNullable: boolean;
  readonly format: 'date-time' | 'int64' | undefined;
  /** The allowed values of a string, in the schema's order. */
  readonly values: Names | undefined;
  /** The names that an object may have. */
  readonly names: Names | undefined;
  /** The definition of the items of a list. */
  readonly items: Definition | undefined;
  /** The definitions of the properties of an object, in their order; a single one if all names share it. */
  readonly below: readonly Definition[];

  /**
   * @param path from the record, which is `$`, such as `options.includeTypes`; `[*]` stands for any item of a list, `*` for any name
   * @param schema the JSON of the schema, for descriptions, defaults and examples
   */
  constructor(
    readonly path: string,
    readonly schema: SchemaNode,
  ) {
    const { type, format, enum: values, properties, propertyNames, items, additionalProperties } = schema;
    this.type = (typeof type === 'string' ? type : type?.[0]) as JsonType;
    this.isNullable = typeof type === 'object' && type.includes('null');
    this.format = format as Definition['format'];
    const names = properties ? Object.keys(properties) : propertyNames && follow(propertyNames).enum;
    this.values = values && new Names(values);
    this.names = names && new Names(names);
    definitions.set(path, this);
    this.items = items && define(`${path}[*]`, items);
    const below = properties ?? (typeof additionalProperties === 'object' ? { '*': additionalProperties } : {});
    this.below = Object.entries(below).map(([name, node]) => define(path === '$' ? name : `${path}.${name}`, node));
  }

  get title(): string {
    return this.schema.title ?? this.path;
  }

  /** The definition of a property. If all names share a definition, a misspelt one has it too. */
  property(name: string): Definition | undefined {
    return this.below[this.schema.properties ? (this.names?.all.indexOf(name) ?? -1) : 0];
  }
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

/** Everything that the schema defines, by path. */
export const allDefinitions: ReadonlyMap<string, Definition> = definitions;

/** A whole record. */
export const record = define('$', { $ref: '#/definitions/BackupResponse' });

/** An object type that a backup can include. The names of `objectOptions` are object types too. */
export const objectType = definition('options.includeTypes[*]');

/** The properties of a record that the API knows: `$schema` belongs to the file. */
export const recordNames: readonly string[] = record.names?.all.filter((name) => name !== '$schema') ?? [];

/** Whether a value is the name of an object type, listed in the schema or not. */
export function isObjectType(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  return objectType.values?.has(value) || sourceOfUnlisted(objectType.path, value) !== undefined;
}

/** Whether any string will do. */
export function isFreeText({ path, type, values, format }: Definition): boolean {
  return type === 'string' && !values && !format && path !== 'jobId';
}

/** @throws {Error} if the schema defines nothing at this path */
export function definition(path: string): Definition {
  const found = definitions.get(path);
  if (!found) throw new Error(`The schema defines no "${path}"`);
  return found;
}

/** A part of the schema, its `$ref` followed. */
export function follow(node: SchemaNode | undefined): SchemaNode {
  return node?.$ref ? (schemas[node.$ref.slice('#/definitions/'.length)] ?? {}) : (node ?? {});
}

/**
 * Defines a value, and all that can be in it.
 * @throws {Error} if the path has a definition already, which would otherwise answer for this one
 */
export function define(path: string, node: SchemaNode): Definition {
  if (definitions.has(path)) throw new Error(`The schema defines "${path}" twice`);
  return new Definition(path, follow(node));
}
