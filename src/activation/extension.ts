import * as vscode from 'vscode';
import { importModule } from '../editor/modules.ts';
import { servePages } from '../editor/pages.ts';
import { needsEngine } from './needs-engine.ts';
import { provideTasks } from './tasks.ts';

type Engine = typeof import('../editor/engine.ts');

/** How long the keyboard must rest before it is asked whether a document has come to concern us, in milliseconds. */
const rest = 200;

/**
 * Waits for a document that may concern us, or for one of our commands, and only then loads the rest: VS Code activates
 * us with every JSON file, and most of them are none of our business.
 */
export function activate(context: vscode.ExtensionContext): void {
  const waiting: vscode.Disposable[] = [];
  let engine: Promise<void> | undefined;
  const start = () => {
    engine ??= startEngine(context, () => vscode.Disposable.from(...waiting).dispose());
    return engine;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (document: vscode.TextDocument) => {
    if (needsEngine(document)) void start();
  };
  const lookAtAll = () => vscode.workspace.textDocuments.forEach(look);
  waiting.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      clearTimeout(timer);
      timer = setTimeout(() => look(document), rest);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('json.schemas')) lookAtAll();
    }),
    { dispose: () => clearTimeout(timer) },
  );
  for (const { command } of context.extension.packageJSON.contributes.commands) {
    // The engine has a command of the same name.
    waiting.push(
      vscode.commands.registerCommand(command, async (...args: unknown[]) => {
        await start();
        return vscode.commands.executeCommand(command, ...args);
      }),
    );
  }
  context.subscriptions.push(...waiting, servePages(context), provideTasks(context));
  lookAtAll();
}

async function startEngine(context: vscode.ExtensionContext, stopWaiting: () => void): Promise<void> {
  try {
    // A module that was imported cannot ask for VS Code's API by its name.
    Object.assign(globalThis, { [Symbol.for('backup-response.vscode')]: vscode });
    const engine = await importModule<Engine>(context.extensionUri, 'engine.mjs');
    stopWaiting();
    engine.start(context);
  } catch (error) {
    void vscode.window.showErrorMessage(`BackupResponse could not be started: ${error}`);
    throw error;
  }
}
