import * as vscode from 'vscode';
import { showInformation } from './messages.ts';

/** The command Show Command Line: how to run the checks of this extension in a terminal or a script. */
export function showCommandLine(): void {
  const extension = vscode.extensions.getExtension('backup-response.backup-response');
  if (!extension) return;
  const { fsPath, scheme } = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'cli.mjs');
  if (scheme !== 'file') {
    void showInformation('This VS Code runs in a browser, without a file to run. Install the npm package instead.');
    return;
  }
  void offerToCopy(`node "${fsPath}"`);
}

async function offerToCopy(command: string): Promise<void> {
  const copy = 'Copy';
  const text = `The command line of this extension is ${command}. Add "check" and a file or a folder.`;
  if ((await showInformation(text, copy)) === copy) await vscode.env.clipboard.writeText(command);
}
