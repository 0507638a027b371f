import * as vscode from 'vscode';
import { nameKind } from '../../files/file-names.ts';
import { newRecord } from '../../record/new-record.ts';
import { onOneLine, recordSnippet, Verbatim } from '../../record/scaffold.ts';
import { log } from '../log.ts';
import { formatOfDocument, recognize } from '../recognition/recognition.ts';
import { newRecordValues } from '../settings.ts';

/** What a key binding or a script may say, so that nothing is asked. */
export interface NewRecordOptions {
  /** The folder to make a file in, as a URI or its text. Left out, the record is put into a new untitled document. */
  readonly folder?: vscode.Uri | string;
  /** The name of the file. Left out, it is asked for. */
  readonly name?: string;
  /** Values to have instead of the defaults and of the setting `backupResponse.newRecord`. */
  readonly values?: Readonly<Record<string, unknown>>;
}

const ending = '.backupresponse.json';

/**
 * The command New BackupResponse: a record with defaults, its values ready to be typed over. Where the active editor
 * shows JSON Lines that are ours, and no folder is named, it becomes one more line of them; else it has a file of its
 * own.
 * @param argument the folder that the Explorer's menu is on, or options
 * @returns the document's URI; undefined where the user thought better of it, or the file could not be made
 */
export async function createRecord(argument?: unknown): Promise<vscode.Uri | undefined> {
  const options = optionsOf(argument);
  const editor = vscode.window.activeTextEditor;
  const isOneMore =
    !options.folder && editor && formatOfDocument(editor.document) === 'lines' && recognize(editor.document);
  return isOneMore ? append(editor, options.values) : createFile(options);
}

/** The same from the menu File > New File…: always a file of its own. */
export function createRecordFile(): Promise<vscode.Uri | undefined> {
  return createFile({});
}

async function createFile({ folder, name, values }: NewRecordOptions): Promise<vscode.Uri | undefined> {
  const target = typeof folder === 'string' ? vscode.Uri.parse(folder, true) : folder;
  const document = target ? await newFile(target, name) : await newUntitled();
  if (!document) return undefined;
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(snippetFor(document, values));
  if (target) await document.save();
  return document.uri;
}

/** Puts a record behind the last line, whatever the cursor is on; undo takes all of it away at once. */
async function append(editor: vscode.TextEditor, values: NewRecordOptions['values']): Promise<vscode.Uri | undefined> {
  const { document } = editor;
  const last = document.lineAt(document.lineCount - 1);
  const { value } = snippetFor(document, values);
  // A file whose lines all have their end keeps it so.
  const isFirst = document.lineCount === 1;
  const text = last.isEmptyOrWhitespace ? `${value}$0${isFirst ? '' : '\n'}` : `\n${value}$0`;
  const place = last.isEmptyOrWhitespace ? last.range : last.range.end;
  if (await editor.insertSnippet(new vscode.SnippetString(text), place)) return document.uri;
  void vscode.window.showErrorMessage(`"${document.uri.path}" cannot be written.`);
  return undefined;
}

function optionsOf(argument: unknown): NewRecordOptions {
  if (argument instanceof vscode.Uri) return { folder: argument };
  return typeof argument === 'object' && argument !== null ? argument : {};
}

function snippetFor(document: vscode.TextDocument, values: NewRecordOptions['values']): vscode.SnippetString {
  const wanted = { ...newRecordValues(document.uri), ...values };
  const made = newRecord({ jobId: crypto.randomUUID(), now: new Date() }, wanted);
  for (const name of made.refused)
    log.warn(`New BackupResponse: the value wanted for "${name}" would be a mistake; left out.`);
  const { jobId, created, modified, ...asked } = made.values;
  const slots = { ...asked, jobId: verbatim(jobId), created: verbatim(created), modified: verbatim(modified) };
  const snippet = recordSnippet(slots).join('\n');
  return new vscode.SnippetString(formatOfDocument(document) === 'lines' ? onOneLine(snippet) : snippet);
}

/** Nobody types over an id or a time that has just been made. */
function verbatim(value: string | undefined): Verbatim | undefined {
  return value === undefined ? undefined : Verbatim.json(value);
}

/** An untitled document that will be saved, if it is saved, under a name that no file has yet. */
async function newUntitled(): Promise<vscode.TextDocument> {
  const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  const folder = folders.length > 0 ? folders.find(canBindUntitled) : homeFolder();
  // Of one without a path VS Code asks where to save it.
  if (folders.length > 0 && !folder) return vscode.workspace.openTextDocument({ language: 'json' });
  const uri = folder
    ? vscode.Uri.joinPath(folder, await freeName(folder)).with({ scheme: 'untitled' })
    : vscode.Uri.from({ scheme: 'untitled', path: `backup${ending}` });
  return vscode.workspace.openTextDocument(uri);
}

/**
 * Whether an untitled document can be bound to a path in a folder of the workspace. VS Code saves it in the file system
 * of the window, whatever that of the folder is: the remote one's, else the first folder's (`findDefaultUriScheme` of
 * src/vs/workbench/services/path/common/pathService.ts in microsoft/vscode).
 */
function canBindUntitled({ scheme }: vscode.Uri): boolean {
  if (vscode.workspace.fs.isWritableFileSystem(scheme) === false) return false;
  if (vscode.env.remoteName) return scheme === 'file' || scheme === 'vscode-remote';
  return scheme === vscode.workspace.workspaceFolders?.[0]?.uri.scheme;
}

/** The home directory, where the extension runs on a machine that has one. */
function homeFolder(): vscode.Uri | undefined {
  const environment = globalThis.process?.env ?? {};
  const path = environment.HOME ?? environment.USERPROFILE;
  return path ? vscode.Uri.file(path) : undefined;
}

/** Makes an empty file that was not there, and opens it. */
async function newFile(folder: vscode.Uri, wanted: string | undefined): Promise<vscode.TextDocument | undefined> {
  const name = wanted ?? (await askName(folder));
  if (!name) return undefined;
  const uri = vscode.Uri.joinPath(folder, withEnding(name));
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (!(await exists(uri)) && (await vscode.workspace.applyEdit(edit))) return vscode.workspace.openTextDocument(uri);
  void vscode.window.showErrorMessage(
    `"${uri.path}" could not be made: it exists already, or its folder cannot be written.`,
  );
  return undefined;
}

async function askName(folder: vscode.Uri): Promise<string | undefined> {
  const value = await freeName(folder);
  return vscode.window.showInputBox({
    title: 'New BackupResponse',
    prompt: 'Name of the new file',
    value,
    valueSelection: [0, value.length - ending.length],
    validateInput: (name) => validateName(folder, name),
  });
}

async function validateName(
  folder: vscode.Uri,
  name: string,
): Promise<string | vscode.InputBoxValidationMessage | undefined> {
  if (name.trim() === '') return 'A file needs a name.';
  if (/[\\/:*?"<>|]/.test(name)) return 'A file name has none of \\ / : * ? " < > |';
  const whole = withEnding(name);
  if (await exists(vscode.Uri.joinPath(folder, whole))) return `"${whole}" exists already.`;
  if (whole !== name) return { message: `Makes "${whole}".`, severity: vscode.InputBoxValidationSeverity.Info };
  if (nameKind(name) === 'strong') return undefined;
  return {
    message: `Only a name such as "backup${ending}" is always checked.`,
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}

/** A name without an ending gets ours. */
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
