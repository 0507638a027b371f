import * as vscode from 'vscode';
import { SameFindings } from '../../features/same-findings.ts';
import { type DocumentFix, type EntryFixes, entryFixesAt, fixesOfFile } from '../../index/fixes.ts';
import { type DocumentFinding, findingsTouching } from '../../index/listing.ts';
import type { Finding } from '../../record/finding.ts';
import type { RuleId } from '../../record/rules/index.ts';
import { rangeOf } from '../convert.ts';
import { severityIn } from '../settings/settings.ts';
import type { Checked } from './checks.ts';
import { chooseFixAction } from './choose-fix.ts';
import { source } from './diagnostics.ts';
import { aboutActions, settingActions } from './rule-actions.ts';
import { syntaxActions } from './syntax-actions.ts';
import { fixAllOfRule, fixForAll, WholeFileAction, workspaceEdit } from './whole-file-action.ts';

/** For how many findings the light bulb has actions. All of them are sent to the window, so more would be slow. */
const maxFindings = 50;
/** How many fixes of a finding are listed: an enum may have two dozen values, and the user searches those. */
const maxFixes = 7;

/**
 * The actions for the findings that a selection touches: the certain and the likely fixes first, those of the findings at
 * the cursor first of all; then the other fixes, the pages of the rules, and last the actions that change settings. If no
 * fix is likely, the pages go first: Enter takes the first action.
 */
export function quickFixes(
  checked: Checked,
  range: vscode.Range | vscode.Selection,
  { diagnostics }: vscode.CodeActionContext,
  token: vscode.CancellationToken,
): vscode.CodeAction[] {
  const likely = syntaxActions(checked, range, diagnostics);
  const others: vscode.CodeAction[] = [];
  const findings: Finding[] = [];
  const same = new Map<RuleId, SameFindings>();
  const forAll = new Set<string>();
  for (const touched of findingsAt(checked, range)) {
    if (token.isCancellationRequested) return [];
    const { finding, ranges } = touched;
    const reported = diagnostics.filter((diagnostic) => isAbout(diagnostic, finding, ranges));
    const fixes = fixesOf(checked, touched, same);
    for (const [list, added] of [
      [likely, fixes.likely],
      [others, fixes.others],
    ] as const) {
      for (const fix of added) {
        if (fix instanceof WholeFileAction && forAll.has(fix.id)) continue;
        if (fix instanceof WholeFileAction) forAll.add(fix.id);
        fix.diagnostics = reported;
        list.push(fix);
      }
    }
    findings.push(finding);
  }
  // VS Code puts actions with diagnostics before those of all providers without them. So only fixes have some.
  if (likely.length === 0) for (const fix of others) fix.diagnostics = [];
  const [before, after] = likely.length === 0 ? [aboutActions(findings), []] : [[], aboutActions(findings)];
  return [...likely, ...before, ...others, ...after, ...settingActions(checked.document.uri, findings)];
}

interface Fixes {
  /** The certain fixes, and those that were probably meant. */
  readonly likely: readonly vscode.CodeAction[];
  readonly others: readonly vscode.CodeAction[];
}

/** The fixes of one finding, and after the likely ones the one for all findings of its rule. */
function fixesOf(
  { document, index }: Checked,
  { finding, entry }: TouchedFinding,
  same: Map<RuleId, SameFindings>,
): Fixes {
  const { rule } = finding;
  const fixes = entry ? entry.fixesOf(finding) : fixesOfFile(index, finding);
  const others = entry && fixes.length > 0 ? (same.get(rule) ?? new SameFindings(index, rule)) : undefined;
  if (others) same.set(rule, others);
  const actions = fixActions(document, finding, fixes, others);
  const fixAll = fixes.some(({ isLossless }) => isLossless) && others?.titleForLossless(rule);
  return fixAll ? { ...actions, likely: [...actions.likely, fixAllOfRule(document, fixAll, rule)] } : actions;
}

interface TouchedFinding {
  readonly finding: Finding;
  /** Undefined for a finding of the file as a whole. */
  readonly entry: EntryFixes | undefined;
  readonly ranges: readonly vscode.Range[];
}

function* findingsAt({ document, index }: Checked, range: vscode.Range | vscode.Selection): Generator<TouchedFinding> {
  const severityOf = severityIn(document.uri);
  const cursor = 'active' in range ? range.active : range.start;
  const atCursor = findingsTouching(index, new vscode.Range(cursor, cursor), maxFindings);
  const elsewhere = range.isEmpty ? [] : findingsTouching(index, range, maxFindings);
  const seen = new Set<string>();
  for (const placed of [...atCursor, ...elsewhere]) {
    const { finding, entry: at } = placed;
    const key = `${at} ${finding.rule} ${finding.offset}`;
    if (seen.has(key) || seen.size === maxFindings || severityOf(finding) === 'off') continue;
    const entry = at === undefined ? undefined : entryFixesAt(index, at);
    const ranges = rangesOf(placed, entry);
    if (!ranges.some((one) => one.intersection(range))) continue;
    seen.add(key);
    yield { finding, entry, ranges };
  }
}

/**
 * One action per fix, and one for the whole file. If a value is suggested, only that one is likely, and only that one is
 * offered for the whole file. Without a suggestion, all allowed values are equally likely.
 */
function fixActions(
  document: vscode.TextDocument,
  finding: Finding,
  fixes: readonly DocumentFix[],
  others: SameFindings | undefined,
): Fixes {
  const hasSuggestion = 'suggestion' in finding && finding.suggestion !== undefined;
  const isListed = fixes.length <= maxFixes;
  const listed = isListed ? fixes : fixes.slice(0, hasSuggestion ? 1 : 0);
  const forAll = (hasSuggestion ? listed.slice(0, 1) : listed).flatMap((fix) => {
    const title = fix.isLossless ? undefined : others?.titleForAll(fix);
    return title && fix.forAll ? [fixForAll(document, title, finding.rule, fix.forAll.key)] : [];
  });
  const choice = isListed ? [] : [chooseFixAction(document, fixes.slice(listed.length))];
  const [first, ...rest] = [...listed.map((fix) => fixAction(document, fix)), ...choice];
  if (!first) return { likely: [], others: [] };
  if (hasSuggestion) return { likely: [first, ...forAll], others: rest };
  const all = [first, ...rest, ...forAll];
  return finding.rule === 'enum' ? { likely: [], others: all } : { likely: all, others: [] };
}

function fixAction(document: vscode.TextDocument, { title, edits, isLossless }: DocumentFix): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document, edits);
  action.isPreferred = isLossless;
  return action;
}

/** Where a finding is reported. VS Code reports a duplicate name at both positions. */
function rangesOf({ finding, range }: DocumentFinding, entry: EntryFixes | undefined): readonly vscode.Range[] {
  const ranges = [rangeOf(range)];
  if (finding.rule !== 'duplicate-property' || !entry) return ranges;
  const offset = finding.offset - finding.distance;
  const { excerpt } = entry;
  return [...ranges, rangeOf({ start: excerpt.at(offset), end: excerpt.at(offset + finding.length) })];
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
