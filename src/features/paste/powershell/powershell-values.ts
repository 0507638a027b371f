import { shorten } from '../../../model/words.ts';
import { isNameInRecord, listOf, objectOf, stringIn } from '../json-values.ts';
import { numberAsJson } from './powershell-numbers.ts';
import { isAtString, readString } from './powershell-strings.ts';
import { optionsCall, type PowerShellText, responseCall } from './powershell-text.ts';

const variable = /\$(?:\{([^}\r\n]*)\}|((?:\w+:)?\w+))/y;
const scope = /^(?:script|global|local|private):/i;
const number =
  /[+-]?(?:0x[\da-f]{1,16}|(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?)(?:l|d|u|ul|s|us|y|uy|n)?(?:[kmgtp]b)?(?![\w.-])/iy;
const constants: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
]);
const hashtable = /(?:\[(?:ordered|pscustomobject|hashtable)\][^\S\r\n]*)?@\{/iy;
const operator = /\.\w|\[|::|[^\S\r\n]*\+/y;
const key = /[\w.-]+/y;
const restOfPipeline = /(?:[^\r\n;|(){}'"]+|'[^'\r\n]*'|"[^"\r\n]*")+|['"|]/y;
const toJson = /\|\s*ConvertTo-Json\b(?:[^\S\r\n]+(?:-\w+(?::\S+)?|\d+|\$(?:true|false)))*/iy;

/**
 * Reads a value or a call, perhaps with `ConvertTo-Json` after it, which changes nothing.
 * @returns the value as JSON
 */
export function readPipeline(source: PowerShellText): string | undefined {
  const isCall = source.sees(responseCall) || source.sees(optionsCall);
  const value = isCall ? source.readCall(source) : readExpression(source);
  if (value === undefined) return undefined;
  source.skipBlanks();
  source.take(toJson);
  source.skipBlanks();
  return value;
}

/** Skips the pipeline after the value of a statement: it does something with the record, but does not change it. */
export function skipRestOfPipeline(source: PowerShellText): void {
  if (!source.sees(/\|/y)) return;
  const start = source.at;
  let depth = 0;
  for (;;) {
    const [bracket] = source.take(/[({]/y) ?? source.take(depth > 0 ? /[)}]|[\r\n;]+/y : /(?!)/y) ?? [];
    if (bracket === '(' || bracket === '{') depth++;
    else if (bracket === ')' || bracket === '}') depth--;
    else if (bracket === undefined && !source.take(restOfPipeline)) break;
  }
  source.leaveText(start);
}

/** Reads values with commas between them: several are a list. */
function readExpression(source: PowerShellText): string | undefined {
  source.skipBlanks();
  if (source.take(/,/y)) return readOnlyItem(source);
  return readCommaList(source, readValue);
}

/** Reads what follows a comma without a value before it: a list of one item. */
function readOnlyItem(source: PowerShellText): string | undefined {
  source.skipLines();
  const item = readValue(source);
  return item === undefined ? undefined : listOf([item]);
}

/**
 * Reads items with commas between them.
 * @returns the only item itself, or several as a list
 */
export function readCommaList(
  source: PowerShellText,
  readItem: (source: PowerShellText) => string | undefined,
): string | undefined {
  const items: string[] = [];
  do {
    source.skipBlanks();
    if (items.length > 0) source.skipLines();
    const item = readItem(source);
    if (item === undefined) return undefined;
    items.push(item);
    source.skipBlanks();
  } while (source.take(/,/y));
  return items.length === 1 ? items[0] : listOf(items);
}

/** Reads one value: a literal, a variable, or a call in parentheses. */
export function readValue(source: PowerShellText): string | undefined {
  return source.nested(() => {
    const start = source.at;
    const value = readOperand(source);
    return value !== undefined && source.sees(operator) ? source.failAtCode(start) : value;
  });
}

function readOperand(source: PowerShellText): string | undefined {
  if (source.problem) return undefined;
  const start = source.at;
  if (isAtString(source)) {
    const text = readString(source);
    return text === undefined ? undefined : JSON.stringify(text);
  }
  if (source.take(hashtable)) return readHashtable(source, start);
  if (source.take(/@\(/y)) return readArray(source, start);
  if (source.take(/\(/y)) return readInParentheses(source, start);
  if (source.sees(variable)) return readVariable(source);
  const [digits] = source.take(number) ?? [];
  if (digits) return numberAsJson(digits) ?? source.fail('This number is too large.', start);
  return source.sees(/[^\s,;|&(){}=]/y) ? source.failAtCode(start) : source.fail('A value is missing here.');
}

function readVariable(source: PowerShellText): string | undefined {
  const start = source.at;
  const [, braced, plain] = source.take(variable) ?? [];
  const name = (braced ?? plain ?? '').replace(scope, '');
  return constants.get(name.toLowerCase()) ?? source.substitute(name, start);
}

/** A value as a string; undefined for lists and objects. */
export function textOf(value: string): string | undefined {
  if (value.startsWith('[') || value.startsWith('{')) return undefined;
  if (value === 'true') return 'True';
  if (value === 'false') return 'False';
  return value === 'null' ? '' : (stringIn(value) ?? value);
}

function readInParentheses(source: PowerShellText, start: number): string | undefined {
  source.skipLines();
  const value = readPipeline(source);
  if (value === undefined) return undefined;
  source.skipLines();
  return source.take(/\)/y) ? value : source.failAtCode(start);
}

/** Reads the rest of `@( … )`. Of a list on a line of its own, the items are taken one by one, as PowerShell does. */
function readArray(source: PowerShellText, start: number): string | undefined {
  const items: string[] = [];
  for (skipSeparators(source); !source.take(/\)/y); skipSeparators(source)) {
    if (source.isAtEnd) return source.fail('This list is not closed: its ")" is missing.', start);
    const before = source.at;
    const item = readPipeline(source);
    if (item === undefined) return undefined;
    if (source.at === before) return source.failAtCode(start);
    items.push(item.startsWith('[') ? item.slice(1, -1) : item);
  }
  return listOf(items.filter((item) => item.trim() !== ''));
}

/** Reads the rest of `@{ … }`. */
function readHashtable(source: PowerShellText, start: number): string | undefined {
  const properties: [string, string][] = [];
  const names = new Set<string>();
  for (skipSeparators(source); !source.take(/\}/y); skipSeparators(source)) {
    if (source.isAtEnd) return source.fail('This hashtable is not closed: its "}" is missing.', start);
    const offset = source.at;
    const isQuoted = isAtString(source);
    const name = isQuoted ? readString(source) : source.take(key)?.[0];
    if (name === undefined) return source.fail('The name of a value is missing here.');
    source.skipBlanks();
    if (!source.take(/=/y)) return source.fail(`An equals sign is missing here, after ${shorten(name)}.`);
    source.skipLines();
    const value = readPipeline(source);
    if (value === undefined) return undefined;
    if (!source.sees(/[\r\n;}#]|$/y)) return source.fail('Something is here that belongs to no value.');
    if (names.has(name.toLowerCase())) source.leaveFirst(name, offset);
    source.isSure &&= isQuoted || isNameInRecord(name);
    names.add(name.toLowerCase());
    properties.push([name, value]);
  }
  return objectOf(properties);
}

function skipSeparators(source: PowerShellText): void {
  do source.skipLines();
  while (source.take(/;/y));
}
