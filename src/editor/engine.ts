import * as vscode from 'vscode';
import { commandId, lazyCommandNames } from './command-ids.ts';
import type { LazyCommand } from './commands.ts';
import { Completion } from './completion/completion.ts';
import { Hovers } from './completion/hover.ts';
import { LanguageService } from './completion/language-service.ts';
import { registerFolderChecks } from './folder-check/commands.ts';
import { keepFilesBehindPages } from './kept-files.ts';
import { languages } from './languages.ts';
import { log } from './log.ts';
import { lazyModule } from './modules.ts';
import { openRulePage } from './pages.ts';
import { Checks } from './problems/checks.ts';
import { CodeActions } from './problems/code-actions.ts';
import { showDiagnostics } from './problems/diagnostics.ts';
import { Recognizer } from './recognition/recognizer.ts';
import { Outline } from './records/outline.ts';
import { track } from './scheduling.ts';
import { EncodingStatus } from './status/encoding-status.ts';
import { registerFileCommands } from './status/file-commands.ts';
import { FileStatus } from './status/file-status.ts';

export { whenIdle } from './scheduling.ts';

type Commands = typeof import('./commands.ts');

/** Creates the features and registers them with VS Code. src/activation calls this when there is something to do. */
export function start(context: vscode.ExtensionContext): void {
  const recognizer = new Recognizer(context.workspaceState);
  const { exclusions } = recognizer;
  const checks = new Checks(recognizer);
  const outline = new Outline(checks);
  const languageService = new LanguageService(context.extensionUri, checks, recognizer);
  // Open documents and folder checks share this collection, and the task's problem matcher has the same owner: for each
  // file, the latest results replace the others.
  const problems = vscode.languages.createDiagnosticCollection('backupResponse');
  context.subscriptions.push(
    log,
    recognizer,
    problems,
    showDiagnostics(checks, problems),
    checks,
    registerFolderChecks(checks, exclusions, problems),
    new EncodingStatus(recognizer),
    new FileStatus(checks, exclusions),
    registerFileCommands(checks, recognizer),
    keepFilesBehindPages(),
    outline,
    vscode.languages.registerDocumentSymbolProvider('jsonl', outline),
    vscode.languages.registerCodeActionsProvider(languages, new CodeActions(checks), CodeActions.metadata),
    vscode.languages.registerCompletionItemProvider(
      languages,
      new Completion(languageService),
      ...Completion.triggerCharacters,
    ),
    vscode.languages.registerHoverProvider(languages, new Hovers(languageService)),
    vscode.commands.registerCommand(commandId('openRule'), openRulePage),
    ...registerLazyCommands(context.extensionUri, checks),
  );
}

/** Registers the commands of which only the names are known here. */
function registerLazyCommands(extensionUri: vscode.Uri, checks: Checks): vscode.Disposable[] {
  const load = lazyModule<Commands>(extensionUri, 'commands.mjs');
  return lazyCommandNames.map((name) =>
    vscode.commands.registerCommand(commandId(name), async (...args: never[]) => {
      const { lazyCommands } = await track(load());
      const run: LazyCommand = lazyCommands[name];
      return run(checks, ...args);
    }),
  );
}
