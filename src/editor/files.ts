import * as vscode from 'vscode';
import { nameKind } from '../document/file-names.ts';
import { decidingLength, holdsRecords } from '../document/recognize.ts';

/** How a document came to be ours: by a name that is always ours, or by a common name and its content. */
export type Claim = 'strong' | 'weak';

const languages: ReadonlySet<string> = new Set(['json', 'jsonc']);

/** Says whether a document is ours to check. Weak names are judged by what the document holds at the moment. */
export function claimOn(document: vscode.TextDocument): Claim | undefined {
  if (!languages.has(document.languageId) || !isFile(document.uri)) return undefined;
  const kind = nameKind(document.uri.path);
  if (kind === 'strong') return 'strong';
  return kind === 'weak' && holdsRecords(beginningOf(document)) ? 'weak' : undefined;
}

/**
 * Files, untitled documents, and what lies in a remote or virtual file system; not the read-only copies that other
 * extensions show, such as the left side of a diff.
 */
function isFile({ scheme }: vscode.Uri): boolean {
  if (scheme === 'untitled' || scheme === 'file') return true;
  const isOfWorkspace = vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) ?? false;
  return isOfWorkspace || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

function beginningOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(decidingLength)));
}
