import { sep } from 'node:path';
import type { CheckedFile } from '../../files/check-file.ts';
import { type Edit, inOrder } from '../../json/edit.ts';
import { escapeControls } from '../../model/words.ts';
import type { Finding } from '../../record/finding.ts';
import type { Problem } from '../report/problem.ts';
import { unifiedDiff } from './diff.ts';

/**
 * The problems of a text that edits would leave.
 * @param fixed the findings of the edited text, in its order
 */
export function stillThere(
  problems: readonly Problem[],
  edits: readonly Edit[],
  fixed: readonly Finding[],
): readonly Problem[] {
  const originalOffset = originalOffsets(edits);
  const left = new Set(fixed.map(({ rule, offset }) => `${rule} ${originalOffset(offset)}`));
  return problems.filter(({ rule, offset }) => left.has(`${rule} ${offset}`));
}

/** Maps offsets of the edited text to offsets of the original one. They must not go back. */
function originalOffsets(edits: readonly Edit[]): (offset: number) => number {
  const ahead = inOrder(edits);
  let growth = 0;
  let at = 0;
  return (offset) => {
    for (let edit = ahead[at]; edit && edit.offset + growth + edit.content.length <= offset; edit = ahead[at]) {
      growth += edit.content.length - edit.length;
      at++;
    }
    // An offset in inserted text is where the text was inserted.
    return Math.min(offset - growth, ahead[at]?.offset ?? Number.POSITIVE_INFINITY);
  };
}

/** The diff for standard output. On a terminal, nothing in it moves the cursor; elsewhere, it can be applied. */
export function shownDiff(
  file: string,
  { text, encoding }: CheckedFile,
  edits: readonly Edit[],
  isTerminal: boolean,
): string {
  const path = file.replaceAll(sep, '/').replace(/^(?:\.?\/)+/, '');
  // A byte order mark belongs to the first line of the file.
  const mark = encoding === 'utf-8 with BOM' ? '\ufeff' : '';
  const shifted = edits.map((edit) => ({ ...edit, offset: edit.offset + mark.length }));
  const diff = unifiedDiff(path, mark + text, shifted);
  return isTerminal ? diff.replace(/(?:[^\r\n\t]|\r(?!\n))+/g, escapeControls) : diff;
}
