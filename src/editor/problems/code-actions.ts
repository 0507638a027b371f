import * as vscode from 'vscode';
import { Fixer } from '../../document/fix.ts';
import { layoutOf } from '../../document/layout.ts';
import { Lines } from '../../document/lines.ts';
import { severalLinesIn } from '../../document/syntax.ts';
import { EntryText } from '../../index/entry-text.ts';
import { type DocumentFinding, entriesWithFindings, findingsAround } from '../../index/listing.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import type { Edit } from '../../record/edit.ts';
import { keepRecordsTitle } from '../../record/envelope.ts';
import type { Finding } from '../../record/finding.ts';
import type { RuleId } from '../../record/rules/index.ts';
import { commentsIn, unwrapTitle } from '../../record/unwrap.ts';
import { commandId } from '../command-ids.ts';
import { severityIn } from '../settings.ts';
import { rangeOf } from '../source.ts';
import { allowAction } from './allow.ts';
import type { Checked, Checks } from './checks.ts';
import { source } from './diagnostics.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('backupResponse');

/** A fix of the whole file. Its edit is computed when the user selects it. */
class FixAllAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly rule: RuleId | undefined,
  ) {
    super(title, kind);
  }
}

/** The light bulb: fixes one finding, all findings of its rule in the file, or, on save, the whole file. */
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
      actions.push(...quickFixes(checked, range, context));
    }
    if (context.only?.intersects(fixAllKind)) {
      actions.push(new FixAllAction('Fix all BackupResponse problems', fixAllKind, document, undefined));
    }
    return actions;
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof FixAllAction)) return action;
    const checked = await this.checks.current(action.document);
    if (!checked) return action;
    const severityOf = severityIn(action.document.uri);
    const isWanted = (finding: Pick<Finding, 'rule'>) =>
      severityOf(finding) !== 'off' && (action.rule === undefined || action.rule === finding.rule);
    action.edit = workspaceEdit(action.document, fixAllEdits(checked.index, isWanted));
    return action;
  }
}

/** The edits that fix all wanted findings. Records without findings are not read. */
function fixAllEdits(index: RecordIndex, isWanted: (finding: Pick<Finding, 'rule'>) => boolean): vscode.TextEdit[] {
  const { enclosure } = index;
  const isUnwrapped = enclosure && isWanted(enclosure) && (enclosure.rule === 'powershell-array' || enclosure.isOnly);
  const edits = isUnwrapped ? unwrappingEdits(index) : [];
  for (const [entry, findings] of entriesWithFindings(index)) {
    if (!findings.some(isWanted)) continue;
    const text = new EntryText(index, entry);
    for (const edit of text.fixAll(findings, isWanted)) edits.push(textEdit(text, edit));
  }
  return edits;
}

function quickFixes(
  { document, index }: Checked,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const severityOf = severityIn(document.uri);
  const actions: vscode.CodeAction[] = [];
  // One text for all findings of an entry, which come in a row: its record is parsed and checked once.
  let text: EntryText | undefined;
  let textOf: number | undefined;
  for (const placed of findingsAround(index, range)) {
    const { finding, entry } = placed;
    if (entry !== textOf) text = entry === undefined ? undefined : new EntryText(index, index.entryAt(entry));
    textOf = entry;
    const ranges = rangesOf(placed, text);
    if (severityOf(finding) === 'off' || !ranges.some((one) => one.intersection(range))) continue;
    const reported = diagnostics.filter((diagnostic) => isAbout(diagnostic, finding, ranges));
    const fixes = text ? fixesIn(text, finding) : fixesOfFile(index, finding);
    for (const fix of fixes) actions.push(fixAction(document, fix, reported));
    if (fixes.some(({ isLossless }) => isLossless) && index.countOf(finding.rule) > 1) {
      actions.push(fixAllOfRule(document, finding.rule, reported));
    }
    const allowing = allowAction(document.uri, finding);
    if (allowing) actions.push(withDiagnostics(allowing, reported));
    actions.push(aboutAction(finding.rule, reported));
  }
  return actions;
}

/** A fix whose edits are ready for VS Code. */
interface DocumentFix {
  readonly title: string;
  readonly edits: vscode.TextEdit[];
  readonly isLossless: boolean;
}

