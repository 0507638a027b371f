import * as vscode from 'vscode';
import { Debouncer, debounceMs } from '../workbench/scheduling.ts';
import { isUnsearched, isWithin } from './search.ts';

/** Changes on disk, collected until there were no more for a while. Files and folders are URIs as text. */
export interface DiskChanges {
  readonly changed: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  readonly hasNew: boolean;
}

/**
 * Watches folders, and reports changes in them in batches. Changes made in VS Code itself are reported even where the
 * setting `files.watcherExclude` hides them from the watcher.
 */
export function watchFolders(
  folders: readonly vscode.Uri[],
  onDidChange: (changes: DiskChanges) => void,
): vscode.Disposable {
  let changed = new Set<string>();
  let deleted = new Set<string>();
  let hasNew = false;
  const debouncer = new Debouncer();

  const report = (): void => {
    const changes = { changed, deleted, hasNew };
    changed = new Set();
    deleted = new Set();
    hasNew = false;
    onDidChange(changes);
  };
  const note = {
    changed: (uri: vscode.Uri) => changed.add(uri.toString()),
    deleted: (uri: vscode.Uri) => deleted.add(uri.toString()),
    created: (uri: vscode.Uri) => {
      changed.add(uri.toString());
      hasNew = true;
    },
  };
  const handle = (folder: vscode.Uri, kind: keyof typeof note) => (uri: vscode.Uri) => {
    if (isUnsearched(uri, folder)) return;
    note[kind](uri);
    debouncer.schedule(report, debounceMs.diskChange);
  };
  const handleAll = (uris: readonly vscode.Uri[], kind: keyof typeof note): void => {
    for (const uri of uris)
      for (const folder of folders) if (isWithin(uri.toString(), folder.toString())) handle(folder, kind)(uri);
  };
  const watch = (folder: vscode.Uri): vscode.Disposable => {
    // If a folder is created or deleted, VS Code reports only the folder, not its files. So the pattern covers all.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
    watcher.onDidChange(handle(folder, 'changed'));
    watcher.onDidDelete(handle(folder, 'deleted'));
    watcher.onDidCreate(handle(folder, 'created'));
    return watcher;
  };
  return vscode.Disposable.from(
    debouncer,
    ...folders.map(watch),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => handleAll([uri], 'changed')),
    vscode.workspace.onDidDeleteFiles(({ files }) => handleAll(files, 'deleted')),
    vscode.workspace.onDidCreateFiles(({ files }) => handleAll(files, 'created')),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      handleAll(
        files.map(({ oldUri }) => oldUri),
        'deleted',
      );
      handleAll(
        files.map(({ newUri }) => newUri),
        'created',
      );
    }),
  );
}

/** Whether a file was deleted, alone or with a folder that contained it. */
export function isDeleted(uri: vscode.Uri, deleted: ReadonlySet<string>): boolean {
  if (deleted.size === 0) return false;
  for (let path = uri.toString(); path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    if (deleted.has(path)) return true;
  }
  return false;
}
