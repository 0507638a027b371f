import { type Definition, record } from '../../src/model/schema.ts';

/** The type of a valid record. */
export function typesSource(): string {
  return `/** ${record.schema.description} */\nexport interface BackupResponse ${typeOf(record, '')}\n`;
}

function typeOf(definition: Definition, indent: string): string {
  const plain = plainType(definition, indent);
  return definition.isNullable ? `${plain} | null` : plain;
}

function plainType(definition: Definition, indent: string): string {
  if (definition.values) return definition.values.all.map((value) => `'${value}'`).join(' | ');
  if (definition.items) return `readonly (${typeOf(definition.items, indent)})[]`;
  if (definition.path === 'options.objectOptions')
    return `{ readonly [objectType: string]: ${typeOf(definition.property('') ?? definition, indent)} }`;
  if (!definition.names) return definition.type === 'integer' ? 'number' : definition.type;
  const lines = definition.names.all.map((name) => {
    const below = definition.property(name) ?? definition;
    return `${indent}  /** ${below.schema.description} */\n${indent}  readonly ${name}?: ${typeOf(below, `${indent}  `)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}
