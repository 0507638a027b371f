import { layoutOf } from '../document/layout.ts';
import type { Format } from '../document/value-scanner.ts';
import { parse } from '../record/parse.ts';
import { namesOf } from '../record/powershell.ts';
import { looksLikeRecord } from '../record/recognize.ts';
import { decidingLength } from './prefilter.ts';

/** Whether the beginning of a file counts as a backup record, or as a list or lines of them: its first object decides. */
export function holdsRecords(beginning: string, format: Format = 'json'): boolean {
  for (const names of objectsIn(beginning, format)) return looksLikeRecord(names);
  return false;
}

/**
 * Whether any object of the beginning counts as a record: enough for a file that held records a moment ago, and in
 * which somebody is writing a new first one.
 */
export function stillHoldsRecords(beginning: string, format: Format = 'json'): boolean {
  for (const names of objectsIn(beginning, format)) if (looksLikeRecord(names)) return true;
  return false;
}

/** The names of one object of the beginning after the other. */
function* objectsIn(beginning: string, format: Format): Generator<readonly string[], void> {
  const text = beginning.slice(0, decidingLength);
  for (const { type, offset, length } of layoutOf(text, format).items) {
    const root = type === 'object' ? parse(text.slice(offset, offset + length), 1) : undefined;
    if (root) yield namesOf(root);
  }
}
