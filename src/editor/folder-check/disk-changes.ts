import * as vscode from 'vscode';
import { isUnsearched } from './search.ts';

/** What has happened on disk in one go. Files and folders are URIs as text. */
export interface DiskChanges {
  readonly changed: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  readonly hasNew: boolean;
}

/** How long the disk must rest before its changes are told, in milliseconds. */
const rest = 300;

/** Watches folders, and tells what has changed in them once that is over. */
export function watchFolders(
  folders: readonly vscode.Uri[],
  onDidChange: (changes: DiskChanges) => void,
): vscode.Disposable {
  let changed = new Set<string>();
  let gone = new Set<string>();
  let hasNew = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    const changes = { changed, gone, hasNew };
    changed = new Set();
    gone = new Set();
    hasNew = false;
    onDidChange(changes);
  };
  const watch = (folder: vscode.Uri): vscode.Disposable => {
    const on = (note: (key: string) => void) => (uri: vscode.Uri) => {
      if (isUnsearched(uri, folder)) return;
      note(uri.toString());
      clearTimeout(timer);
      timer = setTimeout(tell, rest);
    };
    // Of a folder that comes or goes, the folder alone is reported: so everything is watched, not our endings alone.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
    watcher.onDidChange(on((key) => changed.add(key)));
    watcher.onDidDelete(on((key) => gone.add(key)));
    watcher.onDidCreate(
      on((key) => {
        changed.add(key);
        hasNew = true;
      }),
    );
    return watcher;
  };
  return vscode.Disposable.from(...folders.map(watch), { dispose: () => clearTimeout(timer) });
}

/** Whether a file has gone, by itself or with a folder that it was in. */
export function isGone(uri: vscode.Uri, gone: ReadonlySet<string>): boolean {
  if (gone.size === 0) return false;
  for (let path = uri.toString(); path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    if (gone.has(path)) return true;
  }
  return false;
}
