import { message } from '../../../src/record/message.ts';
import type { TextDocument } from '../../support/text-document.ts';
import type { Format } from '../files.ts';
import { open } from '../ours.ts';

/** Reads the document, finds all that is wrong in it, and says so in words and with places. */
export function check(document: TextDocument, format: Format): number {
  const checked = open(document, format);
  checked.step();
  const said = checked
    .findings(Number.POSITIVE_INFINITY, 0)
    .map(({ finding, range }) => ({ message: message(finding), range }));
  return said.length;
}
