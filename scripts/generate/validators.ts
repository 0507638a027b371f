import { _, Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { isDateTime } from '../../src/record/date-time.ts';
import { allDefinitions, type SchemaNode } from '../../src/record/schema.ts';

/** Places that want the same of a value share a validator: by what they want, the first that wants it. */
const firsts = new Map<string, string>();
for (const { id, schema } of allDefinitions().values()) {
  const wanted = JSON.stringify(alone(schema));
  if (!firsts.has(wanted)) firsts.set(wanted, id);
}

/**
 * ajv's standalone code: for every place of the schema a function that checks a value there, whatever lies inside it.
 * It needs no ajv at run time and evaluates no text.
 */
export function validatorsSource(): string {
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true, formats: _`formats` },
    formats: { 'date-time': isDateTime, int64: true },
    messages: false, // The keyword is all that is asked for.
  });
  for (const [wanted, id] of firsts) ajv.addSchema(JSON.parse(wanted), id);
  const code = keywordAlone(standalone(ajv, Object.fromEntries([...firsts.values()].map((id) => [id, id]))));
  const rows = [...allDefinitions().values()].map(
    ({ id, schema }) => `  ${id}: ${firsts.get(JSON.stringify(alone(schema)))},`,
  );
  return `${imports}\n${code.replaceAll('export const', 'const')}
/** By the id of a place in the schema. */
export const validators = {\n${rows.join('\n')}\n};\n`;
}

/** The type of what is generated. */
export const validatorTypes = `/** Whether a value is right; where it is not, \`errors\` says which keyword of the schema it breaks. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly { readonly keyword: string }[] | null;
}
/** By the id of a place in the schema. */
export declare const validators: Readonly<Record<string, Validate>>;
`;

/** Of an error, the keyword is all that is asked for, and of the arguments, the value is all that is given. */
function keywordAlone(code: string): string {
  return code
    .replace(/\{instancePath,schemaPath:.*?,keyword:("\w+"),params:.*\}(?=\];$)/gm, '{keyword:$1}')
    .replaceAll(', {instancePath="", parentData, parentDataProperty, rootData=data}={}', '');
}

const imports = `import { isDateTime } from '../date-time.ts';
const formats = { 'date-time': isDateTime };`;

/** The keywords that speak of a value itself. What lies inside it is asked for on its own, by its own place. */
function alone({ type, enum: values, format }: SchemaNode): object {
  return { ...(type && { type }), ...(values && { enum: values }), ...(format && { format }) };
}
