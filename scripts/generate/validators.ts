import { _, Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { allDefinitions, type SchemaNode } from '../../src/model/schema.ts';
import { isDateTime } from '../../src/record/times/date-time.ts';

/** Definitions that are alike share a validator: by their keywords, the name of its function. */
const functions = new Map<string, string>();
for (const { schema } of allDefinitions.values()) {
  const wanted = JSON.stringify(alone(schema));
  if (!functions.has(wanted)) functions.set(wanted, `validator${functions.size}`);
}

/**
 * ajv's standalone code: a function for each definition that says which keyword a value breaks, without the values in it.
 * It does not need ajv at run time, and evaluates no text.
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

/** The type of the generated module. */
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

/** The keywords that concern a value itself. The values in it have definitions of their own. */
function alone({ type, enum: values, format }: SchemaNode): object {
  return { ...(type && { type }), ...(values && { enum: values }), ...(format && { format }) };
}
