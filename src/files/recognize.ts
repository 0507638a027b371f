import type { Node } from 'jsonc-parser';
import { layoutOf } from '../document/layout.ts';
import type { Format } from '../document/value-scanner.ts';
import { envelopeOf } from '../record/envelope.ts';
import { isJsonWithComments, parse } from '../record/parse/parse.ts';
import { isCertainlyRecord, looksLikeRecord } from '../record/recognize.ts';
import { decidingLength } from './prefilter.ts';

/** How many names may lead to the first record. Where there are more, it is an example in another document. */
const maxNames = 3;

/**
 * Whether a file is ours by its content: whether its first object is certainly a backup record, or has one in it. This is
 * the one definition for the editor, the folder check, the command line and completion.
 * @param beginning of the file, of which only the deciding part is read
 */
export function isOursByContent(beginning: string, format?: Format): boolean {
  for (const { record, text } of firstRecords(beginning, format)) {
    if (isCertainlyRecord(record)) return true;
    // The evidence may be in the unreadable part of a broken object: then the next one decides.
    if (isJsonWithComments(text)) return false;
  }
  return false;
}

/**
 * Whether any object in the beginning of a file still looks like a record. This is for files that were ours a moment ago:
 * the user may be writing a new first record, or the property that was the evidence.
 */
export function isStillOursByContent(beginning: string, format?: Format): boolean {
  for (const { record } of firstRecords(beginning, format)) if (looksLikeRecord(record)) return true;
  return false;
}

interface FirstRecord {
  /** The object, or the first record in it if it is an envelope. */
  readonly record: Node;
  /** The text of the object. */
  readonly text: string;
}

/** The objects in the beginning of a file, and lists within its list. */
function* firstRecords(beginning: string, format: Format | undefined): Generator<FirstRecord, void> {
  const deciding = beginning.slice(0, decidingLength);
  for (const { type, offset, length } of layoutOf(deciding, format).items) {
    if (type !== 'object' && type !== 'array') continue;
    const text = deciding.slice(offset, offset + length);
    const root = parse(text);
    if (root) yield { record: envelopeOf(root, maxNames)?.records[0] ?? root, text };
  }
}
