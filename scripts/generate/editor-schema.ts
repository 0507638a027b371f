import { type Definition, definition, record, recordNames } from '../../src/record/schema.ts';

/**
 * The schema that `contributes.jsonValidation` points at. VS Code's JSON service completes and explains with it and
 * never complains: our own diagnostics say each mistake once, and better. So no place has a `type`, and each value
 * that can be listed is one of `anyOf` its enum or anything. `examples` make the name's completion insert a value.
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
      entry: placeOf(definition('entry')),
    },
  };
}

function objectOf(place: Definition): { properties: Record<string, object> } {
  const names = place.names?.all ?? [];
  const ordered = names.map((name, at) => [name, { ...placeOf(place.property(name)), suggestSortText: sortText(at) }]);
  return { properties: Object.fromEntries(ordered) };
}

function placeOf(place: Definition | undefined): object {
  if (!place) return {};
  const { schema } = place;
  const explained = { title: schema.title, markdownDescription: described(place) };
  if (place.names) return { ...explained, ...objectOf(place), defaultSnippets: [snippet('{ }', bodies[place.id])] };
  if (place.items)
    return { ...explained, items: placeOf(place.items), defaultSnippets: [snippet('[ ]', bodies[place.id])] };
  const values = schema.enum ?? (place.type === 'boolean' ? [true, false] : undefined);
  const inserted = schema.default === undefined ? { examples: schema.examples } : { default: schema.default };
  if (!values) return { ...explained, ...inserted };
  const listed = { enum: values, markdownEnumDescriptions: schema.oneOf?.map(({ description }) => description) };
  return { ...explained, ...inserted, anyOf: [listed, {}] };
}

/** What a name's completion puts in as its value, ready to be filled. In a body `^` marks what goes in without quotes. */
const bodies: Readonly<Record<string, unknown>> = {
  options: { includeTypes: ['^$1'] },
  includeTypes: ['^$1'],
  objectOptions: { '${1:SOURCE}': { includedNames: ['$2'] } },
  entry: { includedNames: ['$1'] },
  includedNames: ['$1'],
};

function snippet(label: string, body: unknown): object {
  return { label, body };
}

/** The description, and for whoever scripts: the parameter that the PowerShell SDK has for it. */
function described({ id, schema }: Definition): string {
  return recordNames.includes(id)
    ? `${schema.description}\n\nPowerShell: \`-${capital(id)}\``
    : `${schema.description}`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function sortText(at: number): string {
  return String(at).padStart(2, '0');
}
