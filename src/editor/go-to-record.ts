import * as vscode from 'vscode';
import type { Checks } from './problems/checks.ts';
import { RecordPicker } from './records/record-picker.ts';

/** The command Go to Record: lists the records in the active editor that match what the user types. */
export function goToRecord(checks: Checks): void {
  const editor = vscode.window.activeTextEditor;
  const checked = editor && checks.of(editor.document);
  if (!checked) return;
  const near = editor.selection.active;
  const picker = new RecordPicker(checks, [checked], { near, empty: 'The file has no records' });
  const preview = new Preview(editor);
  picker.list.onDidChangeActive(([item]) => {
    // The initially selected record is not shown until the user has moved.
    if (preview.hasStarted || !picker.isInitial(item)) preview.show(picker.rangeOf(item));
  });
  picker.list.onDidAccept(() => {
    const range = picker.rangeOf(picker.list.activeItems[0]);
    if (!range) return;
    // Start from the original position, so that Go Back returns there.
    preview.end();
    picker.list.hide();
    void goTo(editor, range.start);
  });
  picker.list.onDidHide(() => {
    preview.end();
    picker.dispose();
  });
  picker.show();
}

/** Shows records in an editor, and puts back the selection and the visible range at the end. */
class Preview {
  readonly #selections: readonly vscode.Selection[];
  readonly #view: vscode.Range | undefined;
  /** The last record that was shown; undefined before the first. */
  #shown: vscode.Selection | undefined;

  constructor(readonly editor: vscode.TextEditor) {
    this.#selections = editor.selections;
    this.#view = editor.visibleRanges[0];
  }

  get hasStarted(): boolean {
    return this.#shown !== undefined;
  }

  show(range: vscode.Range | undefined): void {
    if (!range) return;
    this.#shown = new vscode.Selection(range.end, range.start);
    this.editor.selection = this.#shown;
    this.editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** If the user has clicked into the editor, the new selection stays. */
  end(): void {
    if (!this.#shown?.isEqual(this.editor.selection)) return;
    this.#shown = undefined;
    this.editor.selections = this.#selections;
    if (this.#view) this.editor.revealRange(this.#view, vscode.TextEditorRevealType.AtTop);
  }
}

async function goTo(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  const range = new vscode.Range(position, position);
  const { document, viewColumn } = editor;
  const isTextTab = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText;
  // In a diff editor, that would open the document a second time.
  const isShown = isTextTab && viewColumn;
  const shown = isShown ? await vscode.window.showTextDocument(document, { selection: range, viewColumn }) : editor;
  if (!isShown) shown.selection = new vscode.Selection(position, position);
  // A record is read from its first line on.
  shown.revealRange(range, vscode.TextEditorRevealType.AtTop);
}
