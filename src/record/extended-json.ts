import type { Node } from 'jsonc-parser';
import { isScalar } from '../json/lexer.ts';
import { valueAt } from '../json/node.ts';
import { dateTimeOf } from './powershell.ts';
import { isDateTime } from './times/date-time.ts';
import { repairDateTime } from './times/date-time-repair.ts';

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
  const kind = String(name?.value);
  if (kind === '$date') return dateIn(value, text);
  if (/^\$number(?:Long|Int|Double|Decimal)$/.test(kind)) return isScalar(text) ? text : undefined;
  return /^\$(?:oid|uuid)$/.test(kind) && value.type === 'string' ? JSON.stringify(text) : undefined;
}

/** A date is written as text, as a number of milliseconds, or as such a number in an object. */
function dateIn(value: Node, text: string): string | undefined {
  const number = value.type === 'object' ? valueAt(value, '$numberLong')?.value : text;
  const repaired = value.type === 'string' ? repairDateTime(text) : undefined;
  const dateTime = /^-?\d+$/.test(number) ? dateTimeOf(number) : isDateTime(text) ? text : repaired?.text;
  return dateTime === undefined || repaired?.hasOffset === false ? undefined : JSON.stringify(dateTime);
}
