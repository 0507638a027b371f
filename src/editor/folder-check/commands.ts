import * as vscode from 'vscode';
import type { Checks } from '../problems/checks.ts';
import type { Exclusions } from '../recognition/exclusions.ts';
import { setContext } from '../workbench/context-keys.ts';
import { count, countBySeverity, formatNumber } from '../workbench/count.ts';
import { showInformation, showWarning, withoutLinks } from '../workbench/messages.ts';
import { progressMs } from '../workbench/scheduling.ts';
import { nameOf } from '../workbench/uris.ts';
import { FolderCheck, type FolderCounts } from './folder-check.ts';

/** The result of the commands. */
export interface FolderSummary extends FolderCounts {
  readonly isCancelled: boolean;
}

/**
 * The commands that check folders, and the one that clears their results. Each check replaces the results of the one
 * before.
 * @param subscriptions disposed with the extension
 */
export function folderCommands(
  checks: Checks,
  exclusions: Exclusions,
  collection: vscode.DiagnosticCollection,
  subscriptions: vscode.Disposable[],
) {
  let shown: FolderCheck | undefined;
  const clear = (): void => {
    shown?.dispose();
    shown = undefined;
    setContext('hasResults', false);
  };
  const check = async (folders: readonly vscode.Uri[], name: string): Promise<FolderSummary> => {
    clear();
    const current = new FolderCheck(folders, checks, exclusions, collection);
    shown = current;
    setContext('hasResults', true);
    const { isCancelled, ...counts } = await runWithProgress(current, name);
    // The summary is out of date if the results were cleared or another check was started.
    if (shown === current) showSummary({ ...counts, isCancelled }, name);
    return { ...counts, isCancelled: isCancelled || shown !== current };
  };
  const checkFolder = async (...args: unknown[]): Promise<FolderSummary | undefined> => {
    const folders = foldersOf(args) ?? (await askFolder());
    return folders && check(folders, folders.length === 1 ? folders.map(nameOf).join() : `${folders.length} folders`);
  };
  subscriptions.push({ dispose: () => shown?.dispose() });
  return {
    checkFolder,
    // The same command, with a title for the Explorer's menu, where the category is not shown.
    checkExplorerFolder: checkFolder,
    checkWorkspace: () => {
      const folders = vscode.workspace.workspaceFolders ?? [];
      return check(
        folders.map(({ uri }) => uri),
        vscode.workspace.name ?? 'the workspace',
      );
    },
    clearResults: clear,
  };
}

/** The argument is a folder, as a URI or its text; the Explorer's menu adds the whole selection. */
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
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: withoutLinks(`Checking ${name}`),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    progress.report({ message: 'searching for files…' });
    let reported = 0;
    let nextReport = 0;
    const counts = await check.run(token, ({ found, done, findings }) => {
      if (performance.now() < nextReport) return;
      nextReport = performance.now() + progressMs;
      const message = `${formatNumber(done)} of ${count(found, 'file')}, ${count(findings, 'problem')}`;
      progress.report({ message, increment: ((done - reported) / found) * 100 });
      reported = done;
    });
    return { ...counts, isCancelled: token.isCancellationRequested };
  });
}

/**
 * Opens the list of the problems, with the summary in the status bar: a message would cover the list. A message is shown
 * if there are no problems, or if the list is not the whole result.
 */
function showSummary(summary: FolderSummary, name: string): void {
  const { found, left } = summaryOf(summary, name);
  if (summary.findings === 0) {
    void showInformation([...found, ...left].join(' '));
    return;
  }
  vscode.window.setStatusBarMessage(found.join(' '), 20_000);
  if (left.length > 0) void showWarning(left.join(' '));
  void vscode.commands.executeCommand('workbench.actions.view.problems', { preserveFocus: true });
}

/** The results in sentences, and the files that were not checked. */
function summaryOf(summary: FolderSummary, name: string): { found: string[]; left: string[] } {
  const { found, done, files, filesWithFindings, findings, bySeverity, unreadable, compressed, isCancelled } = summary;
  const left: string[] = [];
  if (isCancelled) left.push(`Cancelled after ${formatNumber(done)} of ${count(found, 'file')}.`);
  if (unreadable > 0)
    left.push(`${count(unreadable, 'file')} could not be read. See the output channel "BackupResponse".`);
  if (compressed > 0) left.push(`Left out: ${count(compressed, 'compressed file')}. Unpack them first.`);
  const checked = count(files, 'BackupResponse file');
  if (findings > 0)
    return { found: [`${countBySeverity(bySeverity)} in ${formatNumber(filesWithFindings)} of ${checked}.`], left };
  if (files > 0) return { found: [`No problems in ${checked}.`], left };
  return { found: isCancelled ? [] : [`No BackupResponse files found in "${name}".`], left };
}
