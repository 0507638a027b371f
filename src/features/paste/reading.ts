import type { LeftOut } from './left-out.ts';

/** How a text writes its records. */
export type Form = 'JSON' | 'PowerShell' | 'Format-List' | 'Python';

/** The reason why a text cannot be read, as a sentence, and its offset in the text. */
export interface Problem {
  readonly offset: number;
  readonly message: string;
}

/** The records of a text, at least one. */
export interface FoundRecords {
  readonly form: Form;
  /**
   * Each record as JSON text, because a JavaScript number would round integers above 2^53. JSON is written as
   * it was, without its comments and trailing commas; every other record is on one line.
   */
  readonly records: readonly string[];
  /** The parts of the text that are not in the records, in the order of the text. */
  readonly leftOut: readonly LeftOut[];
  /** Whether the text is certainly of this form from its start to its end, and the records have everything in it. */
  readonly isCertain: boolean;
}

/** The result of reading a text. */
export type Reading = FoundRecords | { readonly problem: Problem };

/**
 * The reading of a text with records in it.
 * @param isSure whether the text is certainly of this form, and its records are certainly backups
 */
export function found(
  form: Form,
  records: readonly string[],
  leftOut: readonly LeftOut[],
  isSure: boolean,
): FoundRecords {
  const inOrder = leftOut.toSorted((a, b) => a.offset - b.offset);
  return { form, records, leftOut: inOrder, isCertain: isSure && leftOut.length === 0 };
}

/** The sentence about a text that has none of the forms. */
export const nothingFound = 'There is no backup record in this text.';
