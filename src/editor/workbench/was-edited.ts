import type * as vscode from 'vscode';
import { showError } from './messages.ts';
import { nameOf } from './uris.ts';

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
