import * as vscode from 'vscode';
import { fileOf } from '../../features/insert-records.ts';
import { describeLeftOut, lineAt } from '../../features/paste/left-out.ts';
import { readRecords } from '../../features/paste/read-records.ts';
import { wasEdited } from '../workbench/edit.ts';
import { showError, showWarning } from '../workbench/messages.ts';
import { openDocument } from '../workbench/uris.ts';
import { indentationOf } from './paste.ts';

/**
 * The command of the light bulb in a text that is not JSON, such as an HTTP response: replaces it with the records that a
 * paste of it would insert, and names the parts that it leaves out.
 */
export async function keepRecords(uri: vscode.Uri): Promise<void> {
  const document = openDocument(uri);
  if (!document) return;
  const text = document.getText();
  const reading = readRecords(text);
  if ('problem' in reading) {
    const { offset, message } = reading.problem;
    showError(`Line ${lineAt(text, offset)}: ${message}`);
    return;
  }
  const { records, leftOut } = reading;
  const edit = new vscode.WorkspaceEdit();
  const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  edit.replace(uri, whole, `${fileOf(records, indentationOf(document))}\n`);
  const isKept = await wasEdited(document, () => vscode.workspace.applyEdit(edit));
  if (isKept && leftOut.length > 0) showWarning(describeLeftOut(text, leftOut));
}
