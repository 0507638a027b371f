import { Fixer, type IsWanted } from '../document/fix.ts';
import { type Edit, Rewriting } from '../json/edit.ts';
import type { Allowed } from '../model/allowed.ts';
import { type CheckedFile, checkDecoded } from './check-file.ts';

/** A file after its lossless fixes. */
export interface FixedFile {
  readonly checked: CheckedFile;
  /** The edits of the original text, none overlapping another. */
  readonly edits: readonly Edit[];
}

/** In broken text, a fix can reveal records that were taken for something else, but not many times. */
const maxPasses = 8;

/** Applies the lossless fixes of a file until none is left. A file with bytes that are not text stays as it is. */
export function fixFile(checked: CheckedFile, isWanted: IsWanted, allowed: Allowed): FixedFile {
  const rewriting = new Rewriting(checked.text);
  let fixed = checked;
  for (let pass = 0; pass < maxPasses && !fixed.brokenAt; pass++) {
    const { text, layout, findings, encoding, format } = fixed;
    const edits = new Fixer(text, layout, allowed).fixAll(findings, isWanted);
    if (edits.length === 0) break;
    rewriting.apply(edits);
    fixed = checkDecoded({ text: rewriting.text, encoding }, format, allowed);
  }
  return { checked: fixed, edits: rewriting.edits() };
}
