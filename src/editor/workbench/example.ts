import * as vscode from 'vscode';

/** The command of the walkthrough: opens a copy of the sample, which has problems to try the fixes on. */
export async function openExample(): Promise<void> {
  const extension = vscode.extensions.getExtension('backup-response.backup-response');
  if (!extension) return;
  const sample = vscode.Uri.joinPath(extension.extensionUri, 'samples', 'backups.backupresponse.json');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'json', content }));
  await vscode.commands.executeCommand('workbench.actions.view.problems', { preserveFocus: true });
}
