import * as vscode from 'vscode';
import { canStandAt, insertRecords, isInRecord } from '../../features/insert-records.ts';
import { describeLeftOut, lineAt, shortly } from '../../features/paste/left-out.ts';
import { readRecords } from '../../features/paste/read-records.ts';
import type { FoundRecords } from '../../features/paste/reading.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import type { RangeEdit } from '../../json/edit.ts';
import { isJsonWithComments } from '../../record/parse/parse.ts';
import { rangeOf } from '../convert.ts';
import { type Checks, indexOfBlank } from '../problems/checks.ts';
import { count } from '../workbench/count.ts';
import { applyEdits } from '../workbench/edit.ts';
import { pasteKind } from '../workbench/kinds.ts';
import { isBlank, isJson } from '../workbench/languages.ts';
import { showError, showWarning } from '../workbench/messages.ts';

/** No longer text is read when it is pasted, in UTF-16 units: VS Code waits for the answer. */
const longestPaste = 2_000_000;

/**
 * Offers to paste the clipboard as records. This is the default where a record fits, if the clipboard certainly holds
 * nothing else and plain text would not be JSON there. Otherwise plain text stays the default.
 */
export async function pasteEdits(
  checks: Checks,
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  clipboard: vscode.DataTransfer,
): Promise<vscode.DocumentPasteEdit[]> {
  const [range] = ranges;
  const index = await indexOf(checks, document);
  // A paste replaces the selection: that is left to VS Code.
  if (!index || !range?.isEmpty || ranges.length > 1 || isInRecord(index, range.start)) return [];
  const text = await clipboard.get('text/plain')?.asString();
  if (text === undefined || text.length > longestPaste) return [];
  const reading = readRecords(text);
  if ('problem' in reading) return [];
  const inserted = insertRecords(index, range.start, reading.records, indentationOf(document));
  if (!inserted) return [];
  const edit = pasteEdit(document, inserted, titleOf(reading));
  const isDefault = reading.isCertain && canStandAt(index, range.start) && !isFineAsPlainText(text, reading, index);
  if (!isDefault) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  return [edit];
}

function pasteEdit(document: vscode.TextDocument, { range, content }: RangeEdit, title: string) {
  // VS Code would indent the lines of `insertText` once more, like those of a snippet.
  const edit = new vscode.DocumentPasteEdit('', title, pasteKind);
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.replace(document.uri, document.validateRange(rangeOf(range)), content);
  return edit;
}

function titleOf({ form, records, leftOut }: FoundRecords): string {
  const what = records.length === 1 ? 'Backup Record' : count(records.length, 'Backup Record');
  const from = form === 'JSON' ? '' : ` from ${form}`;
  return `Insert ${what}${from}${leftOut.length > 0 ? ` (without ${shortly(leftOut)})` : ''}`;
}

/** Whether the clipboard, as it is, would be JSON where it goes. */
function isFineAsPlainText(text: string, { form }: FoundRecords, index: RecordIndex): boolean {
  if (form !== 'JSON' || !isJsonWithComments(text)) return false;
  if (index.format === 'lines') return text.trim().startsWith('{') && !/[\r\n]/.test(text.trim());
  return index.shape === 'empty' || text.trim().startsWith('{');
}

/** The command Paste as Record: inserts the records on the clipboard, if need be in a new file. */
export async function pasteAsRecord(checks: Checks): Promise<void> {
  const text = await vscode.env.clipboard.readText();
  const reading = readRecords(text);
  if ('problem' in reading) {
    const { offset, message } = reading.problem;
    showError(text.trim() === '' ? 'The clipboard is empty.' : `Clipboard, line ${lineAt(text, offset)}: ${message}`);
    return;
  }
  const editor = vscode.window.activeTextEditor;
  const index = editor && (await indexOf(checks, editor.document));
  const edit = index && insertRecords(index, editor.selection.active, reading.records, indentationOf(editor.document));
  const isInserted = editor && edit ? await insert(editor, edit) : await openInNewFile(reading.records);
  if (isInserted && reading.leftOut.length > 0) showWarning(describeLeftOut(text, reading.leftOut));
}

/** @returns whether the editor took the text */
async function insert(editor: vscode.TextEditor, { range, content }: RangeEdit): Promise<boolean> {
  const { document } = editor;
  const target = document.validateRange(rangeOf(range));
  if (!(await applyEdits(editor, [{ range, content }]))) return false;
  const end = document.positionAt(
    document.offsetAt(target.start) + content.replaceAll('\n', lineEndOf(document)).length,
  );
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(target.start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

function lineEndOf({ eol }: vscode.TextDocument): string {
  return eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}

async function openInNewFile(records: readonly string[]): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  const edit = insertRecords(indexOfBlank(document), { line: 0, character: 0 }, records, indentationOf(document));
  return edit !== undefined && insert(editor, edit);
}

/** The index of a recognized document, or of an empty one. */
async function indexOf(checks: Checks, document: vscode.TextDocument): Promise<RecordIndex | undefined> {
  const checked = await checks.current(document);
  if (checked) return checked.index;
  return isJson(document) && isBlank(document) ? indexOfBlank(document) : undefined;
}

/** One level of indentation in a document. */
export function indentationOf(document: vscode.TextDocument): string {
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
  const { insertSpaces = true, tabSize = 2 } = editor?.options ?? {};
  return insertSpaces === false ? '\t' : ' '.repeat(Number(tabSize) || 2);
}
