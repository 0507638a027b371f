import * as vscode from 'vscode';
import type { TestApi } from '../../src/activation/extension.ts';
import { Checks } from '../../src/editor/problems/checks.ts';
import { Recognizer } from '../../src/editor/recognition/recognizer.ts';
import { FileStatus } from '../../src/editor/status/file-status.ts';

/* An editor for the tests: documents of their own, and ways to wait for asynchronous work. */

/** The scheme of the folder that test/vscode/test-editor.ts puts into the workspace for Restricted Mode. */
export const readOnlyScheme = 'test-read-only';

const folder = (): vscode.Uri => {
  const writable = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme !== readOnlyScheme);
  if (!writable) throw new Error('The tests need a workspace');
  return writable.uri;
};

/** The URI of a file in the workspace. */
export function fileUri(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), name);
}

let count = 0;

/** Opens a new file with this text. Each call creates another file. */
export async function open(text: string, ending = '.backupresponse.json'): Promise<vscode.TextEditor> {
  return openAs(`test-${++count}${ending}`, text);
}

/** Opens a new file with this name. */
export async function openAs(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Opens an untitled document in a language. */
export async function openUntitled(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** Opens a text; `|` marks the cursor. */
export async function openAtCursor(text: string, ending?: string): Promise<vscode.TextEditor> {
  const editor = await open(text.replace('|', ''), ending);
  const position = editor.document.positionAt(text.indexOf('|'));
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/**
 * Waits until the extension has nothing scheduled and no check running: diagnostics that are missing then will not come.
 */
export async function idle(): Promise<void> {
  const extension = vscode.extensions.getExtension<TestApi>('backup-response.backup-response');
  const api = await extension?.activate();
  if (!api) throw new Error('The extension exports its TestApi only to tests');
  await api.whenIdle();
}

/** Waits until a quick pick or input box that the extension has just opened is shown. */
export async function inputShown(): Promise<void> {
  await idle();
  // VS Code's window handles messages in order. An input that opens when another closes needs a second exchange.
  for (let exchanges = 0; exchanges < 2; exchanges++) {
    await pause(0);
    await vscode.commands.executeCommand('setContext', 'backup-response.test', exchanges);
  }
}

/** Accepts or closes quick inputs until a command that waits for them ends. @returns its result */
export async function answer<T>(result: Thenable<T>, how: 'accept' | 'close'): Promise<T> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  result.then(settle, settle);
  const command = how === 'accept' ? 'acceptSelectedQuickOpenItem' : 'closeQuickOpen';
  while (!isSettled) {
    await inputShown();
    await vscode.commands.executeCommand(`workbench.action.${command}`);
    await pause(0);
  }
  return result;
}

/** How long a test waits for a result: long, because a slow machine is not a failure. In milliseconds. */
const patience = 45_000;

/** Asks repeatedly until the answer is right; returns the last answer if it never is. */
export async function eventually<T>(ask: () => T | Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isRight(answer) || Date.now() > end) return answer;
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Our findings in a document, in text order, each as `rule "flagged text"`. */
export function findingsIn(document: vscode.TextDocument): string[] {
  return ourDiagnostics(document).map(
    (diagnostic) => `${ruleOf(diagnostic)} ${document.getText(diagnostic.range).replace(/\s+/g, ' ')}`,
  );
}

/** Our findings in a document, once there are this many. */
export function findingsOnceIn(document: vscode.TextDocument, count: number): Promise<string[]> {
  return eventually(
    () => findingsIn(document),
    (found) => found.length === count,
  );
}

/** The preferred fixes for the first finding, once there are any. */
export function preferredFixes(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  const ask = async () => {
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      ourDiagnostics(document)[0]?.range,
    );
    return actions.filter(({ isPreferred }) => isPreferred);
  };
  return eventually(ask, (found) => found.length > 0);
}

export function ourDiagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'BackupResponse')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

/** The texts of the messages that VS Code is given to show while something runs. */
export async function messagesDuring(run: () => Thenable<unknown>): Promise<string[]> {
  const { window } = vscode;
  const { showErrorMessage, showInformationMessage, showWarningMessage } = window;
  const texts: string[] = [];
  const keep = (show: (text: string, ...items: never[]) => Thenable<unknown>) => ({
    value: (text: string, ...items: never[]) => {
      texts.push(text);
      return show(text, ...items);
    },
    configurable: true,
    writable: true,
  });
  const originals = { showErrorMessage, showInformationMessage, showWarningMessage };
  for (const [name, show] of Object.entries(originals)) Object.defineProperty(window, name, keep(show));
  try {
    await run();
  } finally {
    for (const [name, value] of Object.entries(originals))
      Object.defineProperty(window, name, { value, configurable: true, writable: true });
  }
  return texts;
}

/** Presses the first button of the newest message until the answer is right; returns the last answer. */
export function pressButton<T>(ask: () => T, isRight: (answer: T) => boolean): Promise<T> {
  const press = async () => {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    return ask();
  };
  return eventually(press, isRight);
}

/** The text of the language status for the file in the active editor, an item a line. */
export async function languageStatus(): Promise<string[]> {
  const { languages } = vscode;
  const original = languages.createLanguageStatusItem;
  const items = new Map<string, vscode.LanguageStatusItem>();
  const create = (id: string) => {
    const item = { id, dispose: () => items.delete(id) } as unknown as vscode.LanguageStatusItem;
    items.set(id, item);
    return item;
  };
  Object.defineProperty(languages, 'createLanguageStatusItem', { value: create, configurable: true, writable: true });
  const recognizer = new Recognizer({ get: () => undefined, keys: () => [], update: async () => {} });
  const checks = new Checks(recognizer);
  const status = new FileStatus(checks, recognizer.exclusions);
  try {
    const document = vscode.window.activeTextEditor?.document;
    if (document) await checks.current(document);
    return [...items.values()].map(({ text, detail, command }) => `${text}: ${detail} [${command?.title}]`);
  } finally {
    for (const one of [status, checks, recognizer]) one.dispose();
    Object.defineProperty(languages, 'createLanguageStatusItem', {
      value: original,
      configurable: true,
      writable: true,
    });
  }
}

/** Whether VS Code shows a link in a message: src/vs/base/common/linkedText.ts of microsoft/vscode. */
export function hasLink(message: string): boolean {
  return /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i.test(message);
}

/** Replaces the first occurrence of `before` in the editor's text. */
export async function replace(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const { document } = editor;
  const at = document.getText().indexOf(before);
  if (at < 0) throw new Error(`The document has no ${before}`);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + before.length));
  await editor.edit((edit) => edit.replace(range, after));
}

/** Closes all editors without saving. */
export async function closeAll(): Promise<void> {
  // Between two tabs, no editor is active for a moment.
  const hasTab = (): boolean => vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
  while (hasTab() || vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
