import * as vscode from 'vscode';
import { searchedEndings, unsearchedFolders } from '../../files/check-file.ts';
import { inAnyCase } from '../../files/file-names.ts';
import { log } from '../log.ts';

/** `*.json` in upper case too: a search compares exactly. */
const wanted = `**/*.{${searchedEndings.map(inAnyCase).join(',')}}`;
const unwanted = `**/{${unsearchedFolders.join(',')}}/**`;
const isWanted = new RegExp(`\\.(?:${searchedEndings.join('|')})$`, 'i');

/** The file systems that VS Code can search: those of machines, and GitHub's. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);
/** How long the search of another file system may take to come, in milliseconds: most of them have none. */
const patience = 3_000;

/**
 * Finds the files in folders that may hold records, in the order of their paths. It is VS Code's own search, which leaves
 * out what the setting `files.exclude` hides; in a virtual file system without a search the folders are read one by one.
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
  const answers: PromiseLike<vscode.Uri[]>[] = [search, cancelled(token)];
  if (!searchable.has(folder.scheme)) answers.push(readLate(folder, token));
  const found = await Promise.race(answers);
  return found.filter((uri) => isWithin(uri.toString(), folder.toString()));
}

async function readLate(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  await new Promise((resolve) => setTimeout(resolve, patience));
  const files: vscode.Uri[] = [];
  const folders = [folder];
  for (const one of folders) {
    if (token.isCancellationRequested) break;
    for (const [name, type] of await entriesOf(one)) {
      const uri = vscode.Uri.joinPath(one, name);
      // Of a link the type says so too: it may lead back to where it is.
      if (type === vscode.FileType.Directory && !isUnsearched(uri, folder)) folders.push(uri);
      else if (type !== vscode.FileType.Directory && isWanted.test(name)) files.push(uri);
    }
  }
  return files;
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    log.warn(`"${folder.toString(true)}" could not be read: ${error}`);
    return [];
  }
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
