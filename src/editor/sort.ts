import * as vscode from 'vscode';
import { sortAllRecords, sortRecord } from '../features/sort-edits.ts';
import { rangeOf } from './convert.ts';
import type { Checks } from './problems/checks.ts';
import { selectedRecords } from './records/selected-records.ts';
import { inSlicesWithCancel } from './workbench/progress.ts';
import { sliceMs } from './workbench/scheduling.ts';
import { wasEdited } from './workbench/was-edited.ts';

/** The command Sort Properties: of the selected records, or of all if nothing is selected. One undo takes it back. */
export async function sortProperties(checks: Checks): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const isWhole = editor?.selections.every(({ isEmpty }) => isEmpty);
  const checked = editor && isWhole ? await checks.current(editor.document) : undefined;
  const selected = checked ? undefined : await selectedRecords(checks);
  const edits = checked
    ? await inSlicesWithCancel(checked.document, sortAllRecords(checked.index), sliceMs.edits, 'Sort Properties')
    : selected?.ranges.flatMap((range) => sortRecord(selected.checked.index, range));
  if (!editor || !edits) return;
  const apply = () =>
    editor.edit((builder) => {
      for (const { range, content } of edits) builder.replace(rangeOf(range), content);
    });
  if (edits.length > 0 && !(await wasEdited(editor.document, apply))) return;
  vscode.window.setStatusBarMessage(
    edits.length === 0 ? 'All properties are in order' : 'Sorted the properties',
    5_000,
  );
}
