import { type Definition, objectType, record } from './schema.ts';

/** The values and names that the user allows beside the schema, because the service may add to the model at any time. */
export interface Allowed {
  /** Further values of enums: by the name of the property. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Further names of a record's properties. */
  readonly properties: readonly string[];
}

export const nothingAllowed: Allowed = { values: {}, properties: [] };

/** The properties whose values are enums, by name: the keys that `Allowed.values` may have. */
export const enumProperties: readonly (readonly [name: string, definition: Definition])[] = [
  ...record.below.filter(({ values }) => values).map((below) => [below.path, below] as const),
  ['includeTypes', objectType],
];

/** The values of an enum that the user allows beside those of the schema. */
export function allowedValues({ values }: Allowed, path: string): readonly string[] {
  const name = nameOfEnum(path);
  return name === undefined ? [] : (values[name] ?? []);
}

/** The names that the user allows an object to have beside those of the schema. */
export function allowedNames({ properties }: Allowed, { path }: Definition): readonly string[] {
  return path === record.path ? properties : [];
}

/** The key in `Allowed.values` of the enum at a path. */
export function nameOfEnum(path: string): string | undefined {
  return enumProperties.find(([, definition]) => definition.path === path)?.[0];
}
