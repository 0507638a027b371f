import type * as vscode from 'vscode';
import type { RangeEdit } from '../../json/edit.ts';
import { rangeOf } from '../convert.ts';
import { showError } from './messages.ts';

/** Makes edits that one undo takes back. @returns whether they were made; if not, the user is told */
export function applyEdits(editor: vscode.TextEditor, edits: readonly RangeEdit[]): Promise<boolean> {
  return wasEdited(editor, () =>
    editor.edit((builder) => {
      for (const { range, content } of edits) builder.replace(editor.document.validateRange(rangeOf(range)), content);
    }),
  );
}

/** Edits a document. VS Code also says yes to an edit of a read-only file, and does nothing. */
export async function wasEdited({ document }: vscode.TextEditor, edit: () => Thenable<boolean>): Promise<boolean> {
  const { version } = document;
  if ((await edit()) && document.version !== version) return true;
  showError(`"${document.uri.path}" is read-only.`);
  return false;
}
