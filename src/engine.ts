import * as vscode from 'vscode';
import { registerFolderChecks } from './editor/check-commands.ts';
import { Checks } from './editor/checks.ts';
import { CodeActions } from './editor/code-actions.ts';
import { Completion } from './editor/completion.ts';
import { showDiagnostics } from './editor/diagnostics.ts';
import { EncodingStatus } from './editor/encoding-status.ts';
import { exclusions } from './editor/exclusions.ts';
import { registerFileCommands } from './editor/file-commands.ts';
import { languages } from './editor/files.ts';
import { goToRecord } from './editor/go-to-record.ts';
import { Hovers } from './editor/hover.ts';
import { LanguageService } from './editor/language-service.ts';
import { log } from './editor/log.ts';
import { createRecord, createRecordFile } from './editor/new-record.ts';
import { Outline } from './editor/outline.ts';
import { openRulePage } from './editor/pages.ts';
import { FileStatus } from './editor/status.ts';

/** Wires the features to the editor, and nothing else; loaded by `extension.ts` when there is something to do. */
export function start(context: vscode.ExtensionContext): void {
  const excluding = exclusions.rememberIn(context.workspaceState);
  const checks = new Checks();
  const outline = new Outline(checks);
  const languageService = new LanguageService(context.extensionUri, checks);
  // One for open and closed files alike, and the owner of the task's problems: for a file, the last to speak is heard.
  const problems = vscode.languages.createDiagnosticCollection('backupResponse');
  context.subscriptions.push(
    log,
    excluding,
    problems,
    showDiagnostics(checks, problems),
    checks,
    registerFolderChecks(checks, problems),
    new EncodingStatus(),
    new FileStatus(checks),
    registerFileCommands(checks),
    outline,
    vscode.languages.registerDocumentSymbolProvider('jsonl', outline),
    vscode.languages.registerCodeActionsProvider(languages, new CodeActions(checks), CodeActions.metadata),
    vscode.languages.registerCompletionItemProvider(
      languages,
      new Completion(languageService),
      ...Completion.triggerCharacters,
    ),
    vscode.languages.registerHoverProvider(languages, new Hovers(languageService)),
    vscode.commands.registerCommand('backupResponse.new', createRecord),
    vscode.commands.registerCommand('backupResponse.newFile', createRecordFile),
    vscode.commands.registerCommand('backupResponse.goToRecord', () => goToRecord(checks)),
    vscode.commands.registerCommand('backupResponse.openRule', openRulePage),
  );
}
