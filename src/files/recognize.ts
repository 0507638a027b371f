import { layoutOf } from '../document/layout.ts';
import type { Format } from '../document/value-scanner.ts';
import { parse } from '../record/parse.ts';
import { namesOf } from '../record/powershell.ts';
import { looksLikeRecord } from '../record/recognize.ts';
import { decidingLength } from './prefilter.ts';

/** Whether the beginning of a file holds a backup record, or a list or lines of them. The first object decides. */
export function holdsRecords(beginning: string, format: Format = 'json'): boolean {
  for (const names of namesOfObjects(beginning, format)) return looksLikeRecord(names);
  return false;
}

/**
 * Whether any object in the beginning of a file looks like a record. This is for files that held records a moment ago:
 * the user may be writing a new first record.
 */
export function stillHoldsRecords(beginning: string, format: Format = 'json'): boolean {
  for (const names of namesOfObjects(beginning, format)) if (looksLikeRecord(names)) return true;
  return false;
}

/** The property names of each object in the beginning of a file. */
function* namesOfObjects(beginning: string, format: Format): Generator<readonly string[], void> {
  const text = beginning.slice(0, decidingLength);
  for (const { type, offset, length } of layoutOf(text, format).items) {
    const root = type === 'object' ? parse(text.slice(offset, offset + length), 1) : undefined;
    if (root) yield namesOf(root);
  }
}
