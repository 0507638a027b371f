import { type Definition, record } from '../../src/record/schema.ts';

/** TypeScript's view of a record that is right. */
export function typesSource(): string {
  return `/** ${record.schema.description} */\nexport interface BackupResponse ${typeOf(record, '')}\n`;
}

function typeOf(place: Definition, indent: string): string {
  const plain = plainType(place, indent);
  return place.isNullable ? `${plain} | null` : plain;
}

function plainType(place: Definition, indent: string): string {
  if (place.values) return place.values.all.map((value) => `'${value}'`).join(' | ');
  if (place.items) return `readonly (${typeOf(place.items, indent)})[]`;
  if (place.id === 'objectOptions')
    return `{ readonly [objectType: string]: ${typeOf(place.property('') ?? place, indent)} }`;
  if (!place.names) return place.type === 'integer' ? 'number' : place.type;
  const lines = place.names.all.map((name) => {
    const below = place.property(name) ?? place;
    return `${indent}  /** ${below.schema.description} */\n${indent}  readonly ${name}?: ${typeOf(below, `${indent}  `)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}
