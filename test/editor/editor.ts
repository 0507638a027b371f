import * as vscode from 'vscode';

/** What the tests need of an editor: documents of their own, and the patience to wait for what comes in its time. */

/** The scheme of the folder that scripts/test-editor.mjs puts into the workspace for Restricted Mode. */
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

/** Opens a new file with this text; every call makes another one. */
export async function open(text: string, ending = '.backupresponse.json'): Promise<vscode.TextEditor> {
  return openAs(`test-${++count}${ending}`, text);
}

/** Opens a new file of this name. */
export async function openAs(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Opens an untitled document of a language. */
export async function openUntitled(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** Opens a text with `|` where the cursor is to be. */
export async function openAtCursor(text: string, ending?: string): Promise<vscode.TextEditor> {
  const editor = await open(text.replace('|', ''), ending);
  const position = editor.document.positionAt(text.indexOf('|'));
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/** Asks again and again until the answer is right; after 10 seconds gives the last one, for the test to judge. */
export async function eventually<T>(ask: () => T | Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer) || Date.now() > end) return answer;
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Our findings in a document: `rule "flagged text"`, in the order of the text. */
export function findingsIn(document: vscode.TextDocument): string[] {
  return ourDiagnostics(document).map(
    (diagnostic) => `${ruleOf(diagnostic)} ${document.getText(diagnostic.range).replace(/\s+/g, ' ')}`,
  );
}

/** Our findings in a document, once there are so many. */
export function findingsOnceIn(document: vscode.TextDocument, count: number): Promise<string[]> {
  return eventually(
    () => findingsIn(document),
    (found) => found.length === count,
  );
}

/** What the light bulb at the first finding prefers, once there is something. */
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

/** Replaces the first occurrence of `before` in the editor's text. */
export async function replace(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const { document } = editor;
  const at = document.getText().indexOf(before);
  if (at < 0) throw new Error(`The document has no ${before}`);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + before.length));
  await editor.edit((edit) => edit.replace(range, after));
}

/** Closes every editor and throws away what was not saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
