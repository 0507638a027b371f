import * as vscode from 'vscode';
import { editsForAll } from '../../features/same-findings.ts';
import { sortAllRecords } from '../../features/sort-edits.ts';
import { fixAllEdits } from '../../index/fixes.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import type { RangeEdit } from '../../json/edit.ts';
import type { Finding } from '../../record/finding.ts';
import type { RuleId } from '../../record/rules/index.ts';
import { commandId } from '../command-ids.ts';
import { rangeOf } from '../convert.ts';
import { severityIn } from '../settings/settings.ts';
import { fixAllKind, sortKind } from '../workbench/kinds.ts';
import { inSlices, inSlicesWithCancel } from '../workbench/progress.ts';
import { sliceMs } from '../workbench/scheduling.ts';

/** An action that changes the whole file. Its edit is computed when the user selects it. */
export class WholeFileAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly editsOf: (index: RecordIndex) => Iterable<readonly RangeEdit[]>,
    /** Equal for actions that do the same. */
    readonly id = kind.value,
  ) {
    super(title, kind);
  }
}

/** Applies all lossless fixes, also on save. */
export function fixAll(document: vscode.TextDocument): vscode.CodeAction {
  const severityOf = severityIn(document.uri);
  const isWanted = (finding: Pick<Finding, 'rule'>): boolean => severityOf(finding) !== 'off';
  const title = 'Fix all BackupResponse problems';
  return new WholeFileAction(title, fixAllKind, document, (index) => fixAllEdits(index, isWanted));
}

/** Sorts the properties of all records, also on save. */
export function sortAll(document: vscode.TextDocument): vscode.CodeAction {
  return new WholeFileAction('Sort properties', sortKind, document, sortAllRecords);
}

/** Applies all lossless fixes of a rule, and reports the remaining problems. */
export function fixAllOfRule(document: vscode.TextDocument, title: string, rule: RuleId): vscode.CodeAction {
  const isWanted = (finding: Pick<Finding, 'rule'>): boolean => finding.rule === rule;
  const edits = (index: RecordIndex) => fixAllEdits(index, isWanted);
  const action = new WholeFileAction(title, vscode.CodeActionKind.QuickFix, document, edits, rule);
  action.command = { title, command: commandId('reportRemaining'), arguments: [document.uri, rule] };
  return action;
}

/** Applies a fix that the user has decided on to all findings that it fits. */
export function fixForAll(document: vscode.TextDocument, title: string, rule: RuleId, key: string): vscode.CodeAction {
  const edits = (index: RecordIndex) => editsForAll(index, rule, key);
  return new WholeFileAction(title, vscode.CodeActionKind.QuickFix, document, edits, `${rule} ${key}`);
}

/**
 * Computes the edit of an action, in slices of time.
 * @returns undefined if the document changes meanwhile, or the work is cancelled
 */
export async function editOf(
  { document, editsOf, kind, title }: WholeFileAction,
  index: RecordIndex,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  // An action on save is cancelled in the notification of VS Code, every other one in ours.
  const isQuickFix = kind?.contains(vscode.CodeActionKind.QuickFix);
  const edits = isQuickFix
    ? await inSlicesWithCancel(document, editsOf(index), sliceMs.edits, title)
    : await inSlices(document, editsOf(index), sliceMs.edits, token);
  return edits && workspaceEdit(document, edits);
}

export function workspaceEdit({ uri }: vscode.TextDocument, edits: readonly RangeEdit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  result.set(
    uri,
    edits.map(({ range, content }) => vscode.TextEdit.replace(rangeOf(range), content)),
  );
  return result;
}
