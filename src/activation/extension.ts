import * as vscode from 'vscode';
import { showError } from '../editor/workbench/messages.ts';
import { importModule } from '../editor/workbench/modules.ts';
import { Debouncer, debounceMs, track, whenIdle } from '../editor/workbench/scheduling.ts';
import { needsEngine } from './needs-engine.ts';
import { servePages } from './pages.ts';
import { provideTasks } from './tasks.ts';

type Engine = typeof import('../editor/engine.ts');

/** The exports of the extension, for its own tests. */
export interface TestApi {
  /** Resolves when nothing is scheduled or being checked. */
  whenIdle(): Promise<void>;
}

/**
 * VS Code activates the extension for every JSON file, and most of them hold no records. So this waits for a document
 * that might, or for a command, and only then loads the engine.
 */
export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const waiting: vscode.Disposable[] = [];
  let loading: Promise<Engine> | undefined;
  const start = () => {
    loading ??= track(startEngine(context, () => vscode.Disposable.from(...waiting).dispose()));
    return loading;
  };
  const inspect = (document: vscode.TextDocument) => {
    if (needsEngine(document)) void start();
  };
  const inspectAll = () => vscode.workspace.textDocuments.forEach(inspect);
  const edits = new Debouncer<vscode.TextDocument>();
  waiting.push(
    edits,
    vscode.workspace.onDidOpenTextDocument(inspect),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      edits.schedule(() => inspect(document), debounceMs.recognize, document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => edits.cancel(document)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('json.schemas')) inspectAll();
    }),
  );
  for (const { command } of context.extension.packageJSON.contributes.commands) {
    // The engine registers a command with the same id.
    waiting.push(
      vscode.commands.registerCommand(command, async (...args: unknown[]) => {
        await start();
        return vscode.commands.executeCommand(command, ...args);
      }),
    );
  }
  context.subscriptions.push(...waiting, servePages(context), provideTasks(context));
  inspectAll();
  if (context.extensionMode !== vscode.ExtensionMode.Test) return undefined;
  return {
    whenIdle: async () => {
      await whenIdle();
      await (await loading)?.whenIdle();
    },
  };
}

async function startEngine(context: vscode.ExtensionContext, stopWaiting: () => void): Promise<Engine> {
  try {
    // The imported module finds VS Code's API here, because it cannot require 'vscode'.
    Object.assign(globalThis, { [Symbol.for('backup-response.vscode')]: vscode });
    const engine = await importModule<Engine>(context.extensionUri, 'engine.mjs');
    stopWaiting();
    engine.start(context);
    return engine;
  } catch (error) {
    showError(`BackupResponse failed to start: ${error}`);
    throw error;
  }
}
