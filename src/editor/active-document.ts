import * as vscode from 'vscode';

/**
 * The document that the active tab shows. VS Code's active editor is another one, or none, while the cursor is in the
 * output, and the file beside it is still what the status bar is about.
 */
export function activeDocument(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active && active.uri.scheme !== 'output') return active;
  const uri = uriOfActiveTab()?.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/** Which file the active tab shows as text, whether VS Code lets us see it or not. */
export function uriOfActiveTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}
