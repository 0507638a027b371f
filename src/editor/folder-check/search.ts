import * as vscode from 'vscode';
import { foundEndings, unsearchedFolders } from '../../files/check-file.ts';
import { inAnyCase } from '../../files/file-names.ts';
import { log } from '../workbench/log.ts';
import { Debouncer, searchTimeoutMs } from '../workbench/scheduling.ts';

/** VS Code's search is case-sensitive, so the pattern matches `*.JSON` too. */
const wanted = `**/*.{${foundEndings.map(inAnyCase).join(',')}}`;
const unwanted = `**/{${unsearchedFolders.join(',')}}/**`;
const isWanted = new RegExp(`\\.(?:${foundEndings.join('|')})$`, 'i');

/** The file systems that VS Code can search: local and remote machines, and GitHub repositories. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/**
 * Finds the files in folders that might hold records, sorted by path. It uses VS Code's search, which respects the
 * setting `files.exclude`. If a virtual file system has no search, it reads the folders one by one.
 */
export async function findFiles(
  folders: readonly vscode.Uri[],
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(folders.map((folder) => findIn(folder, token)));
  const unique = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a file or folder is in a part of `folder` that a search skips. */
export function isUnsearched(uri: vscode.Uri, folder: vscode.Uri): boolean {
  const parts = uri.path.slice(folder.path.length).split('/');
  return parts.some((part) => unsearchedFolders.some((name) => name === part));
}

async function findIn(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  // The patterns of `files.exclude` are relative to the workspace folder, so search from there and filter the results.
  const whole = vscode.workspace.getWorkspaceFolder(folder)?.uri;
  const base = whole && !isUnsearched(folder, whole) ? whole : folder;
  const search = vscode.workspace.findFiles(new vscode.RelativePattern(base, wanted), unwanted, undefined, token);
  const timeout = new Debouncer();
  let listener: vscode.Disposable | undefined;
  // If a file system has no search, VS Code waits for one to be registered, even after a cancellation.
  const instead = new Promise<vscode.Uri[]>((resolve) => {
    listener = token.onCancellationRequested(() => resolve([]));
    if (!searchable.has(folder.scheme)) timeout.schedule(() => resolve(listFiles(folder, token)), searchTimeoutMs);
  });
  try {
    const found = await Promise.race([search, instead]);
    return found.filter((uri) => isWithin(uri.toString(), folder.toString()));
  } finally {
    timeout.dispose();
    listener?.dispose();
  }
}

/** Reads a folder and the folders in it. */
async function listFiles(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = [folder];
  for (const one of folders) {
    if (token.isCancellationRequested) break;
    for (const [name, type] of await entriesOf(one)) {
      const uri = vscode.Uri.joinPath(one, name);
      // The type of a linked folder is not exactly Directory. Links are not followed, because they can form a cycle.
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

/** Whether a file is another, or in a folder. Both are URIs as text. */
export function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
