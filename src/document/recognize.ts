import { parse } from '../record/parse.ts';
import { namesOf } from '../record/powershell.ts';
import { countsAsRecord } from '../record/recognize.ts';
import type { Format } from './pieces.ts';
import { scan } from './scan.ts';

/** How much of a file's beginning decides what it is, in UTF-16 units. */
export const decidingLength = 16_384;

/** Whether the beginning of a file counts as a backup record, or as a list or lines of them. */
export function holdsRecords(beginning: string, format: Format = 'json'): boolean {
  const first = scan(beginning.slice(0, decidingLength), format).items.find(({ type }) => type === 'object');
  const root = first && parse(beginning.slice(first.offset, first.offset + first.length), 1);
  return root !== undefined && countsAsRecord(namesOf(root));
}
