import * as vscode from 'vscode';

/** The last part of a path: the name of a file or folder. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').findLast((part) => part !== '') ?? uri.toString(true);
}

/** The document that is open for a URI, if any. */
export function openDocument(uri: vscode.Uri | undefined): vscode.TextDocument | undefined {
  const key = uri?.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}
