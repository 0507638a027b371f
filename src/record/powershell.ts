import type { Node } from 'jsonc-parser';
import { isObjectType } from './schema.ts';

/** The value of a property; the last one if the name is written twice. */
export function propertyValue(node: Node, name: string): Node | undefined {
  return node.children?.findLast((property) => property.children?.[0]?.value === name)?.children?.[1];
}

/** The names of an object, without their escapes, in the order in which they are written. */
export function namesOf(node: Node): string[] {
  return (node.children ?? []).map((property) => String(property.children?.[0]?.value));
}

const msDate = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;

/**
 * Windows PowerShell's date: `"\/Date(N)\/"`, N milliseconds since 1970 UTC, or the object around it that it makes of a
 * `Get-Date` result. An offset behind N says where it was written, and does not move the instant.
 * @returns N as it is written; undefined if the value is not such a date
 */
export function powershellDate(node: Node): string | undefined {
  if (node.type === 'string') return msDate.exec(node.value)?.[1];
  if (node.type !== 'object' || !namesOf(node).every((name) => dateNames.has(name))) return undefined;
  const value = propertyValue(node, 'value');
  return value?.type === 'string' ? powershellDate(value) : undefined;
}

const dateNames: ReadonlySet<string> = new Set(['value', 'DateTime', 'DisplayHint']);

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

/**
 * Windows PowerShell's wrapped list, `{ "value": [...], "Count": n }`.
 * @returns the list in it; undefined if the value is something else
 */
export function wrappedList(node: Node): Node | undefined {
  if (node.type !== 'object' || node.children?.length !== 2) return undefined;
  const list = propertyValue(node, 'value');
  return list?.type === 'array' && propertyValue(node, 'Count')?.type === 'number' ? list : undefined;
}

/** Whether a string is what `ConvertTo-Json` leaves of an object or a list below its `-Depth`. */
export function isCutOff(text: string): boolean {
  return text.startsWith('@{') || text.startsWith('System.');
}

/**
 * The object types in a string that `ConvertTo-Json` made of a list: two or more, joined by spaces.
 * @returns undefined if the string is anything else
 */
export function flattenedTypes(text: string): string[] | undefined {
  const types = text.split(' ');
  return types.length > 1 && types.every(isObjectType) ? types : undefined;
}
