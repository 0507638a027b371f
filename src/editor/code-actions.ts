import * as vscode from 'vscode';
import { fixesIn, mendAll } from '../document/fix.ts';
import type { Edit } from '../record/edit.ts';
import type { Finding } from '../record/finding.ts';
import type { Fix } from '../record/fix.ts';
import type { RuleId } from '../record/rules.ts';
import type { Checked, Checks } from './checks.ts';
import { rangeOf, source } from './diagnostics.ts';
import { severityIn } from './settings.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('backupResponse');

/** A light bulb's entry whose edit, over the whole file, is worked out when it is chosen. */
class MendAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly rule: RuleId | undefined,
  ) {
    super(title, kind);
  }
}

/** The light bulb: what mends the finding at the cursor, all of its rule in the file, and, on save, the whole file. */
export class CodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  constructor(readonly checks: Checks) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const checked = await this.checks.current(document);
    if (!checked || token.isCancellationRequested) return [];
    const actions: vscode.CodeAction[] = [];
    if (!context.only || context.only.contains(vscode.CodeActionKind.QuickFix)) {
      actions.push(...quickFixes(document, checked, range, context));
    }
    if (context.only?.intersects(fixAllKind)) {
      actions.push(new MendAction('Fix all BackupResponse problems', fixAllKind, document, undefined));
    }
    return actions;
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof MendAction)) return action;
    const checked = await this.checks.current(action.document);
    if (!checked) return action;
    const severityOf = severityIn(action.document.uri);
    const isWanted = (finding: Pick<Finding, 'rule'>) =>
      severityOf(finding) !== 'off' && (action.rule === undefined || action.rule === finding.rule);
    action.edit = workspaceEdit(action.document, mendAll(checked.text, checked.layout, checked.findings, isWanted));
    return action;
  }
}

function quickFixes(
  document: vscode.TextDocument,
  checked: Checked,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const severityOf = severityIn(document.uri);
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const actions: vscode.CodeAction[] = [];
  for (const finding of checked.findings) {
    const isThere = placesOf(finding).some((offset) => offset <= end && start <= offset + finding.length);
    if (!isThere || severityOf(finding) === 'off') continue;
    const said = diagnostics.filter((diagnostic) => speaksOf(diagnostic, finding, document));
    const fixes = fixesIn(checked.text, checked.layout, finding);
    for (const fix of fixes) actions.push(fixAction(document, fix, said));
    if (
      fixes.some(({ lossless }) => lossless) &&
      checked.findings.some((other) => other !== finding && other.rule === finding.rule)
    ) {
      actions.push(fixAllOfRule(document, finding.rule, said));
    }
    actions.push(aboutAction(finding.rule, said));
  }
  return actions;
}

function fixAction(document: vscode.TextDocument, fix: Fix, diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document, fix.edits);
  action.isPreferred = fix.lossless;
  action.diagnostics = diagnostics;
  return action;
}

function fixAllOfRule(
  document: vscode.TextDocument,
  rule: RuleId,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new MendAction(
    `Fix all "${rule}" problems in the file`,
    vscode.CodeActionKind.QuickFix,
    document,
    rule,
  );
  action.diagnostics = diagnostics;
  return action;
}

function aboutAction(rule: RuleId, diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const title = `About the rule "${rule}"`;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: 'backupResponse.openRule', arguments: [rule] };
  action.diagnostics = diagnostics;
  return action;
}

/** Where a finding is said: VS Code says of a name written twice where it stands the first time as well. */
function placesOf(finding: Finding): readonly number[] {
  const { offset } = finding;
  return finding.rule === 'duplicate-property' ? [offset, offset - finding.distance] : [offset];
}

/** Whether a diagnostic says what the finding says: ours, or of a name written twice, VS Code's own. */
function speaksOf(
  { range, source: said, code }: vscode.Diagnostic,
  finding: Finding,
  document: vscode.TextDocument,
): boolean {
  const id = typeof code === 'object' ? code.value : code;
  if (said === source) return id === finding.rule && range.isEqual(rangeOf(document, finding));
  if (finding.rule !== 'duplicate-property' || Number(id) !== duplicateKey) return false;
  return placesOf(finding).includes(document.offsetAt(range.start));
}

/** The code of the JSON service's diagnostic of a duplicate key: `ErrorCode.DuplicateKey` of vscode-json-languageservice. */
const duplicateKey = 520;

function workspaceEdit(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const textEdits = edits.map((edit) => vscode.TextEdit.replace(rangeOf(document, edit), edit.content));
  const result = new vscode.WorkspaceEdit();
  result.set(document.uri, textEdits);
  return result;
}