function fixesIn(text: EntryText, finding: Finding): DocumentFix[] {
  return text.fixesFor(finding).map(({ title, edits, isLossless }) => {
    return { title, edits: edits.map((edit) => textEdit(text, edit)), isLossless };
  });
}

/** The fixes for a finding of the file as a whole: the object around its records, or records over several lines. */
function fixesOfFile(index: RecordIndex, { rule }: Finding): DocumentFix[] {
  if (rule === 'syntax') return separateLines(index);
  const { enclosure } = index;
  if (!enclosure || rule !== enclosure.rule) return [];
  const isWrapper = rule === 'powershell-array';
  const title = isWrapper ? unwrapTitle : keepRecordsTitle;
  const edits = unwrappingEdits(index);
  return edits.length > 0 ? [{ title, edits, isLossless: isWrapper || enclosure.isOnly }] : [];
}

/** Removes the object around the records. Only the text around them is read. */
function unwrappingEdits({ enclosure, source }: RecordIndex): vscode.TextEdit[] {
  if (!enclosure?.range) return [];
  const { records, range } = enclosure;
  const before = { start: range.start, end: records.start };
  const after = { start: records.end, end: range.end };
  return [before, after].map((part) => vscode.TextEdit.replace(rangeOf(part), commentsIn(source.getText(part))));
}

/** Puts each record on a line. */
function separateLines({ source }: RecordIndex): DocumentFix[] {
  const text = source.getText();
  const layout = layoutOf(text, 'lines');
  const lines = new Lines(text);
  return new Fixer(text, layout).fixesFor(severalLinesIn(text)).map(({ title, edits, isLossless }) => {
    const edited = edits.map((edit) => vscode.TextEdit.replace(rangeOf(lines.rangeOf(edit)), edit.content));
    return { title, edits: edited, isLossless };
  });
}

function fixAction(
  document: vscode.TextDocument,
  fix: DocumentFix,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document, fix.edits);
  action.isPreferred = fix.isLossless;
  action.diagnostics = diagnostics;
  return action;
}

function fixAllOfRule(
  document: vscode.TextDocument,
  rule: RuleId,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const title = `Fix all "${rule}" problems in the file`;
  const action = new FixAllAction(title, vscode.CodeActionKind.QuickFix, document, rule);
  action.diagnostics = diagnostics;
  return action;
}

function withDiagnostics(action: vscode.CodeAction, diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  action.diagnostics = diagnostics;
  return action;
}

function aboutAction(rule: RuleId, diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const title = `About the rule "${rule}"`;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: commandId('openRule'), arguments: [rule] };
  action.diagnostics = diagnostics;
  return action;
}

/** Where a finding is reported. VS Code reports a duplicate name at both places. */
function rangesOf({ finding, range }: DocumentFinding, text: EntryText | undefined): readonly vscode.Range[] {
  const ranges = [rangeOf(range)];
  if (finding.rule !== 'duplicate-property' || !text) return ranges;
  const offset = finding.offset - finding.distance;
  return [...ranges, rangeOf({ start: text.positionAt(offset), end: text.positionAt(offset + finding.length) })];
}

/** Whether a diagnostic reports a finding: ours, or for a duplicate name, that of VS Code. */
function isAbout(
  { range, source: owner, code }: vscode.Diagnostic,
  finding: Finding,
  ranges: readonly vscode.Range[],
): boolean {
  const id = typeof code === 'object' ? code.value : code;
  if (owner === source) return id === finding.rule && ranges[0]?.isEqual(range) === true;
  if (finding.rule !== 'duplicate-property' || Number(id) !== duplicateKey) return false;
  return ranges.some(({ start }) => start.isEqual(range.start));
}

/** The code of VS Code's diagnostic for a duplicate name: `ErrorCode.DuplicateKey` in vscode-json-languageservice. */
const duplicateKey = 520;

function textEdit(text: EntryText, { offset, length, content }: Edit): vscode.TextEdit {
  const range = { start: text.positionAt(offset), end: text.positionAt(offset + length) };
  return vscode.TextEdit.replace(rangeOf(range), content);
}

function workspaceEdit(document: vscode.TextDocument, edits: vscode.TextEdit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  result.set(document.uri, edits);
  return result;
}
