import * as vscode from 'vscode';
import { copyOf } from '../features/duplicate.ts';
import { insertAfter, type RangeEdit, removeRecord } from '../features/duplicate-and-remove.ts';
import { type PlacedRecord, recordAt } from '../index/record-at.ts';
import type { RecordIndex } from '../index/record-index.ts';
import { rangeOf } from './convert.ts';
import type { Checks } from './problems/checks.ts';
import { showInformation } from './workbench/messages.ts';
import { wasEdited } from './workbench/was-edited.ts';

/**
 * The command Duplicate Record: inserts a copy with an id and times of its own after the record at the cursor. The copy
 * of a record that is alone in its file goes into a new file.
 */
export async function duplicateRecord(checks: Checks): Promise<void> {
  const found = await recordAtCursor(checks);
  if (!found) return;
  const { editor, index, record } = found;
  const copy = copyOf(index.source.getText(record.range), { jobId: crypto.randomUUID(), now: new Date() });
  if (record.parent === 'none') {
    const { languageId: language } = editor.document;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content: `${copy}\n` }));
    return;
  }
  const edit = insertAfter(index, record, copy);
  if (!(await apply(editor, [edit]))) return;
  const { document } = editor;
  const start = document.positionAt(document.offsetAt(rangeOf(edit.range).start) + edit.content.indexOf(copy));
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The command Remove Record: removes the record at the cursor, with its comma or its line. */
export async function removeRecordAtCursor(checks: Checks): Promise<void> {
  const found = await recordAtCursor(checks);
  if (!found) return;
  const { editor, index, record } = found;
  if (record.parent === 'none') {
    const isAlone = index.recordCount === 1;
    void showInformation(
      isAlone
        ? 'This is the only record. Delete the file instead.'
        : 'This record is the value of a property, such as "node". Remove the object around it instead.',
    );
    return;
  }
  const edits = removeRecord(index, record);
  if (edits.length > 0) await apply(editor, edits);
  else void showInformation('The commas around this record are not right. Fix them first.');
}

interface RecordAtCursor {
  readonly editor: vscode.TextEditor;
  readonly index: RecordIndex;
  readonly record: PlacedRecord;
}

/** Tells the user if there is no record at the cursor. */
async function recordAtCursor(checks: Checks): Promise<RecordAtCursor | undefined> {
  const editor = vscode.window.activeTextEditor;
  const checked = editor && (await checks.current(editor.document));
  const record = checked && recordAt(checked.index, editor.selection.active);
  if (record) return { editor, index: checked.index, record };
  void showInformation('Put the cursor in a backup record first.');
  return undefined;
}

/** Makes edits that one undo takes back. */
function apply(editor: vscode.TextEditor, edits: readonly RangeEdit[]): Promise<boolean> {
  return wasEdited(editor.document, () =>
    editor.edit((builder) => {
      for (const { range, content } of edits) builder.replace(rangeOf(range), content);
    }),
  );
}
