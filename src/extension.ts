import * as vscode from 'vscode';
import { Checks } from './editor/checks.ts';
import { CodeActions } from './editor/code-actions.ts';
import { showDiagnostics } from './editor/diagnostics.ts';
import { log } from './editor/log.ts';
import { createRecord } from './editor/new-record.ts';
import { openRulePage, servePages } from './editor/pages.ts';

/** Wires the features to the editor, and nothing else. */
export function activate(context: vscode.ExtensionContext): void {
  const checks = new Checks();
  context.subscriptions.push(
    log,
    servePages(context),
    showDiagnostics(checks),
    checks,
    vscode.languages.registerCodeActionsProvider(['json', 'jsonc'], new CodeActions(checks), CodeActions.metadata),
    vscode.commands.registerCommand('backupResponse.new', createRecord),
    vscode.commands.registerCommand('backupResponse.openRule', openRulePage),
  );
}
