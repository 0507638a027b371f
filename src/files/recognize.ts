import { layoutOf } from '../document/layout.ts';
import type { Format } from '../document/value-scanner.ts';
import { parse } from '../record/parse.ts';
import { looksLikeRecord, recordsProperty } from '../record/recognize.ts';
import { decidingLength } from './prefilter.ts';

/** Whether the beginning of a file holds a backup record, or a list or lines of them. The first object decides. */
export function holdsRecords(beginning: string, format?: Format): boolean {
  for (const isRecord of judgedObjects(beginning, format)) return isRecord;
  return false;
}

/**
 * Whether any object in the beginning of a file looks like a record. This is for files that held records a moment ago:
 * the user may be writing a new first record.
 */
export function stillHoldsRecords(beginning: string, format?: Format): boolean {
  for (const isRecord of judgedObjects(beginning, format)) if (isRecord) return true;
  return false;
}

/** For each object in the beginning of a file: whether it looks like a record, or like an envelope of records. */
function* judgedObjects(beginning: string, format: Format | undefined): Generator<boolean, void> {
  const text = beginning.slice(0, decidingLength);
  for (const { type, offset, length } of layoutOf(text, format).items) {
    const root = type === 'object' ? parse(text.slice(offset, offset + length)) : undefined;
    if (root) yield looksLikeRecord(root) || recordsProperty(root) !== undefined;
  }
}
