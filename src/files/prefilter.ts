import { distinctiveNames } from '../record/distinctive-names.ts';

/** The length of the beginning of a file that decides what it contains, in UTF-16 units. */
export const decidingLength = 16_384;

/** A distinctive name in any case, with separators between any of its letters, or an escape that might hide a name. */
const distinctiveName = new RegExp(
  `\\\\u|"[-_. ]*(?:${distinctiveNames.map((name) => [...name].join('[-_. ]*')).join('|')})[-_. ]*"`,
  'iu',
);

/**
 * Whether the beginning of a file might hold records. This quickly rules out most JSON files: if it returns false,
 * `holdsRecords` does too.
 */
export function mightHoldRecords(beginning: string): boolean {
  return distinctiveName.test(beginning);
}
