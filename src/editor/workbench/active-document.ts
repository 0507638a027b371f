import * as vscode from 'vscode';
import { openDocument } from './uris.ts';

/**
 * The document that the active tab shows. VS Code's active editor can be another one, or none, while the output panel
 * has the focus, but the status bar still describes the tab.
 */
export function activeDocument(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  return active && active.uri.scheme !== 'output' ? active : openDocument(uriOfActiveTab());
}

/** The file that the active tab shows as text, even if it is too large for VS Code to send to extensions. */
export function uriOfActiveTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}
