import * as vscode from 'vscode';
import { recordAt } from '../../index/record-at.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import { cursorAt, rangeIn, refsFrom } from '../../index/records.ts';
import { compare, type Range } from '../../json/position.ts';
import type { Checked, Checks } from '../problems/checks.ts';
import { showInformation } from '../workbench/messages.ts';

/** The records that a command is about: those that the selections touch, or those at the cursors. */
export interface SelectedRecords {
  readonly editor: vscode.TextEditor;
  readonly checked: Checked;
  /** In the order of the document, at least one. */
  readonly ranges: readonly Range[];
}

/** Says so if there are none. */
export async function selectedRecords(checks: Checks): Promise<SelectedRecords | undefined> {
  const editor = vscode.window.activeTextEditor;
  const checked = editor && (await checks.current(editor.document));
  const ranges = checked ? rangesIn(checked.index, editor.selections) : [];
  if (editor && checked && ranges.length > 0) return { editor, checked, ranges };
  void showInformation('Put the cursor in a backup record first.');
  return undefined;
}

function rangesIn(index: RecordIndex, selections: readonly vscode.Selection[]): Range[] {
  const ranges = selections.flatMap((selection) =>
    selection.isEmpty ? (recordAt(index, selection.active)?.range ?? []) : recordsTouching(index, selection),
  );
  const unique = new Map(ranges.map((range) => [`${range.start.line}:${range.start.character}`, range]));
  return [...unique.values()].sort((a, b) => compare(a.start, b.start));
}

function recordsTouching(index: RecordIndex, selection: vscode.Selection): Range[] {
  const ranges: Range[] = [];
  for (const record of refsFrom(cursorAt(index, selection.start))) {
    const range = rangeIn(index, record);
    if (!range || compare(range.start, selection.end) >= 0) break;
    if (compare(selection.start, range.end) < 0) ranges.push(range);
  }
  return ranges;
}
