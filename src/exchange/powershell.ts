import { isKnown } from '../record/recognize.ts';
import { record } from '../record/schema.ts';
import { objectOf, propertiesOf, withSchemaNames } from './json-values.ts';
import { put } from './powershell-call.ts';
import { anyResponseCall, optionsCall, PowerShellText, responseCall } from './powershell-text.ts';
import { readPipeline } from './powershell-values.ts';
import { nothingFound, type Reading } from './reading.ts';

const prompt = /(?:PS(?: [^\r\n>]*)?>|>>)[^\S\r\n]*/y;
const assignment = /(?:\[[\w.[\]]+\][^\S\r\n]*)?\$(?:(?:script|global|local|private):)?(\w+)[^\S\r\n]*=(?!=)/iy;
const memberAssignment = /\$(\w+)(?:\.(\w+)|\[(['"])(\w+)\3\])[^\S\r\n]*=(?!=)/y;
const valueStart = /@[({]|[[(]/y;

/** Whether a text has a call in it that makes a record. */
export function hasPowerShellCall(text: string): boolean {
  return anyResponseCall.test(text);
}

/**
 * Reads the records that a PowerShell script makes: each call of `Initialize-BackupResponse`, or, if there is none, each
 * hashtable that holds a record. The script is not run, so other commands have no effect, and no result.
 */
export function readPowerShell(text: string): Reading {
  const source = new PowerShellText(text);
  const objects: string[] = [];
  for (source.skipLines(); !source.isAtEnd; source.skipLines()) {
    readStatement(source, objects);
    if (source.problem) return { problem: source.problem };
  }
  const records = source.records.length > 0 ? source.records : objects.filter(isRecord);
  if (records.length === 0) return { problem: { offset: 0, message: nothingFound } };
  return { form: 'PowerShell', records: records.map(withSchemaNames) };
}

function isRecord(json: string): boolean {
  return propertiesOf(json)?.some(([name]) => isKnown(name)) === true;
}

/** @param objects to add the value of the statement to, if it is an object */
function readStatement(source: PowerShellText, objects: string[]): void {
  source.take(prompt);
  if (readMemberAssignment(source)) return;
  const start = source.at;
  const [, name] = source.take(assignment) ?? [];
  if (name) source.skipLines();
  const count = source.records.length;
  const json = name || isAtValue(source) ? readPipeline(source) : undefined;
  if (json === undefined) {
    failUnlessHarmless(source, start, name);
    return;
  }
  const isOneRecord = source.records.length > count && json === source.records.at(-1);
  if (name) source.assign(name, { json, record: isOneRecord ? count : undefined });
  if (json.startsWith('{')) objects.push(json);
  if (!source.take(/[;)}]/y)) skipUnknown(source);
}

function isAtValue(source: PowerShellText): boolean {
  return source.sees(responseCall) || source.sees(optionsCall) || source.sees(valueStart);
}

/** Keeps the problem of a statement only if it makes a record. Otherwise it concerns whoever uses the variable. */
function failUnlessHarmless(source: PowerShellText, start: number, name: string | undefined): void {
  const { problem } = source;
  if (problem && anyResponseCall.test(source.text.slice(start, source.at))) return;
  source.problem = undefined;
  if (name && problem) source.assign(name, { problem });
  skipUnknown(source);
}

/** Reads `$name.property = value` or `$name['property'] = value`. @returns whether there is one */
function readMemberAssignment(source: PowerShellText): boolean {
  const offset = source.at;
  const [, name = '', dotted, , quoted] = source.take(memberAssignment) ?? [];
  const property = dotted ?? quoted;
  if (!property) return false;
  source.skipLines();
  const variable = source.variable(name);
  const value = readPipeline(source);
  const { problem } = source;
  const index = variable && 'json' in variable ? variable.record : undefined;
  if (problem && index === undefined) {
    source.problem = undefined;
    source.assign(name, { problem });
  } else if (variable && 'json' in variable && value !== undefined) {
    const json = withProperty(source.substitute(name, offset) ?? '', property, value);
    source.assign(name, { json, record: index });
    if (index !== undefined) source.records[index] = json;
  }
  skipUnknown(source);
  return true;
}

/** An object with another value for one of its properties, whose case PowerShell ignores. */
function withProperty(json: string, written: string, value: string): string {
  const properties = new Map(propertiesOf(json) ?? []);
  const lower = written.toLowerCase();
  const same = [...properties.keys(), ...(record.names?.all ?? [])].find((name) => name.toLowerCase() === lower);
  put(properties, record, same ?? written, value);
  return objectOf(properties);
}

const unknownToken = /[\w.-]+|[^\S\r\n]+(?:#[^\r\n]*)?|'[^'\r\n]*'|"[^"\r\n]*"|[^\r\n]/y;

/** Moves to the end of the line, or to a call on it that makes a record. */
function skipUnknown(source: PowerShellText): void {
  while (!source.sees(responseCall) && source.take(unknownToken));
}
