import { _, Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { allDefinitions, type SchemaNode } from '../../src/model/schema.ts';
import { isDateTime } from '../../src/record/times/date-time.ts';

/** Definitions that want the same share a validator: by what they want, the name of its function. */
const functions = new Map<string, string>();
for (const { schema } of allDefinitions.values()) {
  const wanted = JSON.stringify(alone(schema));
  if (!functions.has(wanted)) functions.set(wanted, `validator${functions.size}`);
}

/**
 * ajv's standalone code: a function for each definition that says which keyword a value breaks, whatever lies inside the value. It needs no ajv at
 * run time and evaluates no text.
 */
export function validatorsSource(): string {
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true, formats: _`formats` },
    formats: { 'date-time': isDateTime, int64: true },
    messages: false, // Only the keyword is needed.
  });
  for (const [wanted, name] of functions) ajv.addSchema(JSON.parse(wanted), name);
  const code = keywordsOnly(standalone(ajv, Object.fromEntries([...functions.values()].map((name) => [name, name]))));
  const rows = [...allDefinitions.values()].map(
    ({ path, schema }) => `  '${path}': ${functions.get(JSON.stringify(alone(schema)))},`,
  );
  return `${imports}\n${code.replaceAll('export const', 'const')}
/** By path. */
export const validators = {\n${rows.join('\n')}\n};\n`;
}

/** The type of what is generated. */
export const validatorTypes = `/** By path: which keyword of its schema a value breaks. */
export declare const validators: Readonly<Record<string, (value: unknown) => string | undefined>>;
`;

/** Lets each function return the keyword that the value breaks: there is one error at most, and nothing else about it is needed. */
function keywordsOnly(code: string): string {
  return code
    .replaceAll(', {instancePath="", parentData, parentDataProperty, rootData=data}={}', '')
    .replace(/\w+\.errors = \[\{instancePath,.*?,keyword:("\w+"),.*\}\];\nreturn false;/g, 'return $1;')
    .replace(/\w+\.errors = vErrors;\nreturn errors === 0;/g, 'return undefined;')
    .replace(/let vErrors = null;\nlet errors = 0;\n/g, '')
    .replaceAll('errors === 0', 'true');
}

const imports = `import { isDateTime } from '../times/date-time.ts';
const formats = { 'date-time': isDateTime };`;

/** The keywords that concern a value itself. What lies inside it has definitions of its own. */
function alone({ type, enum: values, format }: SchemaNode): object {
  return { ...(type && { type }), ...(values && { enum: values }), ...(format && { format }) };
}
