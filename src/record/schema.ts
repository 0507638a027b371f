import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import { Names } from './names.ts';

/** The JSON types a value of a record may have, in JSON Schema's words. */
export type JsonType = 'object' | 'array' | 'string' | 'integer' | 'boolean';

/** What the schema says of one place in a record, `$ref`s followed. */
export class Definition {
  readonly type: JsonType;
  readonly isNullable: boolean;
  readonly format: 'date-time' | 'int64' | undefined;
  /** Of a string: the allowed values, in the schema's order. */
  readonly values: Names | undefined;
  /** Of an object: the names it may have. */
  readonly names: Names | undefined;
  #items: Definition | undefined;
  #places: readonly Definition[] | undefined;

  /**
   * @param id the property's name; for the other places `record`, `objectType`, `entry` and `objectName`
   * @param schema what the schema itself says here, for descriptions, defaults and examples
   */
  constructor(
    readonly id: string,
    readonly schema: SchemaNode,
  ) {
    const { type, format, enum: values, properties, propertyNames } = schema;
    this.type = (typeof type === 'string' ? type : type?.[0]) as JsonType;
    this.isNullable = typeof type === 'object' && type.includes('null');
    this.format = format as Definition['format'];
    this.values = values && new Names(values);
    this.names = properties ? new Names(Object.keys(properties)) : propertyNames && objectType.values;
    definitions.set(id, this);
  }

  /** Of a list: what its items are. */
  get items(): Definition | undefined {
    const { items } = this.schema;
    this.#items ??= items && define(follow(items).enum ? 'objectType' : 'objectName', items);
    return this.#items;
  }

  /** Of an object: what is behind each of the names, in their order. */
  get places(): readonly Definition[] {
    const { properties, additionalProperties } = this.schema;
    this.#places ??=
      this.names?.all.map((name) =>
        properties ? define(name, properties[name]) : define('entry', additionalProperties as SchemaNode),
      ) ?? [];
    return this.#places;
  }

  /** The schema's title in small letters, for sentences: `backup status`. */
  get title(): string {
    return (this.schema.title ?? this.id).toLowerCase();
  }

  /** Of an object: what is behind a name. */
  property(name: string): Definition | undefined {
    const { schema, names, places } = this;
    // What is behind names that are none, such as an object type misspelt, is what is behind all.
    const index = schema.properties ? (names?.all.indexOf(name) ?? -1) : 0;
    return places[index];
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

/** An object type that a backup can include: an item of `includeTypes`, and the names of `objectOptions`. */
export const objectType = define('objectType', { $ref: '#/definitions/ObjectType' });

/** A whole record. What is in it is defined when it is first asked for. */
export const record = define('record', { $ref: '#/definitions/BackupResponse' });

/** The properties of a record that the API knows: `$schema` belongs to the file. */
export const recordNames: readonly string[] = Object.keys(follow(schemas.BackupResponse).properties ?? {}).filter(
  (name) => name !== '$schema',
);

/** Every place that the schema defines, by its id. */
export function allDefinitions(): ReadonlyMap<string, Definition> {
  defineAllIn(record);
  return definitions;
}

function defineAllIn(place: Definition): void {
  for (const below of new Set([...place.places, place.items])) if (below) defineAllIn(below);
}

export function definition(id: string): Definition {
  const found = definitions.get(id) ?? allDefinitions().get(id);
  if (!found) throw new Error(`The schema defines no "${id}"`);
  return found;
}

/** A part of the schema, its `$ref` followed. */
export function follow(node: SchemaNode | undefined): SchemaNode {
  return node?.$ref ? (schemas[node.$ref.slice('#/definitions/'.length)] ?? {}) : (node ?? {});
}

/** The definition of a place, made once. */
function define(id: string, reference: SchemaNode | undefined): Definition {
  return definitions.get(id) ?? new Definition(id, follow(reference));
}
