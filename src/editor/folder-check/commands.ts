import * as vscode from 'vscode';
import type { Checks } from '../problems/checks.ts';
import { FolderCheck, type FolderCounts } from './folder-check.ts';

/** What a command says to whoever called it. */
export interface FolderSummary extends FolderCounts {
  readonly isCancelled: boolean;
}

/** How often the progress is told, in milliseconds. */
const tick = 100;

/** Registers the commands Check Folder, Check Workspace and Clear Results. The results of the last check show. */
export function registerFolderChecks(checks: Checks, collection: vscode.DiagnosticCollection): vscode.Disposable {
  let shown: FolderCheck | undefined;
  const clear = (): void => {
    shown?.dispose();
    shown = undefined;
    void vscode.commands.executeCommand('setContext', 'backupResponse.hasResults', false);
  };
  const check = async (folders: readonly vscode.Uri[], name: string): Promise<FolderSummary> => {
    clear();
    const current = new FolderCheck(folders, checks, collection);
    shown = current;
    void vscode.commands.executeCommand('setContext', 'backupResponse.hasResults', true);
    const { isCancelled, ...counts } = await runWithProgress(current, name);
    // Whoever cleared the results meanwhile, or began another check, has no use for a summary of this one.
    if (shown === current) void showSummary({ ...counts, isCancelled }, name);
    return { ...counts, isCancelled: isCancelled || shown !== current };
  };
  const checkFolder = async (...args: unknown[]): Promise<FolderSummary | undefined> => {
    const folders = foldersOf(args) ?? (await askFolder());
    return folders && check(folders, folders.length === 1 ? folders.map(nameOf).join() : `${folders.length} folders`);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('backupResponse.checkFolder', checkFolder),
    // The same under the title that says enough in a menu, where the category does not show.
    vscode.commands.registerCommand('backupResponse.checkExplorerFolder', checkFolder),
    vscode.commands.registerCommand('backupResponse.checkWorkspace', () => {
      const folders = vscode.workspace.workspaceFolders ?? [];
      return check(
        folders.map(({ uri }) => uri),
        vscode.workspace.name ?? 'the workspace',
      );
    }),
    vscode.commands.registerCommand('backupResponse.clearResults', clear),
    { dispose: () => shown?.dispose() },
  );
}

/** A folder, as a URI or its text, or as the Explorer's menu gives it: with all that is selected. */
function foldersOf([folder, selected]: readonly unknown[]): readonly vscode.Uri[] | undefined {
  if (Array.isArray(selected) && selected.length > 0) return selected.filter((one) => one instanceof vscode.Uri);
  if (folder instanceof vscode.Uri) return [folder];
  return typeof folder === 'string' ? [vscode.Uri.parse(folder, true)] : undefined;
}

async function askFolder(): Promise<readonly vscode.Uri[] | undefined> {
  const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    title: 'Check Folder',
    openLabel: 'Check',
    ...(defaultUri && { defaultUri }),
  });
}

function runWithProgress(check: FolderCheck, name: string): Thenable<FolderSummary> {
  const options = { location: vscode.ProgressLocation.Notification, title: `Checking ${name}`, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    progress.report({ message: 'looking for files…' });
    let told = 0;
    let nextTick = 0;
    const counts = await check.run(token, ({ found, done, findings }) => {
      if (performance.now() < nextTick) return;
      nextTick = performance.now() + tick;
      const message = `${done.toLocaleString('en')} of ${count(found, 'file')}, ${count(findings, 'problem')}`;
      progress.report({ message, increment: ((done - told) / found) * 100 });
      told = done;
    });
    return { ...counts, isCancelled: token.isCancellationRequested };
  });
}

async function showSummary(summary: FolderSummary, name: string): Promise<void> {
  const text = summaryOf(summary, name);
  if (summary.findings === 0) {
    await vscode.window.showInformationMessage(text);
    return;
  }
  const show = 'Show Problems';
  if ((await vscode.window.showWarningMessage(text, show)) === show) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

function summaryOf(summary: FolderSummary, name: string): string {
  const { found, done, files, filesWithFindings, findings, unreadable, isCancelled } = summary;
  const ofFiles = count(files, 'BackupResponse file');
  const sentences = [
    isCancelled ? `Cancelled after ${done.toLocaleString('en')} of ${count(found, 'file')}.` : '',
    files === 0
      ? isCancelled
        ? ''
        : `No BackupResponse files found in "${name}".`
      : findings === 0
        ? `No problems in ${ofFiles}.`
        : `${count(findings, 'problem')} in ${filesWithFindings.toLocaleString('en')} of ${ofFiles}.`,
    unreadable > 0 ? `${count(unreadable, 'file')} could not be read: see the output "BackupResponse".` : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function nameOf(folder: vscode.Uri): string {
  return folder.path.split('/').findLast((part) => part !== '') ?? folder.toString(true);
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
