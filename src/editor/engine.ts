import * as vscode from 'vscode';
import { commandId, lazyCommandNames } from './command-ids.ts';
import { Checks } from './problems/checks.ts';
import { showDiagnostics } from './problems/diagnostics.ts';
import { Recognizer } from './recognition/recognizer.ts';
import { SchemaRegistry } from './recognition/schema-registry.ts';
import { EncodingStatus } from './status/encoding-status.ts';
import { FileStatus } from './status/file-status.ts';
import { keepFilesBehindPages } from './workbench/kept-files.ts';
import { codeActionsMetadata, pasteKind } from './workbench/kinds.ts';
import { isBlank, languages } from './workbench/languages.ts';
import { log } from './workbench/log.ts';
import { lazyModule } from './workbench/modules.ts';
import { openRulePage, openRules } from './workbench/pages.ts';
import { track } from './workbench/scheduling.ts';

export { whenIdle } from './workbench/scheduling.ts';

type OnDemand = typeof import('./on-demand.ts');

type PasteModule = typeof import('./paste/on-paste.ts');

type AssistanceModule = typeof import('./assistance.ts');

/** Creates the features and registers them with VS Code. src/activation calls this when there is something to do. */
export function start(context: vscode.ExtensionContext): void {
  const recognizer = new Recognizer(context.workspaceState);
  const { exclusions } = recognizer;
  const checks = new Checks(recognizer);
  const registry = new SchemaRegistry(checks);
  const load = lazyModule<OnDemand>(context.extensionUri, 'on-demand.mjs');
  const loadPaste = lazyModule<PasteModule>(context.extensionUri, 'paste.mjs');
  // Open documents and folder checks share this collection, and the task's problem matcher has the same owner: for each
  // file, the latest results replace the others.
  const problems = vscode.languages.createDiagnosticCollection('backupResponse');
  context.subscriptions.push(
    log,
    recognizer,
    problems,
    showDiagnostics(checks, problems),
    checks,
    registry,
    new EncodingStatus(checks),
    new FileStatus(checks, exclusions),
    keepFilesBehindPages(),
    registerAssistance(context.extensionUri, checks, registry),
    vscode.commands.registerCommand(commandId('openRule'), openRulePage),
    vscode.commands.registerCommand(commandId('openRules'), openRules),
    vscode.commands.registerCommand(commandId('showLog'), () => log.show()),
    ...registerLazyCommands(load, (module) =>
      module.createCommands(checks, recognizer, loadPaste, problems, context.subscriptions),
    ),
    registerPaste(checks, loadPaste),
  );
}

/** Registers completion, hover, the outline and the light bulb, whose code is loaded when a recognized document first needs it. */
function registerAssistance(extensionUri: vscode.Uri, checks: Checks, registry: SchemaRegistry): vscode.Disposable {
  const load = lazyModule<AssistanceModule>(extensionUri, 'assistance.mjs');
  let created: ReturnType<AssistanceModule['createAssistance']> | undefined;
  const assistance = async () => {
    const { createAssistance } = await load();
    // A load that fails is tried again.
    created ??= createAssistance(extensionUri, checks, registry);
    return created;
  };
  const isOurs = (document: vscode.TextDocument) => checks.recognizer.recognize(document) !== undefined;
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      languages,
      {
        provideCompletionItems: async (document, position) =>
          isOurs(document) ? (await assistance()).completion.itemsAt(document, position) : undefined,
      },
      ...triggerCharacters,
    ),
    vscode.languages.registerDocumentSymbolProvider('jsonl', {
      provideDocumentSymbols: async (document, token) =>
        isOurs(document) ? (await assistance()).outlineOf(document, token) : undefined,
    }),
    vscode.languages.registerHoverProvider(languages, {
      provideHover: async (document, position) =>
        isOurs(document) ? (await assistance()).hovers.hoverAt(document, position) : undefined,
    }),
    vscode.languages.registerCodeActionsProvider(
      languages,
      {
        provideCodeActions: async (document, ...asked) =>
          isOurs(document) ? (await assistance()).actions.provideCodeActions(document, ...asked) : undefined,
        resolveCodeAction: async (action, token) => (await assistance()).actions.resolveCodeAction(action, token),
      },
      codeActionsMetadata,
    ),
  );
}

/** The same as those of VS Code's JSON service. */
const triggerCharacters = ['"', ':'];

/** Registers the commands of which only the names are known here. */
function registerLazyCommands(
  load: () => Promise<OnDemand>,
  create: (module: OnDemand) => ReturnType<OnDemand['createCommands']>,
): vscode.Disposable[] {
  let created: ReturnType<OnDemand['createCommands']> | undefined;
  return lazyCommandNames.map((name) =>
    vscode.commands.registerCommand(commandId(name), async (...args: never[]) => {
      const module = await track(load());
      created ??= create(module);
      return created[name](...args);
    }),
  );
}

/** Registers the offer to paste records, in recognized documents and in empty ones. */
function registerPaste(checks: Checks, load: () => Promise<PasteModule>): vscode.Disposable {
  const mightPaste = (document: vscode.TextDocument) =>
    checks.recognizer.recognize(document) !== undefined || isBlank(document);
  return vscode.languages.registerDocumentPasteEditProvider(
    languages,
    {
      provideDocumentPasteEdits: async (document, ranges, clipboard) =>
        mightPaste(document) ? (await load()).pasteEdits(checks, document, ranges, clipboard) : undefined,
    },
    { pasteMimeTypes: ['text/plain'], providedPasteEditKinds: [pasteKind] },
  );
}
