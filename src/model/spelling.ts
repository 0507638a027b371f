/** Characters that cannot be seen: no-break spaces, soft hyphens, marks of width zero or of direction, and byte order marks. */
export const unseen = '\\u00a0\\u00ad\\u200b-\\u200f\\u2060\\ufeff';

const separators = new RegExp(`[-_. ${unseen}]`, 'g');

/**
 * A word without its case and separators, and without white space around it. Words that fold to the same text differ in
 * nothing else: `JobId`, `job_id` and `job-id` all fold to `jobid`.
 */
export function fold(word: string): string {
  return word.trim().replace(separators, '').toLowerCase();
}

/** The words that a name is made of, in lower case: `requesterName` and `REQUESTER_NAME` are `requester` and `name`. */
export function wordsOf(name: string): string[] {
  const spaced = name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(separators, ' ');
  return spaced.toLowerCase().split(/\s+/).filter(Boolean);
}
