import * as vscode from 'vscode';
import { breaksBetweenRecords } from '../features/one-per-line.ts';
import { isJson } from '../json/is-json.ts';
import { isJsonWithComments } from '../record/parse/parse.ts';
import type { Checks } from './problems/checks.ts';
import { showInformation } from './workbench/messages.ts';
import { wasEdited } from './workbench/was-edited.ts';

/**
 * The command Format as One Record per Line: adds line breaks between the records, and leaves these as they are. One undo
 * takes it back, and the cursor stays where it is in its record.
 */
export async function formatOnePerLine(checks: Checks): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const checked = editor && (await checks.current(editor.document));
  if (!checked) {
    void showInformation('Open a file with backup records first.');
    return;
  }
  const { document, index } = checked;
  const text = document.getText();
  if (index.format !== 'lines' && !isJson(text) && !isJsonWithComments(text)) {
    void showInformation(
      'The file has a syntax error. Fix it first: until then, it is not certain where each record ends.',
    );
    return;
  }
  const breaks =
    index.format === 'lines'
      ? []
      : breaksBetweenRecords(index).map(({ line, character }) => new vscode.Position(line, character));
  const [first, last] = [breaks[0], breaks.at(-1)];
  if (!first || !last) {
    void showInformation('Each record is on a line of its own already.');
    return;
  }
  const { active } = editor.selection;
  const added = breaks.filter((position) => position.isBeforeOrEqual(active)).length;
  const cursor = document.offsetAt(active) + added * (document.eol === vscode.EndOfLine.CRLF ? 2 : 1);
  // One edit for all of them: VS Code takes long for thousands of edits on a line.
  const lines = breaks.map((start, at) => `\n${document.getText(new vscode.Range(start, breaks[at + 1] ?? start))}`);
  const apply = () => editor.edit((builder) => builder.replace(new vscode.Range(first, last), lines.join('')));
  if (!(await wasEdited(document, apply))) return;
  const position = document.positionAt(cursor);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
