import type { Node } from 'jsonc-parser';
import { keysOf, valueAt } from '../json/node.ts';
import { isObjectType } from '../model/schema.ts';
import { isDateTime } from './times/date-time.ts';

/** The members that say which file `Get-Content` has read. */
export const pathMembers: ReadonlySet<string> = new Set([
  'PSPath',
  'PSParentPath',
  'PSChildName',
  'PSDrive',
  'PSProvider',
]);

/** The members that PowerShell adds to a scalar of `Get-Date`, `New-Guid` or `Get-Content`, writing it as an object. */
export const addedMembers: ReadonlySet<string> = new Set([
  ...pathMembers,
  'ReadCount',
  'Guid',
  'Length',
  'DisplayHint',
  'DateTime',
]);

/**
 * The scalar that PowerShell wrote as an object, with its members beside it.
 * @returns its `value`; undefined if the object is something else
 */
export function wrappedScalar(node: Node): Node | undefined {
  if (node.type !== 'object' || !keysOf(node).some((name) => addedMembers.has(name))) return undefined;
  const value = valueAt(node, 'value');
  return value && ['string', 'number', 'boolean'].includes(value.type) ? value : undefined;
}

const msDate = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;

/**
 * Windows PowerShell's date: `"\/Date(N)\/"`, N milliseconds since 1970 UTC, or the object around it that it makes of a
 * `Get-Date` result. An offset after N says where it was written, and does not move the instant.
 * @returns N as it is written; undefined if the value is not such a date
 */
export function powershellDate(node: Node): string | undefined {
  if (node.type === 'string') return millisecondsIn(node.value);
  const isWrapper = node.type === 'object' && keysOf(node).every((name) => name === 'value' || addedMembers.has(name));
  const value = isWrapper ? valueAt(node, 'value') : undefined;
  return value?.type === 'string' ? powershellDate(value) : undefined;
}

/** The date in a string in Windows PowerShell's format: milliseconds since 1970 UTC, as they are written. */
export function millisecondsIn(text: string): string | undefined {
  return msDate.exec(text)?.[1];
}

/**
 * The date-time in the object that PowerShell 6 to 7.1 makes of a `Get-Date` result.
 * @returns as it is written, even if its offset is missing; undefined if the value is not such an object
 */
export function wrappedDateTime(node: Node): string | undefined {
  const text: unknown = wrappedScalar(node)?.value;
  return typeof text === 'string' && (isDateTime(text) || isDateTime(`${text}Z`)) ? text : undefined;
}

/**
 * The same instant in RFC 3339, UTC.
 * @param milliseconds since 1970, as digits
 * @returns undefined outside the years 0001 to 9999, which RFC 3339 cannot write
 */
export function dateTimeOf(milliseconds: string): string | undefined {
  const date = new Date(Number(milliseconds));
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return undefined;
  return date.toISOString().replace('.000Z', 'Z');
}

/** The members of a list of .NET. */
const arrayMembers: ReadonlySet<string> = new Set([
  'Length',
  'LongLength',
  'Rank',
  'SyncRoot',
  'IsReadOnly',
  'IsFixedSize',
  'IsSynchronized',
  'Count',
  'Capacity',
]);

/**
 * The `value` of Windows PowerShell's wrapped list, `{ "value": [...], "Count": n }`: the list, or the text that is left
 * of it. A list that was written by its members has its items in `SyncRoot`.
 * @returns undefined if the value is something else
 */
export function wrappedValue(node: Node): Node | undefined {
  if (node.type !== 'object') return undefined;
  const members = valueAt(node, 'SyncRoot');
  if (members?.type === 'array' && keysOf(node).every((name) => arrayMembers.has(name))) return members;
  if (node.children?.length !== 2) return undefined;
  const count = valueAt(node, 'Count');
  const isCount = count?.type === 'number' || (count?.type === 'string' && /^\d+$/.test(count.value));
  return isCount ? valueAt(node, 'value') : undefined;
}

/** The list in Windows PowerShell's wrapped list; undefined if the value is something else. */
export function wrappedList(node: Node): Node | undefined {
  const value = wrappedValue(node);
  return value?.type === 'array' ? value : undefined;
}

/** Whether a string is the rest of an object or a list below `-Depth` of `ConvertTo-Json`, perhaps after a number. */
export function isCutOff(text: string): boolean {
  return /^(?:\d*@\{|System\.)/.test(text);
}

/**
 * The object types in a string that a list was joined into, whether the schema lists them or not.
 * @param separator between them
 * @returns undefined if the string is anything else
 */
export function joinedTypes(text: string, separator: RegExp): string[] | undefined {
  const types = text.trim().split(separator);
  return types.every(isObjectType) ? types : undefined;
}
