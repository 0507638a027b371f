import type { Node } from 'jsonc-parser';
import { isDateTime } from './date-time.ts';
import { repairDateTime } from './date-time-repair.ts';
import { dateTimeOf, propertyValue } from './powershell.ts';

/**
 * The value in an object of MongoDB's Extended JSON, such as `{ "$date": "…" }`, as JSON.
 * @returns undefined if the object is something else
 * @see https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/
 */
export function valueOfExtendedJson(node: Node): string | undefined {
  if (node.type !== 'object' || node.children?.length !== 1) return undefined;
  const [name, value] = node.children[0]?.children ?? [];
  if (!value) return undefined;
  const text = String(value.value);
  switch (name?.value) {
    case '$date':
      return dateIn(value, text);
    case '$numberLong':
    case '$numberInt':
    case '$numberDouble':
    case '$numberDecimal':
      return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? text : undefined;
    case '$oid':
    case '$uuid':
    case '$symbol':
      return value.type === 'string' ? JSON.stringify(text) : undefined;
    default:
      return undefined;
  }
}

/** A date is written as text, as a number of milliseconds, or as such a number in an object. */
function dateIn(value: Node, text: string): string | undefined {
  const number = value.type === 'object' ? propertyValue(value, '$numberLong')?.value : text;
  const repaired = value.type === 'string' ? repairDateTime(text) : undefined;
  const dateTime = /^-?\d+$/.test(number) ? dateTimeOf(number) : isDateTime(text) ? text : repaired?.text;
  return dateTime === undefined || repaired?.hasOffset === false ? undefined : JSON.stringify(dateTime);
}
