import * as vscode from 'vscode';
import { fixAllKind, sortKind } from '../workbench/kinds.ts';
import type { Checks } from './checks.ts';
import { quickFixes } from './quick-fixes.ts';
import { editOf, fixAll, sortAll, WholeFileAction } from './whole-file-action.ts';

/**
 * The light bulb: fixes one finding, the same in the whole file, all findings of its rule, or, on save, everything. It also
 * sorts properties, for those who want that on save.
 */
export class CodeActions {
  constructor(readonly checks: Checks) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range | vscode.Selection,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const checked = await this.checks.current(document);
    if (!checked || token.isCancellationRequested) return [];
    const wantsFixes = !context.only || context.only.contains(vscode.CodeActionKind.QuickFix);
    const fixes = wantsFixes ? quickFixes(checked, range, context, token) : [];
    if (context.only?.intersects(fixAllKind)) fixes.push(fixAll(document));
    if (context.only?.intersects(sortKind)) fixes.push(sortAll(document));
    return fixes;
  }

  async resolveCodeAction(action: vscode.CodeAction, token: vscode.CancellationToken): Promise<vscode.CodeAction> {
    if (!(action instanceof WholeFileAction)) return action;
    const checked = await this.checks.current(action.document);
    const edit = checked && (await editOf(action, checked.index, token));
    if (edit) action.edit = edit;
    return action;
  }
}
