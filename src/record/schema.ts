import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import { Names } from './names.ts';

/** The JSON types that a value of a record may have, in JSON Schema's words. */
export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'boolean';

/** What the schema says about one value of a record, `$ref`s followed. */
export class Definition {
  readonly type: JsonType;
  readonly isNullable: boolean;
  readonly format: 'date-time' | 'int64' | undefined;
  /** The allowed values of a string, in the schema's order. */
  readonly values: Names | undefined;
  /** The names that an object may have. */
  readonly names: Names | undefined;
  #items: Definition | undefined;
  #below: readonly Definition[] | undefined;

  /**
   * @param path from the record, which is `$`, such as `options.includeTypes`; `[*]` stands for any item of a list, `*` for any name
   * @param schema what the schema itself says, for descriptions, defaults and examples
   */
  constructor(
    readonly path: string,
    readonly schema: SchemaNode,
  ) {
    const { type, format, enum: values, properties, propertyNames } = schema;
    this.type = (typeof type === 'string' ? type : type?.[0]) as JsonType;
    this.isNullable = typeof type === 'object' && type.includes('null');
    this.format = format as Definition['format'];
    const names = properties ? Object.keys(properties) : propertyNames && follow(propertyNames).enum;
    this.values = values && new Names(values);
    this.names = names && new Names(names);
    definitions.set(path, this);
  }

  /** What the items of a list are. */
  get items(): Definition | undefined {
    const { items } = this.schema;
    this.#items ??= items && define(`${this.path}[*]`, items);
    return this.#items;
  }

  /** The values behind the names of an object, in their order; a single definition if all names share one. */
  get below(): readonly Definition[] {
    const { properties, additionalProperties } = this.schema;
    if (properties) this.#below ??= Object.entries(properties).map(([name, node]) => define(this.#pathOf(name), node));
    else if (typeof additionalProperties === 'object')
      this.#below ??= [define(this.#pathOf('*'), additionalProperties)];
    this.#below ??= [];
    return this.#below;
  }

  get title(): string {
    return this.schema.title ?? this.path;
  }

  /** The value behind a name. If all names share a definition, a misspelt one has it too. */
  property(name: string): Definition | undefined {
    return this.below[this.schema.properties ? (this.names?.all.indexOf(name) ?? -1) : 0];
  }

  #pathOf(name: string): string {
    return this === record ? name : `${this.path}.${name}`;
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

/** A whole record. What is in it is defined when it is first asked for. */
export const record: Definition = define('$', { $ref: '#/definitions/BackupResponse' });

/** An object type that a backup can include. The names of `objectOptions` are object types too. */
export const objectType = definition('options.includeTypes[*]');

/** The properties of a record that the API knows: `$schema` belongs to the file. */
export const recordNames: readonly string[] = record.names?.all.filter((name) => name !== '$schema') ?? [];

/** Everything that the schema defines, by path. */
export function allDefinitions(): ReadonlyMap<string, Definition> {
  defineAllIn(record);
  return definitions;
}

function defineAllIn({ below, items }: Definition): void {
  for (const inner of [...below, items]) if (inner) defineAllIn(inner);
}

/** @throws {Error} if the schema defines nothing at this path */
export function definition(path: string): Definition {
  const found = definitions.get(path) ?? allDefinitions().get(path);
  if (!found) throw new Error(`The schema defines no "${path}"`);
  return found;
}

/** A part of the schema, its `$ref` followed. */
export function follow(node: SchemaNode | undefined): SchemaNode {
  return node?.$ref ? (schemas[node.$ref.slice('#/definitions/'.length)] ?? {}) : (node ?? {});
}

/**
 * The definition at a path, made once.
 * @throws {Error} if the path has another definition already, which would otherwise answer for this one
 */
export function define(path: string, node: SchemaNode): Definition {
  const followed = follow(node);
  const known = definitions.get(path);
  if (known && known.schema !== followed) throw new Error(`The schema defines "${path}" twice`);
  return known ?? new Definition(path, followed);
}
