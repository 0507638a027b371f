import * as vscode from 'vscode';
import { sortAllRecords, sortRecord } from '../features/sort-edits.ts';
import type { Checks } from './problems/checks.ts';
import { selectedRecords } from './records/selected-records.ts';
import { applyEdits } from './workbench/edit.ts';
import { inSlicesWithCancel } from './workbench/progress.ts';
import { sliceMs } from './workbench/scheduling.ts';

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
  if (edits.length === 0) vscode.window.setStatusBarMessage('All properties are in order', 5_000);
  else if (await applyEdits(editor, edits)) vscode.window.setStatusBarMessage('Sorted the properties', 5_000);
}
