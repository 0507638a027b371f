import { applyEdits, type Edit } from '../json/edit.ts';
import { onManyLines } from '../json/format.ts';
import { isJson } from '../json/is-json.ts';
import { record } from '../model/schema.ts';
import { parse } from '../record/parse/parse.ts';
import { dateOf, parseDateTime } from '../record/times/date-time.ts';
import { withoutComments } from './paste/json-records.ts';
import { sortProperties } from './sort.ts';

/**
 * A record as it is compared with another: its properties in the schema's order, one a line, its times in UTC.
 * @param text of one record
 * @returns the text as it is, if it is broken
 */
export function comparable(text: string): string {
  const sorted = withoutComments(applyEdits(text, sortProperties(text)));
  return isJson(sorted) ? onManyLines(applyEdits(sorted, timesInUtc(sorted)), '  ') : text;
}

function timesInUtc(json: string): Edit[] {
  const properties = parse(json)?.children ?? [];
  return properties.flatMap(({ children: [name, value] = [] }) => {
    const isTime = record.property(String(name?.value))?.format === 'date-time';
    const time = isTime && value ? inUtc(value.value) : undefined;
    return value && time ? [{ offset: value.offset, length: value.length, content: JSON.stringify(time) }] : [];
  });
}

/** The same instant with all its digits; undefined if the text is not a date-time, or is in a leap second. */
function inUtc(text: unknown): string | undefined {
  const instant = parseDateTime(text);
  const date = dateOf(text);
  if (!instant || !date || instant.second === 60) return undefined;
  const year = date.getUTCFullYear();
  if (year < 0 || year > 9999) return undefined;
  return date.toISOString().replace(/\.\d+Z$/, `${instant.fraction === '' ? '' : `.${instant.fraction}`}Z`);
}

/** A record of a list that is compared with another. */
export interface ComparedRecord {
  readonly jobId: string | undefined;
  /** As `comparable` writes it, indented as an item of a list. */
  readonly item: string;
}

export function comparedRecord(jobId: string | undefined, text: string): ComparedRecord {
  return { jobId, item: `  ${comparable(text).replaceAll('\n', '\n  ')}` };
}

/**
 * Puts the records of a second list into the order of a first: those with the same `jobId` side by side, then those that
 * only the second has.
 * @returns both lists as JSON
 */
export function pairLists(
  first: readonly ComparedRecord[],
  second: readonly ComparedRecord[],
): readonly [first: string, second: string] {
  const rest = new Map<string, ComparedRecord[]>();
  for (const one of second) {
    const same = rest.get(keyOf(one));
    if (same) same.push(one);
    else rest.set(keyOf(one), [one]);
  }
  const paired = first.flatMap((one) => rest.get(keyOf(one))?.shift() ?? []);
  const taken = new Set(paired);
  return [listOf(first), listOf([...paired, ...second.filter((one) => !taken.has(one))])];
}

/** Without an id, only the same text is the same record. */
function keyOf({ jobId, item }: ComparedRecord): string {
  return jobId === undefined ? item : `id ${jobId}`;
}

function listOf(records: readonly ComparedRecord[]): string {
  if (records.length === 0) return '[]\n';
  return `[\n${records.map(({ item }) => item).join(',\n')}\n]\n`;
}
