import * as vscode from 'vscode';
import { isOurName } from '../../files/file-names.ts';
import { showError } from '../workbench/messages.ts';

const ending = '.backupresponse.json';

/** Characters that Windows does not allow in a file name. Files are shared between systems. */
const notInNames = /[\\/:*?"<>|]/;
const notInNamesMessage = 'A file name cannot contain \\ / : * ? " < > |';

/** An untitled document with a path, so that it is saved under a name that no file has yet. */
export async function newUntitled(): Promise<vscode.TextDocument> {
  const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  const folder = folders.length > 0 ? folders.find(canBindUntitled) : homeFolder();
  // Without a path, VS Code asks the user where to save the document.
  if (folders.length > 0 && !folder) return vscode.workspace.openTextDocument({ language: 'json' });
  const uri = folder
    ? vscode.Uri.joinPath(folder, await freeName(folder)).with({ scheme: 'untitled' })
    : vscode.Uri.from({ scheme: 'untitled', path: `backup${ending}` });
  return vscode.workspace.openTextDocument(uri);
}

/**
 * Whether an untitled document can have a path in a workspace folder. VS Code saves it in the window's default file
 * system, regardless of the folder's: the remote one, otherwise that of the first folder (`findDefaultUriScheme` in
 * src/vs/workbench/services/path/common/pathService.ts of microsoft/vscode).
 */
function canBindUntitled({ scheme }: vscode.Uri): boolean {
  if (vscode.workspace.fs.isWritableFileSystem(scheme) === false) return false;
  if (vscode.env.remoteName) return scheme === 'file' || scheme === 'vscode-remote';
  return scheme === vscode.workspace.workspaceFolders?.[0]?.uri.scheme;
}

/** The home directory, if the extension host has one. */
function homeFolder(): vscode.Uri | undefined {
  const environment = globalThis.process?.env ?? {};
  const path = environment.HOME ?? environment.USERPROFILE;
  return path ? vscode.Uri.file(path) : undefined;
}

/** Creates an empty file and opens it. It never overwrites one. */
export async function newFile(
  folder: vscode.Uri,
  givenName: string | undefined,
): Promise<vscode.TextDocument | undefined> {
  const name = givenName ?? (await askName(folder));
  if (!name) return undefined;
  // A name from a key binding or a script is not validated by the input box, and must not lead to another folder.
  if (notInNames.test(name) || name === '..') {
    showError(`"${name}" is not a file name. ${notInNamesMessage}`);
    return undefined;
  }
  const uri = vscode.Uri.joinPath(folder, withEnding(name));
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (!(await exists(uri)) && (await vscode.workspace.applyEdit(edit))) return vscode.workspace.openTextDocument(uri);
  showError(`"${uri.path}" could not be created: the file already exists, or its folder is read-only.`);
  return undefined;
}

async function askName(folder: vscode.Uri): Promise<string | undefined> {
  const value = await freeName(folder);
  return vscode.window.showInputBox({
    title: 'New BackupResponse',
    prompt: 'File name',
    value,
    valueSelection: [0, value.length - ending.length],
    validateInput: (name) => validateName(folder, name),
  });
}

async function validateName(
  folder: vscode.Uri,
  name: string,
): Promise<string | vscode.InputBoxValidationMessage | undefined> {
  if (name.trim() === '') return 'Enter a file name.';
  if (notInNames.test(name)) return notInNamesMessage;
  const whole = withEnding(name);
  if (await exists(vscode.Uri.joinPath(folder, whole))) return `"${whole}" already exists.`;
  if (whole !== name) return { message: `Creates "${whole}".`, severity: vscode.InputBoxValidationSeverity.Info };
  if (isOurName(name)) return undefined;
  return {
    message: `A file with this name is checked only if its content looks like backup records. "backup${ending}" always is.`,
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}

/** Adds our ending to a name that has none. */
function withEnding(name: string): string {
  return name.includes('.') ? name : `${name}${ending}`;
}

async function freeName(folder: vscode.Uri): Promise<string> {
  for (let count = 1; ; count++) {
    const name = count === 1 ? `backup${ending}` : `backup-${count}${ending}`;
    const { path } = vscode.Uri.joinPath(folder, name);
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === 'untitled' && uri.path === path);
    if (!isOpen && !(await exists(vscode.Uri.joinPath(folder, name)))) return name;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
