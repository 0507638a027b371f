import { message } from '../../../src/record/message.ts';
import type { TextDocument } from '../../text-document.ts';
import type { Format } from '../files.ts';
import { RecordIndex } from '../ours.ts';

/** Reads the document, finds what is wrong in it, and says so in words, as an editor shows it. */
export function check(document: TextDocument, format: Format): number {
  const index = new RecordIndex(document, format);
  index.step();
  const shown = index.findings().map(({ finding, range }) => ({ message: message(finding), range }));
  return shown.length;
}
