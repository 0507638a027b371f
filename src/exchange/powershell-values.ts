import { isJson } from '../record/json.ts';
import { shorten } from '../record/words.ts';
import { isNameInRecord, listOf, objectOf, stringIn } from './json-values.ts';
import { readCall } from './powershell-call.ts';
import { numberAsJson } from './powershell-numbers.ts';
import { isAtString, readString } from './powershell-strings.ts';
import { optionsCall, type PowerShellText, responseCall } from './powershell-text.ts';

/*
 * Values and calls are inside of each other: `( … )` holds a call, and a call's parameters have values. So this module and
 * `powershell-call.ts` import each other, which is safe as long as neither calls the other while it is loaded.
 */

const cast = /\[\s*([\w.]+(?:\[\])?)\s*\]/y;
const variable = /\$(?:\{([^}\r\n]*)\}|((?:\w+:)?\w+))/y;
const scope = /^(?:script|global|local|private):/i;
const number =
  /[+-]?(?:0x[\da-f]{1,16}|(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?)(?:l|d|u|ul|s|us|y|uy|n)?(?:[kmgtp]b)?(?![\w.-])/iy;
const constants: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
]);
const member = /\.\w|\[|::/y;
const word = /[^\s,;|&(){}='"]+/y;
const key = /[\w.-]+/y;
const restOfPipeline = /(?:[^\r\n;|(){}'"]+|'[^'\r\n]*'|"[^"\r\n]*")+|['"|]/y;

const jsonOptions = '(?:[^\\S\\r\\n]+(?:-\\w+(?::\\S+)?|\\d+|\\$(?:true|false)))*';
const fromJson = new RegExp(`\\|\\s*ConvertFrom-Json\\b${jsonOptions}`, 'iy');
const toJson = new RegExp(`\\|\\s*ConvertTo-Json\\b${jsonOptions}`, 'iy');

/**
 * Reads an expression or a call, and what its value is piped into: `ConvertFrom-Json` counts, and
 * `ConvertTo-Json` changes nothing. The rest is left out.
 * @returns the value as JSON
 */
export function readPipeline(source: PowerShellText): string | undefined {
  const isCall = source.sees(responseCall) || source.sees(optionsCall);
  const value = isCall ? readCall(source) : readExpression(source);
  if (value === undefined) return undefined;
  source.skipBlanks();
  const isParsed = source.take(fromJson);
  source.take(toJson);
  source.skipBlanks();
  if (source.sees(/\|/y)) skipRestOfPipeline(source);
  if (!isParsed) return value;
  const json = stringIn(value);
  return json !== undefined && isJson(json) ? json : source.fail('The text before ConvertFrom-Json is not JSON.');
}

function skipRestOfPipeline(source: PowerShellText): void {
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
  return readCommaList(source, readSum);
}

/** Reads what follows a comma without a value before it: a list of one item. */
function readOnlyItem(source: PowerShellText): string | undefined {
  source.skipLines();
  const item = readSum(source);
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

/** Reads strings with plus signs between them, or one value. */
function readSum(source: PowerShellText): string | undefined {
  const start = source.at;
  let sum = readValue(source);
  for (source.skipBlanks(); sum !== undefined && source.take(/\+/y); source.skipBlanks()) {
    source.skipLines();
    const next = readValue(source);
    const [left, right] = [stringIn(sum), next && textOf(next)];
    if (next !== undefined && (left === undefined || right === undefined))
      return source.fail('Only strings can be added up here.', start);
    sum = right === undefined ? undefined : JSON.stringify(left + right);
  }
  return sum;
}

/** Reads one value, without any operator. */
export function readValue(source: PowerShellText): string | undefined {
  return source.nested(() => {
    const start = source.at;
    const value = readCast(source) ?? readOperand(source);
    if (value !== undefined && source.sees(member)) return failAtUnknown(source, start);
    return value;
  });
}

function readCast(source: PowerShellText): string | undefined {
  const start = source.at;
  const [, type] = source.take(cast) ?? [];
  if (type === undefined) return undefined;
  if (source.sees(/::/y)) return failAtUnknown(source, start);
  source.skipBlanks();
  const value = readValue(source);
  return value === undefined ? undefined : castTo(type.toLowerCase().replace(/^system\./, ''), value);
}

function castTo(type: string, value: string): string {
  const text = textOf(value) ?? '';
  if (type.endsWith('[]') && !value.startsWith('[')) return listOf([value]);
  if (type === 'char' && /^\d{1,5}$/.test(value)) return JSON.stringify(String.fromCharCode(Number(value)));
  if (type === 'string' && value !== 'null') return JSON.stringify(text);
  if (/^(?:u?int(?:16|32|64)?|u?long)$/.test(type)) return numberAsJson(text) ?? value;
  if (/^bool(?:ean)?$/.test(type) && /^\d+$/.test(value)) return String(Number(value) !== 0);
  return value;
}

function readOperand(source: PowerShellText): string | undefined {
  if (source.problem) return undefined;
  const start = source.at;
  if (isAtString(source)) {
    const text = readString(source, readInString);
    return text === undefined ? undefined : JSON.stringify(text);
  }
  if (source.take(/@\{/y)) return readHashtable(source, start);
  if (source.take(/@\(/y)) return readArray(source, start);
  if (source.take(/\$?\(/y)) return readInParentheses(source, start);
  if (source.sees(variable)) return readVariable(source);
  const [digits] = source.take(number) ?? [];
  if (digits) return numberAsJson(digits) ?? source.fail('This number is too large.', start);
  return readWord(source, start);
}

/** Reads a word that is neither a string nor a number: true, false or null, or a command whose result is not known. */
function readWord(source: PowerShellText, start: number): string | undefined {
  const [text] = source.take(word) ?? [];
  const constant = constants.get(text?.toLowerCase() ?? '');
  if (constant) return constant;
  if (text) return source.fail(`What ${shorten(text)} returns is not known here.`, start);
  return source.fail('A value is missing here.');
}

function readVariable(source: PowerShellText): string | undefined {
  const start = source.at;
  const [, braced, plain] = source.take(variable) ?? [];
  const name = (braced ?? plain ?? '').replace(scope, '');
  return constants.get(name.toLowerCase()) ?? source.substitute(name, start);
}

/** Reads the variable or the subexpression in a string. */
function readInString(source: PowerShellText): string | undefined {
  const start = source.at;
  const isSubexpression = source.take(/\$\(/y);
  const value = isSubexpression ? readInParentheses(source, start) : readVariable(source);
  if (value === undefined) return undefined;
  return textOf(value) ?? source.fail('This is no text that could be part of a string.', start);
}

/** What a value is as a string; undefined for lists and objects. */
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
  return source.take(/\)/y) ? value : failAtUnknown(source, start);
}

/** Reads the rest of `@( … )`. Of a list on a line of its own, the items are taken one by one, as PowerShell does. */
function readArray(source: PowerShellText, start: number): string | undefined {
  const items: string[] = [];
  for (skipSeparators(source); !source.take(/\)/y); skipSeparators(source)) {
    if (source.isAtEnd) return source.fail('This list is not closed: its ")" is missing.', start);
    const before = source.at;
    const item = readPipeline(source);
    if (item === undefined) return undefined;
    if (source.at === before) return failAtUnknown(source, start);
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
    const name = isQuoted ? readString(source, readInString) : source.take(key)?.[0];
    if (name === undefined) return source.fail('The name of a value is missing here.');
    source.skipBlanks();
    if (!source.take(/=/y)) return source.fail(`An equals sign is missing here, behind ${shorten(name)}.`);
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

/** Fails at something that PowerShell would work out, from its start up to here. */
function failAtUnknown(source: PowerShellText, start: number): undefined {
  const text = source.text.slice(start, source.at + 20).split(/[\r\n]/)[0] ?? '';
  return source.fail(`What ${shorten(text)} is, is not known here.`, start);
}
