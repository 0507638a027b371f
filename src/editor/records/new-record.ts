import * as vscode from 'vscode';
import { nameKind } from '../../files/file-names.ts';
import { listInsertion } from '../../index/list-insertion.ts';
import { newRecord } from '../../record/new-record.ts';
import { onOneLine, recordSnippet, Verbatim } from '../../record/scaffold.ts';
import { formatOfDocument } from '../languages.ts';
import { log } from '../log.ts';
import type { Checked, Checks } from '../problems/checks.ts';
import { newRecordValues } from '../settings.ts';
import { rangeOf } from '../source.ts';

/** The arguments of a key binding or script. */
export interface NewRecordOptions {
  /** The folder to create a file in, as a URI or its text. If omitted, the record goes into a new untitled document. */
  readonly folder?: vscode.Uri | string;
  /** The name of the file. If omitted, the user is asked for it. */
  readonly name?: string;
  /** Values to use instead of the defaults and the setting `backupResponse.newRecord`. */
  readonly values?: Readonly<Record<string, unknown>>;
}

const ending = '.backupresponse.json';

/** What Windows does not allow in a file name. Files are shared between systems. */
const notInNames = /[\\/:*?"<>|]/;
const notInNamesMessage = 'A file name cannot contain \\ / : * ? " < > |';

/**
 * The command New BackupResponse: inserts a record with default values as a snippet. If the active editor shows a
 * recognized list, JSON Lines or an empty file, and no folder is given, the record goes there; otherwise it gets a file.
 * @param argument the folder that the Explorer's menu was opened on, or options
 * @returns the document's URI; undefined if the user cancelled or the file could not be created
 */
export async function createRecord(checks: Checks, argument?: unknown): Promise<vscode.Uri | undefined> {
  const options = optionsOf(argument);
  const editor = vscode.window.activeTextEditor;
  const checked = editor && !options.folder ? await checks.current(editor.document) : undefined;
  const place = editor && checked && placeIn(editor, checked);
  return place ? insert(editor, place, options.values) : createFile(options);
}

/** The same command in the menu File > New File…: always creates a file. */
export function createRecordFile(): Promise<vscode.Uri | undefined> {
  return createFile({});
}

async function createFile({ folder, name, values }: NewRecordOptions): Promise<vscode.Uri | undefined> {
  const target = typeof folder === 'string' ? vscode.Uri.parse(folder, true) : folder;
  const document = target ? await newFile(target, name) : await newUntitled();
  if (!document) return undefined;
  const editor = await vscode.window.showTextDocument(document);
  const record = snippetFor(document, values).join('\n');
  await editor.insertSnippet(
    new vscode.SnippetString(formatOfDocument(document) === 'lines' ? onOneLine(record) : record),
  );
  if (target) await document.save();
  return document.uri;
}

/** Where a record goes in a document that has others, and what goes with it. */
interface RecordPlace {
  readonly range: vscode.Range;
  readonly before: string;
  readonly after: string;
  readonly isOnOneLine: boolean;
  readonly isIndented: boolean;
}

/** @returns undefined if the document is a single record, or none of ours */
function placeIn({ document, selection }: vscode.TextEditor, { index }: Checked): RecordPlace | undefined {
  if (index.format === 'lines') return placeInLines(document);
  if (index.shape === 'empty') {
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    return { range, before: '', after: '\n', isOnOneLine: false, isIndented: false };
  }
  const place = index.foreign ? undefined : listInsertion(index, selection.active);
  return place && { ...place, range: rangeOf(place.range) };
}

/** After the last line, wherever the cursor is. If the file ended with a line break, it still does. */
function placeInLines(document: vscode.TextDocument): RecordPlace {
  const last = document.lineAt(document.lineCount - 1);
  const line = { isOnOneLine: true, isIndented: false };
  if (!last.isEmptyOrWhitespace)
    return { ...line, range: new vscode.Range(last.range.end, last.range.end), before: '\n', after: '' };
  return { ...line, range: last.range, before: '', after: document.lineCount === 1 ? '' : '\n' };
}

/** Inserts a record. One undo removes it. */
async function insert(
  editor: vscode.TextEditor,
  { range, before, after, isOnOneLine, isIndented }: RecordPlace,
  values: NewRecordOptions['values'],
): Promise<vscode.Uri | undefined> {
  const { document } = editor;
  const lines = snippetFor(document, values);
  const indented = isIndented ? lines.map((line) => `\t${line}`) : lines;
  const record = isOnOneLine ? onOneLine(lines.join('\n')) : indented.join('\n');
  if (await editor.insertSnippet(new vscode.SnippetString(`${before}${record}$0${after}`), range)) return document.uri;
  void vscode.window.showErrorMessage(`"${document.uri.path}" is read-only.`);
  return undefined;
}

function optionsOf(argument: unknown): NewRecordOptions {
  if (argument instanceof vscode.Uri) return { folder: argument };
  return typeof argument === 'object' && argument !== null ? argument : {};
}

/** The lines of a snippet. */
function snippetFor(document: vscode.TextDocument, values: NewRecordOptions['values']): string[] {
  const wanted = { ...newRecordValues(document.uri), ...values };
  const made = newRecord({ jobId: crypto.randomUUID(), now: new Date() }, wanted);
  for (const name of made.refused)
    log.warn(`New BackupResponse: ignored the value for "${name}", because it is invalid.`);
  const { jobId, created, modified, ...asked } = made.values;
  const slots = { ...asked, jobId: verbatim(jobId), created: verbatim(created), modified: verbatim(modified) };
  return recordSnippet(slots);
}

/** Generated ids and times are not placeholders: nobody needs to replace them. */
function verbatim(value: string | undefined): Verbatim | undefined {
  return value === undefined ? undefined : Verbatim.json(value);
}

/** An untitled document with a path, so that it is saved under a name that no file has yet. */
async function newUntitled(): Promise<vscode.TextDocument> {
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
async function newFile(folder: vscode.Uri, givenName: string | undefined): Promise<vscode.TextDocument | undefined> {
  const name = givenName ?? (await askName(folder));
  if (!name) return undefined;
  // A name from a key binding or a script is not validated by the input box, and must not lead to another folder.
  if (notInNames.test(name) || name === '..') {
    void vscode.window.showErrorMessage(`"${name}" is not a file name. ${notInNamesMessage}`);
    return undefined;
  }
  const uri = vscode.Uri.joinPath(folder, withEnding(name));
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (!(await exists(uri)) && (await vscode.workspace.applyEdit(edit))) return vscode.workspace.openTextDocument(uri);
  void vscode.window.showErrorMessage(
    `"${uri.path}" could not be created: the file already exists, or its folder is read-only.`,
  );
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
  if (nameKind(name) === 'strong') return undefined;
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
