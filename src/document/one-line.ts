import { isJson } from '../json/is-json.ts';
import type { Item } from './layout.ts';

/**
 * The records of a text as JSON Lines, each on one line.
 * @returns undefined if they are not all JSON, since a comment or half a record cannot be put on a line
 */
export function oneRecordPerLine(text: string, items: readonly Item[]): string | undefined {
  const records = items.map(({ offset, length }) => text.slice(offset, offset + length));
  return records.every(isJson) ? records.map((record) => `${onOneLine(record)}\n`).join('') : undefined;
}

/** JSON without its line breaks. No string has one, so white space with one is between tokens. */
function onOneLine(json: string): string {
  return json.replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space));
}
