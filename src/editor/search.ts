import * as vscode from 'vscode';
import { searchedEndings, unsearchedFolders } from '../document/file.ts';

/** `*.json` in upper case too: a search compares exactly. */
const wanted = `**/*.{${searchedEndings.map(anyCase).join(',')}}`;
const unwanted = `**/{${unsearchedFolders.join(',')}}/**`;

/**
 * Finds the files in folders that may hold records, in the order of their paths; what the setting `files.exclude` hides
 * is left out. It is VS Code's own search, which virtual file systems must offer of themselves.
 */
export async function findFiles(
  folders: readonly vscode.Uri[],
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(folders.map((folder) => findIn(folder, token)));
  const unique = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a file, or a folder, lies in a part of a folder that a search leaves out. */
export function isUnsearched(uri: vscode.Uri, folder: vscode.Uri): boolean {
  const parts = uri.path.slice(folder.path.length).split('/');
  return parts.some((part) => unsearchedFolders.some((name) => name === part));
}

async function findIn(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  // The patterns of `files.exclude` start at the workspace's folder, so the search for a part of it starts there too.
  const whole = vscode.workspace.getWorkspaceFolder(folder)?.uri;
  const base = whole && !isUnsearched(folder, whole) ? whole : folder;
  const search = vscode.workspace.findFiles(new vscode.RelativePattern(base, wanted), unwanted, undefined, token);
  // Where a file system has no search, VS Code waits for one to come, even after the user has cancelled.
  const found = await Promise.race([search, cancelled(token)]);
  return found.filter((uri) => isWithin(uri.toString(), folder.toString()));
}

function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function cancelled(token: vscode.CancellationToken): Promise<never[]> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve([]);
    else token.onCancellationRequested(() => resolve([]));
  });
}

function anyCase(word: string): string {
  return [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}
