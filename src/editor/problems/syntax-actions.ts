import * as vscode from 'vscode';
import { layoutOf } from '../../document/layout.ts';
import { syntaxFindings } from '../../document/syntax.ts';
import { Lines } from '../../json/lines.ts';
import type { Finding } from '../../record/finding.ts';
import { message } from '../../record/message.ts';
import { commandId } from '../command-ids.ts';
import { rangeOf } from '../convert.ts';
import { hasJsonSupport } from '../workbench/languages.ts';
import type { Checked } from './checks.ts';

type SyntaxFinding = Extract<Finding, { readonly rule: 'syntax' }>;

/** No longer text is read for the light bulb, in UTF-16 units. */
const longest = 2_000_000;

/**
 * Actions for a syntax error that VS Code's JSON support reports without naming the kind of text: HTTP headers, Python, a
 * table, a merge conflict. Our sentence is an action, which opens the page of the rule; where records may be in the text,
 * another one keeps only these.
 */
export function syntaxActions(
  { document, index }: Checked,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const reported = hasJsonSupport(document) ? diagnostics.filter((one) => isSyntaxError(one, document)) : [];
  if (reported.length === 0) return [];
  const text = document.getText();
  const finding = text.length <= longest ? findingAt(text, index, range) : undefined;
  if (!finding) return [];
  const actions = [commandAction(message(finding), 'openRule', 'syntax')];
  if (mayHoldRecords(finding)) {
    actions.unshift(commandAction('Keep only the records in this text', 'keepRecords', document.uri));
  }
  for (const action of actions) action.diagnostics = reported;
  return actions;
}

/** The finding about the text as a whole, or else one on the lines of a range. */
function findingAt(text: string, { format }: Checked['index'], range: vscode.Range): SyntaxFinding | undefined {
  const findings = syntaxFindings(text, format, layoutOf(text, format)).filter((one) => one.rule === 'syntax');
  const lines = new Lines(text);
  const touches = (finding: SyntaxFinding): boolean => {
    const { start, end } = rangeOf(lines.rangeOf(finding));
    return start.line <= range.end.line && range.start.line <= end.line;
  };
  return findings.find(isAboutText) ?? findings.find((finding) => saysMore.has(finding.problem) && touches(finding));
}

/** The problems of the text as a whole: VS Code reports them somewhere, and perhaps often. */
function isAboutText({ problem }: SyntaxFinding): boolean {
  return aboutText.has(problem);
}

const aboutText: ReadonlySet<SyntaxFinding['problem']> = new Set([
  'text before',
  'no JSON',
  'record per line',
  'several values',
  'wrapped',
  'merge conflict',
]);

/** The problems at one position that VS Code's sentence does not name. */
const saysMore: ReadonlySet<SyntaxFinding['problem']> = new Set(['text after', 'wrong quote', 'unseen character']);

/** Whether a paste of such a text could find records in it. */
function mayHoldRecords(finding: SyntaxFinding): boolean {
  if (finding.problem !== 'text before' && finding.problem !== 'text after' && finding.problem !== 'no JSON')
    return false;
  return readable.has(finding.kind);
}

const readable: ReadonlySet<string> = new Set([
  'HTTP headers',
  'Python',
  'Format-List',
  'PowerShell message',
  'code fence',
  'terminal codes',
  'other',
]);

/**
 * Whether a diagnostic is a syntax error of VS Code's JSON support. Its diagnostics about schemas have no source. The code
 * does not tell: the one for text without any JSON is 0, which gets lost between two extension hosts.
 */
function isSyntaxError({ severity, source }: vscode.Diagnostic, { languageId }: vscode.TextDocument): boolean {
  return severity === vscode.DiagnosticSeverity.Error && source === languageId;
}

function commandAction(title: string, command: 'openRule' | 'keepRecords', argument: unknown): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: commandId(command), arguments: [argument] };
  return action;
}
