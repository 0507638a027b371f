import { checkAll } from '../../src/document/check.ts';
import { layoutOf } from '../../src/document/layout.ts';
import type { Format } from '../../src/document/value-scanner.ts';
import type { Finding } from '../../src/record/finding.ts';

/** The findings of a text, as `rule flagged-text`, in the order of the text. */
export function found(text: string, format?: Format): string[] {
  return findingsOf(text, format).map(({ rule, offset, length }) => `${rule} ${text.slice(offset, offset + length)}`);
}

export function findingsOf(text: string, format?: Format): Finding[] {
  return checkAll(text, layoutOf(text, format));
}
