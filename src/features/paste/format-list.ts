import { type Definition, isObjectType, record } from '../../model/schema.ts';
import { parse } from '../../record/parse/parse.ts';
import { isKnown, looksLikeRecord } from '../../record/recognize.ts';
import { type Block, blocksOf, type PrintedProperty } from './format-list-blocks.ts';
import { isRecord } from './json-records.ts';
import { isNameInRecord, listOf, objectOf, propertiesOf, withSchemaNames } from './json-values.ts';
import { type LeftOut, maxQuoted } from './left-out.ts';
import { numberAsJson } from './powershell/powershell-numbers.ts';
import { found, type Reading } from './reading.ts';

const tableRule = /^[^\S\r\n]*-{2,}(?:[^\S\r\n]+-{2,})*[^\S\r\n]*$/;
const cutOff = /(?:…|\.\.\.)\}?$/;
/** The name of a type, `System.Object[]`, or an object as a string, which has lost the objects in it. */
const notPrinted = /^(?:System\.[\w.]+(?:`\d+)?(?:\[[\w.,[\]]*\])?|@\{.*)$/;
/** A property in a diff. */
const changedLine = /^[-+]\s*\w+\s+:/;
/** Characters that the notation of a program has, but a status, an id or a time never. */
const punctuated = /^['"]|[,;'"]$/;

/**
 * Reads records from the output of `Format-List`. A value that it has cut off with `…`, or printed as the name of a type,
 * is left out. Many texts have names and colons. Here the colons of an object are in one column, with a space on both
 * sides, and its names are those of a record.
 * @returns undefined if the text has no such records
 */
export function readFormatList(text: string): Reading | undefined {
  const { blocks, leftOut } = blocksOf(text);
  const printed = joinEntries(blocks);
  const isDiff = leftOut.some(({ what }) => changedLine.test(what));
  if (isDiff || !printed.some((block) => isPrinted(block) && looksLikeRecord(parse(namesIn(block))))) return undefined;
  const records: string[] = [];
  const allLeftOut = [...leftOut];
  let isSure = true;
  for (const block of printed) {
    const reading = isPrinted(block) ? readBlock(block) : undefined;
    if (reading) records.push(reading.json);
    for (const one of reading?.leftOut ?? asText(text, block)) allLeftOut.push(one);
    isSure &&= reading?.isSure === true;
  }
  return records.length > 0 ? found('Format-List', records, allLeftOut, isSure) : undefined;
}

/**
 * Advises against a table, which shortens values and leaves out most of them.
 * @returns undefined if the text has no table of records
 */
export function refuseTable(text: string): Reading | undefined {
  let offset = 0;
  let header = '';
  for (const line of text.split('\n')) {
    if (tableRule.test(line.trimEnd()) && isHeader(header))
      return {
        problem: {
          offset: offset - header.length - 1 + header.search(/\S/),
          message: 'A table of PowerShell shortens and leaves out values. Use "ConvertTo-Json -Depth 10" instead.',
        },
      };
    offset += line.length + 1;
    header = line;
  }
  return undefined;
}

function isHeader(line: string): boolean {
  const names = line.trim().split(/\s+/);
  // A hashtable is a table of names and values.
  return names.filter(isKnown).length > 1 || names.join() === 'Name,Value' || names.every(isKnown);
}

/** An object with the names of a block. */
function namesIn({ properties }: Block): string {
  return objectOf(properties.map(({ name }) => [name, '""']));
}

/** Whether PowerShell can have printed the values of a block, which YAML and JavaScript write in another way. */
function isPrinted(block: Block): boolean {
  const { properties } = block;
  const isUnknownEntry = properties.length < 4 && ['Name', 'Value'].every((name) => propertyIn(block, name));
  return properties.some(({ name }) => isKnown(name)) && !isUnknownEntry && properties.every(isPrintedValue);
}

function isPrintedValue({ name, lines }: PrintedProperty): boolean {
  const text = joined(lines);
  const definition = record.property(record.names?.folded(name) ?? '');
  if (definition?.type === 'boolean' && /^(?:true|false)/i.test(text)) return /^(?:True|False)$/.test(text);
  const isFree = definition?.type === 'string' && !definition.values && !definition.format && name !== 'jobId';
  return !definition || isFree || !punctuated.test(text);
}

function propertyIn({ properties }: Block, name: string): PrintedProperty | undefined {
  return properties.find((property) => property.name === name);
}

/** The lines of a value as one. The console breaks a line between words, and a single long word anywhere. */
function joined(lines: readonly string[]): string {
  const parts = lines.map((line) => line.trim());
  return parts.join(parts.some((part) => part.includes(' ')) ? ' ' : '').trim();
}

/** Makes one block of the entries of a hashtable, which are printed one by one as `Name`, perhaps `Key`, and `Value`. */
function joinEntries(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  let open: Block | undefined;
  for (const block of blocks) {
    const entry = entryOf(block);
    if (!entry) {
      all.push(block);
      open = undefined;
    } else if (open && !propertyIn(open, entry.name)) {
      open.properties.push(entry);
      open.isPlain &&= block.isPlain;
    } else {
      open = { properties: [entry], isPlain: block.isPlain };
      all.push(open);
    }
  }
  return all;
}

/** The property that an entry of a hashtable is; undefined if a block is something else. */
function entryOf(block: Block): PrintedProperty | undefined {
  const value = propertyIn(block, 'Value');
  const nameLine = propertyIn(block, 'Name');
  const name = joined(nameLine?.lines ?? []);
  const isEntry = value && nameLine && block.properties.length === (propertyIn(block, 'Key') ? 3 : 2) && isKnown(name);
  return isEntry ? { name, lines: value.lines, offset: nameLine.offset } : undefined;
}

/** The result of reading a block. */
interface BlockReading {
  readonly json: string;
  readonly leftOut: readonly LeftOut[];
  readonly isSure: boolean;
}

/** @returns undefined if nothing of a record is left of it */
function readBlock({ properties, isPlain }: Block): BlockReading | undefined {
  const values: [string, string][] = [];
  const leftOut: LeftOut[] = [];
  for (const { name, lines, offset } of properties) {
    const known = record.names?.folded(name) ?? name;
    const { json, lost } = valueIn(joined(lines), known, record.property(known));
    if (json !== undefined) values.push([known, json]);
    for (const what of lost) leftOut.push({ offset, why: 'cut off', what });
  }
  const json = withSchemaNames(objectOf(values));
  if (!propertiesOf(json)?.some(([name]) => isKnown(name))) return undefined;
  const names = properties.map(({ name }) => name);
  // A value that is not printed is a null, but its name still tells the kind of object.
  const withAllNames = objectOf([
    ...names.map((name): [string, string] => [record.names?.folded(name) ?? name, '""']),
    ...values,
  ]);
  return { json, leftOut, isSure: isPlain && names.every(isNameInRecord) && isRecord(withAllNames) };
}

/** The lines of a block that is not read. */
function asText(text: string, { properties }: Block): LeftOut[] {
  return properties.map(({ offset }) => {
    const [what = ''] = text.slice(offset, offset + maxQuoted).split(/[\r\n]/, 1);
    return { offset, why: 'other text', what };
  });
}

/** A printed value as JSON, if all of it is there, and the names of the missing parts. */
interface PrintedValue {
  readonly json?: string;
  readonly lost: readonly string[];
}

function valueIn(text: string, name: string, definition: Definition | undefined): PrintedValue {
  if (text === '') return { lost: [] };
  if (definition?.names) return optionsIn(text, name, definition);
  if (cutOff.test(text) || notPrinted.test(text)) return { lost: [name] };
  const json = definition?.type === 'array' ? listIn(text) : scalarIn(text, definition);
  return json === undefined ? { lost: [name] } : { json, lost: [] };
}

function scalarIn(text: string, definition: Definition | undefined): string {
  if (definition?.type === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase();
  return (definition?.type === 'integer' ? numberAsJson(text) : undefined) ?? JSON.stringify(text);
}

/** The object types in `{ROLE, SOURCE}`; undefined if something else is printed. */
function listIn(text: string): string | undefined {
  const items = /^\{(.*)\}$/.exec(text)?.[1]?.split(', ');
  return items?.every(isObjectType) ? listOf(items.map((item) => JSON.stringify(item))) : undefined;
}

/** The rest of options in `@{includeTypes=System.Object[]; objectOptions=}`: most often nothing. */
function optionsIn(text: string, name: string, definition: Definition): PrintedValue {
  const [, inside = ''] = /^@\{(.*)\}$/.exec(text) ?? [];
  const properties: [string, string][] = [];
  const lost: string[] = [];
  for (const part of inside.split('; ')) {
    const [, written = part, value = ''] = /^(\w+)=(.*)$/.exec(part) ?? [];
    const below = definition.property(definition.names?.folded(written) ?? '');
    // An object in an object is printed as nothing.
    const { json } = below?.type === 'array' ? valueIn(value, written, below) : { json: undefined };
    if (json === undefined) lost.push(written);
    else properties.push([written, json]);
  }
  return properties.length > 0 ? { json: objectOf(properties), lost } : { lost: [name] };
}
