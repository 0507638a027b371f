import { isKnown } from '../record/recognize.ts';
import { type Definition, record } from '../record/schema.ts';
import { listOf, objectOf, propertiesOf, withSchemaNames } from './json-values.ts';
import { numberAsJson } from './powershell-numbers.ts';
import type { Reading } from './reading.ts';

const propertyLine = /^([^\S\r\n]*)(\w+)[^\S\r\n]*:(?: (.*))?$/;
const tableRule = /^[^\S\r\n]*-{2,}(?:[^\S\r\n]+-{2,})*[^\S\r\n]*$/;
const cutOff = /(?:…|\.\.\.)\}?$/;

/** What is printed of one record: the lines of each value, by its name. */
type Block = Map<string, string[]>;

/**
 * Reads what `Format-List` prints of records. What it has cut off with `…`, or printed as the name of a type, is left out.
 * @returns undefined if the text has no such records
 */
export function readFormatList(text: string): Reading | undefined {
  const blocks = joinEntries(blocksOf(text)).filter((block) => [...block.keys()].some(isKnown));
  const records = blocks.map(recordOf).filter((json) => propertiesOf(json)?.some(([name]) => isKnown(name)));
  return records.length > 0 ? { form: 'Format-List', records } : undefined;
}

/**
 * Says what to do with a table, which shortens values and leaves out most of them.
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

/** Blocks end with a blank line, or where a name comes for the second time. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  let lines: string[] = [];
  let indent = '';
  for (const line of text.split(/\r?\n/)) {
    const [all, space = '', name = '', value = ''] = propertyLine.exec(line) ?? [];
    if (line.trim() === '') block = undefined;
    else if (all !== undefined && (!block || space.length <= indent.length)) {
      if (!block || block.has(name)) {
        block = new Map();
        blocks.push(block);
      }
      lines = [value];
      block.set(name, lines);
      indent = space;
    } else if (block && /^\s/.test(line)) lines.push(line);
    else block = undefined;
  }
  return blocks;
}

/** The lines of a value as one. The console breaks a line between words, and a single long word anywhere. */
function joined(lines: readonly string[] = []): string {
  const parts = lines.map((line) => line.trim());
  return parts.join(parts.some((part) => part.includes(' ')) ? ' ' : '').trim();
}

/** Makes one block of the entries of a hashtable, which are printed one by one as `Name`, perhaps `Key`, and `Value`. */
function joinEntries(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  let open: Block | undefined;
  for (const block of blocks) {
    const name = joined(block.get('Name'));
    const isEntry = block.has('Value') && block.size === (block.has('Key') ? 3 : 2) && isKnown(name);
    if (!isEntry) {
      all.push(block);
      open = undefined;
    } else {
      if (!open || open.has(name)) {
        open = new Map();
        all.push(open);
      }
      open.set(name, block.get('Value') ?? []);
    }
  }
  return all;
}

function recordOf(block: Block): string {
  const properties: [string, string][] = [];
  for (const [name, lines] of block) {
    const known = record.names?.folded(name) ?? name;
    const json = jsonOf(joined(lines), record.property(known));
    if (json !== undefined) properties.push([known, json]);
  }
  return withSchemaNames(objectOf(properties));
}

/** A printed value as JSON; undefined if nothing is there, or not all of it. */
function jsonOf(text: string, definition: Definition | undefined): string | undefined {
  if (text === '' || cutOff.test(text) || text.startsWith('System.')) return undefined;
  if (definition?.names) return optionsOf(text, definition);
  if (definition?.type === 'array') return /^\{.*\}$/.test(text) ? listIn(text.slice(1, -1)) : undefined;
  if (definition?.type === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase();
  return (definition?.type === 'integer' ? numberAsJson(text) : undefined) ?? JSON.stringify(text);
}

function listIn(text: string): string {
  return listOf(text === '' ? [] : text.split(', ').map((item) => JSON.stringify(item)));
}

/** What is left of options in `@{includeTypes=System.Object[]; objectOptions=}`: most often nothing. */
function optionsOf(text: string, definition: Definition): string | undefined {
  const [, inside] = /^@\{(.*)\}$/.exec(text) ?? [];
  const properties: [string, string][] = [];
  for (const part of inside?.split('; ') ?? []) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(part) ?? [];
    const below = definition.property(definition.names?.folded(name) ?? '');
    const json = below?.type === 'array' && value.includes('{') ? jsonOf(value, below) : undefined;
    if (json) properties.push([name, json]);
  }
  return properties.length > 0 ? objectOf(properties) : undefined;
}
