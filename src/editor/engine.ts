import * as vscode from 'vscode';
import { Completion } from './completion/completion.ts';
import { Hovers } from './completion/hover.ts';
import { LanguageService } from './completion/language-service.ts';
import { registerFolderChecks } from './folder-check/commands.ts';
import { log } from './log.ts';
import { openRulePage } from './pages.ts';
import { Checks } from './problems/checks.ts';
import { CodeActions } from './problems/code-actions.ts';
import { showDiagnostics } from './problems/diagnostics.ts';
import { exclusions } from './recognition/exclusions.ts';
import { languages } from './recognition/recognition.ts';
import { goToRecord } from './records/go-to-record.ts';
import { createRecord, createRecordFile } from './records/new-record.ts';
import { Outline } from './records/outline.ts';
import { EncodingStatus } from './status/encoding-status.ts';
import { registerFileCommands } from './status/file-commands.ts';
import { FileStatus } from './status/file-status.ts';

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
