import * as vscode from 'vscode';
import { pageScheme } from './pages.ts';

/**
 * Keeps files open when the page of a rule takes their place: a click on a rule's id opens the page in the preview tab,
 * which is often that of the file with the problem. The file is opened again, in a tab that stays, behind the page.
 */
export function keepFilesBehindPages(): vscode.Disposable {
  /** The preview tab of each editor group, as it was before the last event. */
  const previews = new Map<vscode.TabGroup, vscode.Uri>();
  const remember = (): void => {
    previews.clear();
    for (const group of vscode.window.tabGroups.all) {
      const tab = group.tabs.find(({ isPreview }) => isPreview);
      if (tab?.input instanceof vscode.TabInputText) previews.set(group, tab.input.uri);
    }
  };
  remember();
  return vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
    const page = [...opened, ...changed].find((tab) => tab.isActive && schemeOf(tab) === pageScheme);
    const file = page && previews.get(page.group);
    remember();
    if (page && file && !isOpen(page.group, file)) void reopen(page.group.viewColumn, file, uriOf(page));
  });
}

async function reopen(viewColumn: vscode.ViewColumn, file: vscode.Uri, page: vscode.Uri | undefined): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', file, { viewColumn, preview: false, preserveFocus: true });
  if (page) await vscode.commands.executeCommand('vscode.open', page, { viewColumn });
}

function isOpen(group: vscode.TabGroup, uri: vscode.Uri): boolean {
  return group.tabs.some((tab) => uriOf(tab)?.toString() === uri.toString());
}

function schemeOf(tab: vscode.Tab): string | undefined {
  return uriOf(tab)?.scheme;
}

function uriOf({ input }: vscode.Tab): vscode.Uri | undefined {
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
}
