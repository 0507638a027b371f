import * as vscode from 'vscode';
import { pageScheme } from './pages.ts';

/** VS Code closes a tab and opens another instead at once, and reports it in two events. */
const replacedWithinMs = 200;

/**
 * Keeps files open when the page of a rule replaces them: a click on a rule's id opens the page in the preview tab,
 * which is often that of the file with the problem. The file is opened again, in a tab that stays, beside the page.
 */
export function keepFilesBehindPages(): vscode.Disposable {
  /** The file that was in the preview tab that was closed last. */
  let closed: { readonly file: vscode.Uri; readonly at: number } | undefined;
  return vscode.window.tabGroups.onDidChangeTabs((tabs) => {
    const preview = tabs.closed.find(({ isPreview, input }) => isPreview && input instanceof vscode.TabInputText);
    const file = preview && uriOf(preview);
    if (file) closed = { file, at: performance.now() };
    const page = tabs.opened.find((tab) => uriOf(tab)?.scheme === pageScheme);
    if (!page || !closed || performance.now() - closed.at > replacedWithinMs) return;
    void reopen(closed.file, page);
    closed = undefined;
  });
}

async function reopen(file: vscode.Uri, page: vscode.Tab): Promise<void> {
  const { viewColumn, tabs } = page.group;
  const isOpen = tabs.some((tab) => uriOf(tab)?.toString() === file.toString());
  if (file.scheme === pageScheme || isOpen) return;
  await vscode.commands.executeCommand('vscode.open', file, { viewColumn, preview: false, preserveFocus: true });
  await vscode.commands.executeCommand('vscode.open', uriOf(page), { viewColumn, preview: true });
}

function uriOf({ input }: vscode.Tab): vscode.Uri | undefined {
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
}
