import type * as vscode from 'vscode';
import type { RangeEdit } from '../../json/edit.ts';
import { rangeOf } from '../convert.ts';
import { showError } from './messages.ts';
import { nameOf } from './uris.ts';

/** Makes edits that one undo takes back. @returns whether they were made; if not, the user is told */
export function applyEdits(editor: vscode.TextEditor, edits: readonly RangeEdit[]): Promise<boolean> {
  return wasEdited(editor.document, () =>
    editor.edit((builder) => {
      for (const { range, content } of edits) builder.replace(editor.document.validateRange(rangeOf(range)), content);
    }),
  );
}

/**
 * Edits a document, and tells the user if it is read-only: VS Code says yes to an edit of such a document too, and does
 * nothing.
 * @param edit changes the text in any case
 * @returns whether the text was changed
 */
export async function wasEdited(document: vscode.TextDocument, edit: () => Thenable<boolean>): Promise<boolean> {
  const { version } = document;
  const isDone = (await edit()) && document.version !== version;
  if (!isDone) showError(`"${nameOf(document.uri)}" is read-only.`);
  return isDone;
}
