import * as vscode from 'vscode';
import { Debouncer, debounceMs } from '../scheduling.ts';
import { isUnsearched } from './search.ts';

/** Changes on disk, collected until there were no more for a while. Files and folders are URIs as text. */
export interface DiskChanges {
  readonly changed: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  readonly hasNew: boolean;
}

/** Watches folders, and reports changes in them in batches. */
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
  const watch = (folder: vscode.Uri): vscode.Disposable => {
    const handle = (note: (key: string) => void) => (uri: vscode.Uri) => {
      if (isUnsearched(uri, folder)) return;
      note(uri.toString());
      debouncer.schedule(report, debounceMs.diskChange);
    };
    // If a folder is created or deleted, VS Code reports only the folder, not its files. So the pattern covers all.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
    watcher.onDidChange(handle((key) => changed.add(key)));
    watcher.onDidDelete(handle((key) => deleted.add(key)));
    watcher.onDidCreate(
      handle((key) => {
        changed.add(key);
        hasNew = true;
      }),
    );
    return watcher;
  };
  return vscode.Disposable.from(debouncer, ...folders.map(watch));
}

/** Whether a file was deleted, alone or with a folder that contained it. */
export function isDeleted(uri: vscode.Uri, deleted: ReadonlySet<string>): boolean {
  if (deleted.size === 0) return false;
  for (let path = uri.toString(); path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    if (deleted.has(path)) return true;
  }
  return false;
}
