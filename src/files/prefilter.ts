import { distinctiveNames } from '../model/distinctive-names.ts';
import { unseen } from '../model/spelling.ts';

/** The length of the beginning of a file that decides its content, in UTF-16 units. */
export const decidingLength = 16_384;

/** Separators and invisible characters: a name stays the same with them. */
const gap = `[-_.\\s${unseen}]*`;
/** A distinctive name in any case, with separators between any of its letters, or an escape that might hide a name. */
const distinctiveName = new RegExp(
  `\\\\u|"${gap}(?:${distinctiveNames.map((name) => [...name].join(gap)).join('|')})${gap}"`,
  'iu',
);

/**
 * Whether the beginning of a file might hold records. This quickly rules out most JSON files: if it returns false,
 * `isOursByContent` does too.
 */
export function mightHoldRecords(beginning: string): boolean {
  return distinctiveName.test(beginning);
}
