import type * as vscode from 'vscode';

/** Edits a document. @returns whether it was changed: VS Code also says yes to an edit of a read-only file, and does nothing */
export async function wasEdited(editor: vscode.TextEditor, edit: () => Thenable<boolean>): Promise<boolean> {
  const { version } = editor.document;
  return (await edit()) && editor.document.version !== version;
}
