import { shorten } from '../../../model/words.ts';
import { isKnown } from '../../../record/recognize.ts';
import { Cursor } from '../cursor.ts';
import { isRecord, readJson } from '../json-records.ts';
import { isNameInRecord, listOf, objectOf, stringIn, withSchemaNames } from '../json-values.ts';
import { found, nothingFound, type Reading } from '../reading.ts';
import { anyLine, readLinesUntil, skipLine, skipTrivia } from './python-lines.ts';
import { isAtPythonString, readPythonString } from './python-strings.ts';
import { type Arguments, timeMakers } from './python-times.ts';

const start =
  /^[^\S\r\n]*(?:\w+[^\S\r\n]*=[^\S\r\n]*)?(?:[[({]\s{0,80}){0,4}(?:'\w+'\s*:|BackupResponse\(|[\w.]*Response\(\w+=|datetime\.|[a-z]\w*=(?:['<\d]|(?:None|True|False|BackupOptions)\b)[^\r\n]* \w+=)/m;
const assignment = /\w+[^\S\r\n]*=(?!=)[^\S\r\n]*/y;
const property = /(\w+)=(?!=)/y;
const number = /-?\d+(?:\.\d+)?(?:e[+-]?\d{1,4})?(?!\w)/y;
const name = /[A-Za-z_][\w.]*/y;
const offsetOfZone = /TzInfo\(([+-]\d\d:\d\d)\)/y;
const enumValue = /<[\w.]+: /y;
const constants: ReadonlyMap<string, string> = new Map([
  ['None', 'null'],
  ['True', 'true'],
  ['False', 'false'],
  ['UTC', '"Z"'],
  ['utc', '"Z"'],
]);

/** Whether a text may be a record as Python prints it, or a variable that holds one. */
export function maybePython(text: string): boolean {
  return start.test(text);
}

/** Reads the records that Python prints as dictionaries or as objects of the SDK, alone, in lists or in a response. */
export function readPython(text: string): Reading {
  const source = new Cursor(text);
  const first = Math.max(0, text.search(start));
  readLinesUntil(source, first);
  const values: string[] = [];
  for (skipTrivia(source); !source.isAtEnd; skipTrivia(source)) {
    if (skipLine(source)) continue;
    const from = source.at;
    const value = readStatement(source);
    if (value !== undefined) values.push(value);
    else if (!leaveLine(source, from)) return { problem: source.problem ?? { offset: from, message: nothingFound } };
  }
  const reading = readJson(values.join('\n'));
  if (!reading || 'problem' in reading) return { problem: { offset: 0, message: nothingFound } };
  const records = reading.records.map(withSchemaNames);
  const leftOut = [...source.leftOut, ...reading.leftOut.map((one) => ({ ...one, offset: first }))];
  const isNamed = text.includes('BackupResponse(');
  return found('Python', records, leftOut, source.isSure && (isNamed || records.every(isRecord)));
}

/** Leaves out a line that cannot be read. @returns whether it is neither a part of a record nor the start of one */
function leaveLine(source: Cursor, from: number): boolean {
  const failedAt = source.at;
  source.at = from;
  const [line = ''] = source.take(anyLine) ?? [];
  if (failedAt > source.at || maybePython(line)) return false;
  source.problem = undefined;
  source.leaveText(from);
  return true;
}

function readStatement(source: Cursor): string | undefined {
  const before = source.at;
  const [, first] = source.take(property) ?? [];
  source.at = before;
  if (first && isKnown(first)) return readProperties(source);
  source.take(assignment);
  return readValue(source);
}

/** Reads what `print` shows of an object of the SDK: its properties, with spaces between them. */
function readProperties(source: Cursor): string | undefined {
  const start = source.at;
  const properties: [string, string][] = [];
  const names = new Set<string>();
  for (let next = source.take(property); next; next = source.take(property)) {
    const [, name = ''] = next;
    const value = readValue(source);
    if (value === undefined) return undefined;
    noteArgument(source, name, names.has(name), start);
    names.add(name);
    properties.push([name, value]);
    source.take(/ +/y);
  }
  // A single one on its line is an assignment in another language.
  return properties.length > 1 ? objectOf(properties) : source.fail(nothingFound, start);
}

/** Reads one value. @returns it as JSON */
function readValue(source: Cursor): string | undefined {
  skipTrivia(source);
  return source.nested(() => {
    const offset = source.at;
    if (isAtPythonString(source)) return readStrings(source);
    if (source.take(/\{/y)) return readDictionary(source, offset);
    if (source.take(/\[/y)) return readList(source, offset);
    if (source.take(/\(/y)) return readParentheses(source, offset);
    if (source.take(enumValue)) return readEnumValue(source, offset);
    const [digits] = source.take(number) ?? [];
    return digits ?? readName(source, offset);
  });
}

/** Reads strings that follow each other, which are one. */
function readStrings(source: Cursor): string | undefined {
  let text = '';
  let end = source.at;
  do {
    const next = readPythonString(source);
    if (next === undefined) return undefined;
    text += next;
    end = source.at;
    skipTrivia(source);
  } while (isAtPythonString(source));
  source.at = end;
  return JSON.stringify(text);
}

function readDictionary(source: Cursor, offset: number): string | undefined {
  const properties = new Map<string, string>();
  const readItem = (): boolean => {
    skipTrivia(source);
    const start = source.at;
    const key = readValue(source);
    skipTrivia(source);
    if (key === undefined || !source.take(/:/y)) return source.fail('A colon is missing here.') ?? false;
    const value = readValue(source);
    const name = stringIn(key) ?? key;
    if (properties.has(name)) source.leaveFirst(name, start);
    if (value !== undefined) properties.set(name, value);
    return value !== undefined;
  };
  return readItems(source, /\}/y, offset, readItem) === undefined ? undefined : objectOf(properties);
}

function readList(source: Cursor, offset: number): string | undefined {
  const items: string[] = [];
  return readItems(source, /\]/y, offset, () => readInto(items, source)) === undefined ? undefined : listOf(items);
}

/** Reads the rest of parentheses: a tuple, or one value if there is no comma. */
function readParentheses(source: Cursor, offset: number): string | undefined {
  const items: string[] = [];
  const commas = readItems(source, /\)/y, offset, () => readInto(items, source));
  if (commas === undefined) return undefined;
  return commas === 0 && items.length === 1 ? items[0] : listOf(items);
}

function readInto(items: string[], source: Cursor): boolean {
  const item = readValue(source);
  if (item !== undefined) items.push(item);
  return item !== undefined;
}

/**
 * Reads items up to a closing bracket.
 * @param readItem reads one; false if it cannot
 * @returns how many commas there are; undefined if the items cannot be read
 */
function readItems(source: Cursor, closing: RegExp, offset: number, readItem: () => boolean): number | undefined {
  for (let commas = 0; ; commas++) {
    skipTrivia(source);
    if (source.take(closing)) return commas;
    if (source.isAtEnd) return source.fail('This bracket is not closed.', offset);
    if (!readItem()) return undefined;
    skipTrivia(source);
    if (source.take(closing)) return commas;
    if (!source.take(/,/y)) return source.fail('A comma or a closing bracket is missing here.');
  }
}

/** Reads the rest of `<Status.COMPLETE: 'COMPLETE'>`. */
function readEnumValue(source: Cursor, offset: number): string | undefined {
  const value = readValue(source);
  if (value === undefined || source.take(/>/y)) return value;
  return source.fail('This bracket is not closed.', offset);
}

/** Reads a constant, or a call of a class. */
function readName(source: Cursor, offset: number): string | undefined {
  const [, zone] = source.take(offsetOfZone) ?? [];
  if (zone) return JSON.stringify(zone);
  const [written] = source.take(name) ?? [];
  if (!written) return source.fail('A value is missing here.');
  const last = written.slice(written.lastIndexOf('.') + 1);
  if (source.take(/\(/y)) return readCall(source, last, offset);
  const constant = constants.get(last);
  if (constant) return constant;
  // One of the forms in which Python prints an enum's value: `Status.COMPLETE`.
  if (last !== written && /^[A-Z][A-Z_]+$/.test(last)) return JSON.stringify(last);
  return source.fail(`The name ${shorten(written)} has no value here.`, offset);
}

/** The parts of a response of the SDK. */
const partsOfResponse: ReadonlySet<string> = new Set(['status_code', 'headers', 'data', 'raw_data']);

/** Notes that a name without quotes is not one of a record, or comes twice. */
function noteArgument(source: Cursor, name: string, isRepeated: boolean, offset: number): void {
  source.isSure &&= isNameInRecord(name) || partsOfResponse.has(name);
  if (isRepeated) source.leaveFirst(name, offset);
}

/** Reads the rest of a call: of a class of times, of the SDK, or of one around a single value such as `UUID('…')`. */
function readCall(source: Cursor, called: string, offset: number): string | undefined {
  const positional: string[] = [];
  const named = new Map<string, string>();
  const readItem = (): boolean => {
    const start = source.at;
    const [, argument] = source.take(property) ?? [];
    if (!argument) return readInto(positional, source);
    const value = readValue(source);
    if (!timeMakers.has(called)) noteArgument(source, argument, named.has(argument), start);
    if (value !== undefined) named.set(argument, value);
    return value !== undefined;
  };
  if (readItems(source, /\)/y, offset, readItem) === undefined) return undefined;
  const passedOver = timeMakers.has(called) ? [] : positional.slice(0, -1);
  if (passedOver.some((value) => value !== 'null')) source.leaveText(offset);
  return (
    valueOfCall(called, { positional, named }) ??
    source.fail(`The value of ${shorten(called)}(…) is not known here.`, offset)
  );
}

function valueOfCall(called: string, { positional, named }: Arguments): string | undefined {
  const makeTime = timeMakers.get(called);
  if (makeTime) return makeTime({ positional, named });
  if (positional.length > 0) return named.size === 0 ? positional.at(-1) : undefined;
  return objectOf(named);
}
