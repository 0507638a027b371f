import { isJson } from '../../../json/is-json.ts';
import { type Definition, definition, record } from '../../../model/schema.ts';
import { question } from '../../../model/words.ts';
import { endOfObject } from '../../../record/parse/end-of-value.ts';
import { listOf, objectOf, propertiesOf, stringIn } from '../json-values.ts';
import { numberAsJson } from './powershell-numbers.ts';
import { isAtString } from './powershell-strings.ts';
import { dash, optionsCall, type PowerShellText, responseCall } from './powershell-text.ts';
import { readCommaList, readValue, textOf } from './powershell-values.ts';

const splat = /@(\w+)/y;
const parameter = new RegExp(`${dash}(\\p{L}\\w*)(:?)`, 'uy');
/** A parameter on the next line: where the backtick got lost, as in Markdown, nothing else can start with a dash. */
const parameterOnNextLine = new RegExp(`(?:#[^\\r\\n]*)?\\s+(?=${dash}\\p{L})`, 'uy');
const endOfCall = /[\r\n;|)}#>&]|$/y;
const valueStart = /[$@([]/y;
const word = /(?:[^\s`;|&(){}$,<>]+|`[^\r\n])+/y;
const comma = /,/y;

/** Parameters that every function of the SDK has. They say nothing about the record. */
const commonParameters =
  /^(?:verbose|debug|(?:error|warning|information)(?:action|variable)|out(?:variable|buffer)|pipelinevariable)$/i;
const commonSwitches = /^(?:verbose|debug)$/i;

/** The values of a call's parameters, by the names of the properties that they are for. */
export type Properties = Map<string, string>;

/**
 * Reads a call that makes a record, which it adds to the records of the source, or one that makes the options of a record.
 * @returns the result of the call, as JSON
 */
export function readCall(source: PowerShellText): string | undefined {
  const isRecord = source.take(responseCall);
  if (!isRecord) source.take(optionsCall);
  const made = isRecord ? record : definition('options');
  const properties: Properties = new Map();
  const given = new Set<string>();
  do skipToParameter(source);
  while (readSplat(source, made, properties) || readParameter(source, made, properties, given));
  if (!source.problem && !source.sees(endOfCall)) source.fail('Unexpected text. Put text of several words in quotes.');
  if (source.problem) return undefined;
  const json = objectOf(properties);
  // Without a parameter it is only the name of the function, as in `Get-Help Initialize-BackupResponse`.
  if (isRecord && properties.size > 0) source.records.push(json);
  return json;
}

function skipToParameter(source: PowerShellText): void {
  source.skipBlanks();
  if (source.take(parameterOnNextLine)) source.skipBlanks();
}

/** Reads `@name`: the values of a hashtable are the values of the parameters. @returns whether there is more to read */
function readSplat(source: PowerShellText, made: Definition, properties: Properties): boolean {
  const offset = source.at;
  const [all, variable] = source.take(splat) ?? [];
  if (!all || !variable) return false;
  const value = source.substitute(variable, offset);
  const splatted = value && propertiesOf(value);
  if (value && !splatted)
    source.fail(`The variable $${variable} is not a hashtable, so its values have no names.`, offset);
  for (const [written, json] of splatted || []) {
    const name = parameterName(source, written, made, offset);
    if (name) put(properties, made, name, json);
  }
  return !source.problem;
}

/**
 * Reads a parameter and its value.
 * @param given the parameters that the call has so far, not counting those of a splatted hashtable
 * @returns whether there is more to read
 */
function readParameter(source: PowerShellText, made: Definition, properties: Properties, given: Set<string>): boolean {
  const offset = source.at;
  const [, written, colon] = source.take(parameter) ?? [];
  if (!written) return false;
  if (commonSwitches.test(written) && !colon) return true;
  const isCommon = commonParameters.test(written);
  const name = isCommon ? '' : parameterName(source, written, made, offset);
  if (name === undefined) return false;
  source.skipBlanks();
  if (source.sees(parameter) || source.sees(endOfCall)) {
    source.fail(`The parameter -${written} has no value.`, offset);
    return false;
  }
  const below = made.property(name);
  const json = readArgument(source, below);
  if (json === undefined) return false;
  if (isCommon) return true;
  if (given.has(name)) source.leaveFirst(name, offset);
  given.add(name);
  put(properties, made, name, json);
  return true;
}

/** The property that a parameter is for. Like PowerShell, it takes the beginning of a name if no other begins so. */
function parameterName(source: PowerShellText, written: string, made: Definition, offset: number): string | undefined {
  const names = made.names?.all.filter((name) => name !== '$schema') ?? [];
  const lower = written.toLowerCase();
  const exact = names.find((name) => name.toLowerCase() === lower);
  if (exact) return exact;
  const [first, ...others] = names.filter((name) => name.toLowerCase().startsWith(lower));
  if (first && others.length === 0) return first;
  if (first) {
    const all = [first, ...others].map((name) => parameterOf(name));
    return source.fail(`-${written} could be ${all.slice(0, -1).join(', ')} or ${all.at(-1)}.`, offset);
  }
  const nearest = made.names?.nearest(written);
  return source.fail(
    `There is no parameter -${written}.${question(nearest && nearest !== '$schema' ? parameterOf(nearest) : undefined)}`,
    offset,
  );
}

/** The parameter that the SDK has for a property: `-JobId` for `jobId`. */
export function parameterOf(name: string): string {
  return `-${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Notes a value as the SDK would have it in the record: without a null, which means no value. */
export function put(properties: Properties, made: Definition, name: string, json: string): void {
  const below = made.property(name);
  const value = below ? converted(json, below) : json;
  if (value !== 'null' || below?.isNullable) properties.set(name, value);
}

/** A value as PowerShell converts it for a parameter. A value that it would refuse stays as it is. */
function converted(json: string, { type }: Definition): string {
  if (json === 'null') return json;
  if (type === 'array') return json.startsWith('[') ? json : listOf([json]);
  if (type === 'integer') return numberAsJson(stringIn(json) ?? '') ?? json;
  if (type === 'boolean') return /^-?[\d.]/.test(json) ? String(Number(json) !== 0) : json;
  const text = type === 'string' ? textOf(json) : undefined;
  return text === undefined ? json : JSON.stringify(text);
}

/** Reads the value of a parameter: one as PowerShell writes it, or the plain words of the SDK's documentation. */
function readArgument(source: PowerShellText, below: Definition | undefined): string | undefined {
  if (isAtString(source) || source.sees(valueStart)) return readCommaList(source, readItem);
  if (source.sees(/\{/y)) return readJsonObject(source);
  if (below?.type === 'array') return withoutNullWord(readCommaList(source, readItem));
  return readWords(source, below);
}

function readItem(source: PowerShellText): string | undefined {
  if (isAtString(source) || source.sees(valueStart)) return readValue(source);
  const [text] = source.take(word) ?? [];
  return text === undefined ? source.fail('A value is missing here.') : JSON.stringify(unescaped(text));
}

function withoutNullWord(json: string | undefined): string | undefined {
  return json === '"null"' ? 'null' : json;
}

/** Reads the plain words of a line, up to the next parameter. */
function readWords(source: PowerShellText, below: Definition | undefined): string | undefined {
  const start = source.at;
  const words: string[] = [];
  while (!source.sees(/#/y) && (words.length === 0 || !source.sees(parameter))) {
    const part = source.take(word) ?? source.take(comma);
    if (!part) break;
    const isAttached = words.length > 0 && (part[0] === ',' || !/[\s`]/.test(source.text.charAt(part.index - 1)));
    if (isAttached) words.push(`${words.pop()}${unescaped(part[0])}`);
    else words.push(unescaped(part[0]));
    const end = source.at;
    source.skipBlanks();
    // Only another parameter can follow on the next line.
    if (/[\r\n]/.test(source.text.slice(end, source.at))) break;
  }
  if (source.sees(/\$/y)) return readValue(source) && source.fail('Put this text in double quotes.', start);
  if (words.length === 0) return source.fail('A value is missing here.');
  // The text after a status or a time may be the rest of a sentence.
  source.isSure &&= words.length === 1 || isFreeText(below);
  return jsonOfWords(words.join(' '), below?.type);
}

function isFreeText(below: Definition | undefined): boolean {
  return below?.type === 'string' && !below.values && !below.format && below.path !== 'jobId';
}

function jsonOfWords(text: string, type: Definition['type'] | undefined): string {
  if (text === 'null') return text;
  if (type === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase();
  return (type === 'integer' || type === 'boolean' ? numberAsJson(text) : undefined) ?? JSON.stringify(text);
}

function unescaped(text: string): string {
  return text.replace(/`(.)/g, '$1');
}

/** Reads an object that the SDK's documentation writes as JSON, which PowerShell would take for a script block. */
function readJsonObject(source: PowerShellText): string | undefined {
  const start = source.at;
  const json = source.text.slice(start, endOfObject(source.text, start, true));
  source.at += json.length;
  return isJson(json) ? json : source.fail('A script block is not a value. Write a hashtable, @{ … }, instead.', start);
}
