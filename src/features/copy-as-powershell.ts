import type { Node } from 'jsonc-parser';
import { type Definition, record } from '../model/schema.ts';
import { quote } from '../model/words.ts';
import { isInt64, parseInteger } from '../record/integer.ts';
import { parse } from '../record/parse/parse.ts';
import { isDateTime } from '../record/times/date-time.ts';
import { parameterOf } from './paste/powershell/powershell-call.ts';
import { powerShellString } from './paste/powershell/powershell-strings.ts';

/** A record that is being written, and the names of the values that the call cannot take. */
interface Writing {
  readonly json: string;
  readonly leftOut: Set<string>;
}

const indentation = '  ';

/**
 * Writes a record as a call of the PowerShell SDK that runs as pasted, in PowerShell 5.1 and 7. (In 1.x of the SDK, the
 * function is called `Initialize-V2024BackupResponse`.)
 *
 * The call has only parameters and values that the SDK knows. A property without a parameter, and a value that its
 * parameter refuses, are left out, and a comment before the call names them. Nulls are left out, except for `options`.
 *
 * `options` is a dictionary instead of a call of `Initialize-BackupOptions`, which would refuse an object type that the
 * SDK does not list, and whose hashtable would change the order.
 * @param recordJson one record as JSON
 */
export function toPowerShell(recordJson: string): string {
  const writing: Writing = { json: recordJson, leftOut: new Set() };
  const root = parse(recordJson);
  const values = new Map<string, string>();
  for (const [written, value] of root?.type === 'object' ? propertiesIn(root) : []) {
    const name = record.names?.folded(written) ?? written;
    const below = record.property(name);
    // `$schema` belongs to the file, not to the record.
    if (name === '$schema' || (value.type === 'null' && !below?.isNullable)) continue;
    const argument = below && argumentFor(writing, value, below);
    if (argument) values.set(name, argument);
    else writing.leftOut.add(written);
  }
  const parameters = Array.from(values, ([name, argument]) => `${parameterOf(name)} ${argument}`);
  const call = ['Initialize-BackupResponse', ...parameters].join(` \`\n${indentation}`);
  return `${commentOn(writing)}${call} | ConvertTo-Json -Depth 10\n`;
}

function commentOn({ leftOut }: Writing): string {
  if (leftOut.size === 0) return '';
  return `# Initialize-BackupResponse does not take these, so they are left out: ${[...leftOut].map(quote).join(', ')}\n`;
}

/** The value of a parameter; undefined if PowerShell would refuse it. */
function argumentFor(writing: Writing, value: Node, below: Definition): string | undefined {
  if (value.type === 'null') return '$null';
  if (below.type === 'object') return value.type === 'object' ? `(${dictionary(writing, value, below, 1)})` : undefined;
  if (below.type === 'boolean') return value.type === 'boolean' ? `$${value.value}` : undefined;
  if (below.type === 'integer') return integerOf(writing, value);
  return value.type === 'string' && isTaken(value.value, below) ? powerShellString(value.value) : undefined;
}

function integerOf(writing: Writing, value: Node): string | undefined {
  const integer = value.type === 'number' ? parseInteger(sliceOf(writing, value)) : undefined;
  return integer && isInt64(integer) ? `${integer.isNegative ? '-' : ''}${integer.digits}` : undefined;
}

/** Whether a parameter takes a string. PowerShell ignores the case of an allowed value. */
function isTaken(text: string, { values, format }: Definition): boolean {
  if (format === 'date-time') return isDateTime(text);
  return !values || values.all.some((value) => value.toLowerCase() === text.toLowerCase());
}

/** Any value inside of `options`. */
function literal(writing: Writing, value: Node, below: Definition | undefined, depth: number): string {
  switch (value.type) {
    case 'object':
      return dictionary(writing, value, below, depth);
    case 'array':
      return array(writing, value, below, depth);
    case 'string':
      return powerShellString(value.value);
    case 'number': {
      const written = sliceOf(writing, value);
      return Number.isFinite(value.value) ? written : powerShellString(written);
    }
    default:
      return `$${sliceOf(writing, value)}`;
  }
}

function array(writing: Writing, { children = [] }: Node, below: Definition | undefined, depth: number): string {
  const items = children.map((item) => literal(writing, item, below?.items, depth));
  // Without the comma, PowerShell would take the only list in a list for the list itself.
  const comma = children.length === 1 && children[0]?.type === 'array' ? ',' : '';
  return `@(${comma}${items.join(', ')})`;
}

/** A dictionary that keeps its order. PowerShell ignores the case of its names, so it cannot hold both of `a` and `A`. */
function dictionary(writing: Writing, object: Node, below: Definition | undefined, depth: number): string {
  const lines: string[] = [];
  const taken = new Set<string>();
  for (const [name, value] of propertiesIn(object)) {
    if (taken.has(name.toLowerCase())) {
      writing.leftOut.add(name);
      continue;
    }
    taken.add(name.toLowerCase());
    const key = below?.names?.has(name) ? name : powerShellString(name);
    lines.push(`${key} = ${literal(writing, value, below?.property(name), depth + 1)}`);
  }
  if (lines.length === 0) return '[ordered]@{}';
  const [first = ''] = lines;
  if (lines.length === 1 && !first.includes('\n')) return `[ordered]@{ ${first} }`;
  const space = `\n${indentation.repeat(depth)}`;
  return `[ordered]@{${lines.map((line) => space + indentation + line).join('')}${space}}`;
}

/** The properties of an object; of two equal names, the last counts. */
function propertiesIn({ children = [] }: Node): Map<string, Node> {
  const properties = new Map<string, Node>();
  for (const { children: [name, value] = [] } of children) if (value) properties.set(String(name?.value), value);
  return properties;
}

function sliceOf({ json }: Writing, { offset, length }: Node): string {
  return json.slice(offset, offset + length);
}
