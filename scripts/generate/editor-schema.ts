import { type Definition, definition, objectType, record, recordNames } from '../../src/record/schema.ts';
import { now } from './snippets.ts';

/**
 * The schema that `contributes.jsonValidation` points at. With it, VS Code's JSON service completes and explains, but
 * never complains: our own diagnostics report each mistake once, and better. So there is no `type`, and a value that can
 * be listed is `anyOf` its enum or anything. `examples` make the completion of a name insert a value.
 */
export function editorSchema(): object {
  const { $schema, ...properties } = objectOf(record).properties;
  return {
    $comment: 'Made from backup-response.schema.json by npm run generate. Completes and explains, never complains.',
    $ref: '#/definitions/record',
    items: { $ref: '#/definitions/record' },
    definitions: {
      record: {
        title: record.schema.title,
        description: record.schema.description,
        defaultSnippets: [snippet('{ }', {})],
        properties: { ...properties, $schema: { ...$schema, doNotSuggest: true } },
      },
      entry: schemaOf(definition('options.objectOptions.*')),
    },
  };
}

function objectOf(definition: Definition): { properties: Record<string, object> } {
  const names = definition.names?.all ?? [];
  const ordered = names.map((name, at) => [
    name,
    {
      ...schemaOf(definition.property(name)),
      // Which types go first, only our own completion knows.
      ...(definition.path === 'options.objectOptions' ? { doNotSuggest: true } : { suggestSortText: sortText(at) }),
    },
  ]);
  return { properties: Object.fromEntries(ordered) };
}

function schemaOf(definition: Definition | undefined): object {
  if (!definition) return {};
  const { path, schema, type, names, items } = definition;
  const explained = { title: schema.title, markdownDescription: descriptionOf(definition) };
  if (names) return { ...explained, ...objectOf(definition), defaultSnippets: [snippet('{ }', bodies[path])] };
  if (items) return { ...explained, items: schemaOf(items), defaultSnippets: [snippet('[ ]', bodies[path])] };
  const values = schema.enum ?? (type === 'boolean' ? [true, false] : undefined);
  const made = path === 'jobId' ? snippet('a new id', '^"$UUID"') : undefined;
  const fresh = made ?? (schema.format === 'date-time' ? snippet('now', `^${now}`) : undefined);
  if (fresh) return { ...explained, defaultSnippets: [fresh] };
  const isFreeText = type === 'string' && !values;
  // Without a default, the service inserts no value; one that is only an example would be taken for the truth.
  const inserted =
    schema.default === undefined && !isFreeText ? { examples: schema.examples } : { default: schema.default ?? '' };
  if (!values) return { ...explained, ...inserted };
  const listed = { enum: values, markdownEnumDescriptions: schema.oneOf?.map(({ description }) => description) };
  // An `if` explains values, but completes none: which types are not listed yet, only our own completion knows.
  if (definition === objectType) return { ...explained, if: listed };
  // Where several values are examples, the service inserts none, and opens the list of them.
  return { ...explained, ...(values.length > 1 ? { examples: values } : inserted), anyOf: [listed, {}] };
}

/** The values that the completion of a name inserts, by path. In a body, `^` marks what is inserted without quotes. */
const bodies: Readonly<Record<string, unknown>> = {
  options: { includeTypes: ['^$1'] },
  'options.includeTypes': ['^$1'],
  'options.objectOptions': { '${1:SOURCE}': { includedNames: ['$2'] } },
  'options.objectOptions.*': { includedNames: ['$1'] },
  'options.objectOptions.*.includedNames': ['$1'],
};

function snippet(label: string, body: unknown): object {
  return { label, body };
}

/** The description, and the parameter that the PowerShell SDK has for the property. */
function descriptionOf({ path, schema }: Definition): string {
  return recordNames.includes(path)
    ? `${schema.description}\n\nPowerShell: \`-${capital(path)}\``
    : `${schema.description}`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function sortText(at: number): string {
  return String(at).padStart(2, '0');
}
