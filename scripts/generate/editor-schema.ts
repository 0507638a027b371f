import { type Definition, definition, record, recordNames } from '../../src/model/schema.ts';

/**
 * The schema that `contributes.jsonValidation` points at. With it, VS Code's JSON service explains the properties, and does
 * nothing else: our own diagnostics report each mistake once, and better, and our own completion and hover know the values.
 * So there is no `type`, names are not suggested, and the values are under a name of ours, which the service does not read.
 */
export function editorSchema(): object {
  return {
    $comment: 'Made from backup-response.schema.json by npm run generate. Explains; never completes or complains.',
    $ref: '#/definitions/record',
    items: { $ref: '#/definitions/record' },
    definitions: {
      record: { title: record.schema.title, description: record.schema.description, ...objectOf(record) },
      entry: schemaOf(definition('options.objectOptions.*')),
    },
  };
}

function objectOf(definition: Definition): object {
  const names = definition.names?.all ?? [];
  const hidden = names.map((name) => [name, { ...schemaOf(definition.property(name)), doNotSuggest: true }]);
  return { properties: Object.fromEntries(hidden) };
}

function schemaOf(definition: Definition | undefined): object {
  if (!definition) return {};
  const { schema, names, items } = definition;
  const explained = { title: schema.title, markdownDescription: descriptionOf(definition) };
  if (names) return { ...explained, ...objectOf(definition) };
  if (items) return { ...explained, items: schemaOf(items) };
  if (!schema.enum) return explained;
  const meanings = schema.oneOf?.map((value) => [value.const, value.description]) ?? [];
  return { ...explained, meanings: Object.fromEntries(meanings) };
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
