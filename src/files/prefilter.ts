import { distinctiveNames } from '../record/distinctive-names.ts';

/** How much of a file's beginning decides what it is, in UTF-16 units. */
export const decidingLength = 16_384;

/** The telling names in any case, with separators between any of their letters, or with an escape that may hide one. */
const telling = new RegExp(
  `\\\\u|"[-_. ]*(?:${distinctiveNames.map((name) => [...name].join('[-_. ]*')).join('|')})[-_. ]*"`,
  'iu',
);

/**
 * Whether the beginning of a file may hold records, at a glance: most JSON files do not. Where it says no,
 * `holdsRecords` says so too.
 */
export function mightHoldRecords(beginning: string): boolean {
  return telling.test(beginning);
}
