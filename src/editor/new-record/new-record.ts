import * as vscode from 'vscode';
import { type Insertion, insertionAt } from '../../features/insertion.ts';
import { newRecord } from '../../features/new-record.ts';
import { escapeSnippet, onOneLine, recordSnippet, Verbatim } from '../../features/scaffold.ts';
import { quote } from '../../model/words.ts';
import { rangeOf } from '../convert.ts';
import { type Checks, indexOfBlank } from '../problems/checks.ts';
import { canBeRecognized } from '../recognition/recognizer.ts';
import { newRecordValues, openSetting, settingName } from '../settings/settings.ts';
import { wasEdited } from '../workbench/edit.ts';
import { formatOfDocument, isBlank } from '../workbench/languages.ts';
import { showWarning } from '../workbench/messages.ts';
import { namesIn, namesKnown } from './names-known.ts';
import { newFile, newUntitled } from './new-file.ts';

/** The arguments of a key binding or script. */
export interface NewRecordOptions {
  /** The folder to create a file in, as a URI or its text. If omitted, the record goes into a new untitled document. */
  readonly folder?: vscode.Uri | string;
  /** The name of the file. If omitted, the user is asked for it. */
  readonly name?: string;
  /** Values to use instead of the defaults and the setting `backupResponse.newRecord`. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * The command New BackupResponse: inserts a record with default values as a snippet. If the active editor shows a
 * recognized list, JSON Lines or any empty JSON document, and no folder is given, the record goes there; otherwise it gets
 * a file.
 * @param argument the folder that the Explorer's menu was opened on, or options
 * @returns the document's URI; undefined if the user cancelled or the file could not be created
 */
export async function createRecord(checks: Checks, argument?: unknown): Promise<vscode.Uri | undefined> {
  const options = optionsOf(argument);
  const editor = vscode.window.activeTextEditor;
  if (!editor || options.folder) return createFile(checks, options);
  const { document, selection } = editor;
  const isFree = isFreeToFill(document, checks);
  const checked = isFree ? undefined : await checks.current(document);
  const index = isFree ? indexOfBlank(document) : checked?.index;
  const insertion = index && insertionAt(index, selection.active);
  if (!insertion) return createFile(checks, options);
  const names = checked ? namesIn(checked, selection.active) : namesKnown(checks);
  return insert(editor, insertion, names, options.values);
}

/** The same command in the menu File > New File…: always creates a file. */
export function createRecordFile(checks: Checks): Promise<vscode.Uri | undefined> {
  return createFile(checks, {});
}

async function createFile(checks: Checks, { folder, name, values }: NewRecordOptions): Promise<vscode.Uri | undefined> {
  const known = namesKnown(checks);
  const target = typeof folder === 'string' ? vscode.Uri.parse(folder, true) : folder;
  const document = target ? await newFile(target, name) : await newUntitled();
  if (!document) return undefined;
  const editor = await vscode.window.showTextDocument(document);
  const record = snippetFor(document, known, values).join('\n');
  await editor.insertSnippet(
    new vscode.SnippetString(formatOfDocument(document) === 'lines' ? onOneLine(record) : record),
  );
  if (target) await document.save();
  return document.uri;
}

/** Whether an empty document of any name is open that may hold records. */
function isFreeToFill(document: vscode.TextDocument, { recognizer }: Checks): boolean {
  return canBeRecognized(document) && !recognizer.exclusions.has(document) && isBlank(document);
}

/** Inserts a record. One undo removes it. */
async function insert(
  editor: vscode.TextEditor,
  { range, before, after, isOnOneLine, isIndented }: Insertion,
  known: object,
  values: NewRecordOptions['values'],
): Promise<vscode.Uri | undefined> {
  const { document } = editor;
  const lines = snippetFor(document, known, values);
  const indented = isIndented ? lines.map((line) => `\t${line}`) : lines;
  const record = isOnOneLine ? onOneLine(lines.join('\n')) : indented.join('\n');
  const snippet = `${escapeSnippet(before)}${record}$0${escapeSnippet(after)}`;
  const apply = () => editor.insertSnippet(new vscode.SnippetString(snippet), rangeOf(range));
  return (await wasEdited(document, apply)) ? document.uri : undefined;
}

function optionsOf(argument: unknown): NewRecordOptions {
  if (argument instanceof vscode.Uri) return { folder: argument };
  return typeof argument === 'object' && argument !== null ? argument : {};
}

/**
 * The lines of a snippet.
 * @param known values that other records have, which the setting and `values` take precedence over
 */
function snippetFor(document: vscode.TextDocument, known: object, values: NewRecordOptions['values']): string[] {
  const wanted = { ...known, ...newRecordValues(document.uri), ...values };
  const made = newRecord({ jobId: crypto.randomUUID(), now: new Date() }, wanted);
  if (made.refused.length > 0) void warn(made.refused);
  const { jobId, created, modified, ...asked } = made.values;
  const slots = { ...asked, jobId: verbatim(jobId), created: verbatim(created), modified: verbatim(modified) };
  return recordSnippet(slots);
}

async function warn(refused: readonly string[]): Promise<void> {
  const names = refused.map(quote).join(', ');
  const text = `The new record has no ${names} of yours, because a backup record cannot have ${refused.length === 1 ? 'that value' : 'those values'}. Check "args" of the key binding and the setting "${settingName('newRecord')}".`;
  const open = 'Open Setting';
  if ((await showWarning(text, open)) === open) await openSetting('newRecord');
}

/** Generated ids and times are not placeholders: they need not be replaced. */
function verbatim(value: string | undefined): Verbatim | undefined {
  return value === undefined ? undefined : Verbatim.json(value);
}
