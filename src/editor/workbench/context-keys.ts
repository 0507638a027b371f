import * as vscode from 'vscode';

/** The context keys that package.json uses in `when` and `enablement`, without their prefix. */
interface ContextKeys {
  /** The kind of the file in the active editor; undefined if it has nothing to do with this extension. */
  file: 'recognized' | 'excluded' | undefined;
  /** Whether the file in the active editor has more than one record. */
  isList: boolean;
  /** Whether results of a folder check are shown. */
  hasResults: boolean;
  /** Whether the active editor opened its file in the wrong encoding. */
  isMisread: boolean;
}

export function setContext<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  void vscode.commands.executeCommand('setContext', `backupResponse.${key}`, value);
}
