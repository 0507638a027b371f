import * as vscode from 'vscode';
import { sharedValues } from '../../features/new-record.ts';
import { recordAt } from '../../index/record-at.ts';
import { recordsOf } from '../../index/records.ts';
import type { Checked, Checks } from '../problems/checks.ts';

/** The tenant and the requester of the record at a position, or else of the first: those of a new record beside it. */
export function namesIn({ index }: Checked, position: vscode.Position): object {
  const range = (recordAt(index, position) ?? recordsOf(index).next().value)?.range;
  return range ? sharedValues(index.source.getText(range)) : {};
}

/** The same for a record with a file of its own: those of the record in the active editor, or else in another one. */
export function namesKnown(checks: Checks): object {
  const { activeTextEditor: active, visibleTextEditors: visible } = vscode.window;
  for (const editor of [...(active ? [active] : []), ...visible]) {
    const checked = checks.of(editor.document);
    const names = checked?.index.isSettled ? namesIn(checked, editor.selection.active) : {};
    if (Object.keys(names).length > 0) return names;
  }
  return {};
}
