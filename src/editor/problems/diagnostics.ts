import * as vscode from 'vscode';
import { countFindings, type DocumentFinding, listFindings } from '../../index/listing.ts';
import { type Severity, severities } from '../../model/severity.ts';
import { message } from '../../record/message.ts';
import type { RuleId } from '../../record/rules/index.ts';
import { rangeOf } from '../convert.ts';
import { isExplicit } from '../recognition/recognizer.ts';
import { severityIn } from '../settings/settings.ts';
import { hasJsonSupport } from '../workbench/languages.ts';
import { rulePageUri } from '../workbench/pages.ts';
import { Debouncer, debounceMs } from '../workbench/scheduling.ts';
import type { Checked, Checks } from './checks.ts';

/** `Diagnostic.source`: shown after the message in the Problems panel. */
export const source = 'BackupResponse';

/** The rules that VS Code's own JSON support covers. */
const coveredByJsonSupport: ReadonlySet<unknown> = new Set<RuleId>(['syntax', 'duplicate-property']);

const diagnosticSeverities: Readonly<Record<Exclude<Severity, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** VS Code accepts no more diagnostics than this from one owner for one file. */
const maxShown = 1_000;

/** Shows the findings in open documents as diagnostics, and removes them when a document is closed. */
export function showDiagnostics(checks: Checks, collection: vscode.DiagnosticCollection): vscode.Disposable {
  const shown = new WeakMap<vscode.TextDocument, readonly DocumentFinding[]>();
  const show = (document: vscode.TextDocument) => {
    const checked = checks.of(document);
    if (checked && !checked.index.isSettled) return; // A newer check is scheduled or running.
    const findings = checked && findingsIn(checked);
    // A key in a right record changes nothing, and VS Code moves its marks itself.
    if (findings && shown.get(document) === findings && collection.has(document.uri)) return;
    if (findings) shown.set(document, findings);
    else shown.delete(document);
    collection.set(document.uri, checked && findings && diagnosticsIn(checked, findings));
  };
  const scrolling = new Debouncer<vscode.TextDocument>();
  return vscode.Disposable.from(
    scrolling,
    checks.onDidCheck(show),
    // A folder check may show results for a closed document, so its pending update must not replace them.
    vscode.workspace.onDidCloseTextDocument((document) => scrolling.cancel(document)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      // If there are too many findings to show, those near the visible lines take precedence.
      if (document.isClosed || (collection.get(document.uri)?.length ?? 0) <= maxShown) return;
      scrolling.schedule(() => show(document), debounceMs.scroll, document);
    }),
  );
}

/** The findings to show in a checked document. */
function findingsIn(checked: Checked): readonly DocumentFinding[] {
  const { document, index } = checked;
  return listFindings(index, { rank: rankIn(checked), near: firstVisibleLine(document), max: maxShown });
}

/** Their diagnostics. */
function diagnosticsIn(checked: Checked, findings: readonly DocumentFinding[]): vscode.Diagnostic[] {
  const { document, index } = checked;
  const rank = rankIn(checked);
  const diagnostics = diagnosticsOf(document.uri, findings);
  const total = countFindings(index, (rule) => rank(rule) !== undefined);
  const [last] = diagnostics.slice(-1);
  // VS Code tells the user how many more there are, so it must be given that many.
  if (last) while (diagnostics.length < total) diagnostics.push(last);
  return diagnostics;
}

/** Ranks the rules in a document by severity, 0 for errors; undefined for those that are not shown. */
export function rankIn({ document, recognition, index }: Checked): (rule: RuleId) => number | undefined {
  const severityOf = severityIn(document.uri);
  return (rule) => {
    const severity = severityOf({ rule });
    const isShown =
      severity !== 'off' &&
      !isReportedByJsonService(document, rule) &&
      !(rule === 'mojibake' && isOpenedInOtherEncoding(document)) &&
      (rule !== 'foreign-file' || !index.foreign || isExplicit(recognition));
    return isShown ? severities.indexOf(severity) : undefined;
  };
}

/** The documents that were opened in the wrong encoding, and are to be reopened. */
export const misreadDocuments = new WeakSet<vscode.TextDocument>();

/** Whether the editor reads a document in another encoding than it should: then its letters may be right in the file. */
function isOpenedInOtherEncoding(document: vscode.TextDocument): boolean {
  return !document.encoding.startsWith('utf') || misreadDocuments.has(document);
}

/** The first visible line of a document; its first line if it is not visible. */
function firstVisibleLine(document: vscode.TextDocument): number {
  const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
  return editor?.visibleRanges[0]?.start.line ?? 0;
}

/** Whether VS Code's own JSON support reports the findings of a rule in an open document. */
export function isReportedByJsonService(document: vscode.TextDocument, rule: unknown): boolean {
  return coveredByJsonSupport.has(rule) && hasJsonSupport(document);
}

/** Turns the findings in a file into diagnostics, without those whose rule is off. */
export function diagnosticsOf(uri: vscode.Uri, findings: readonly DocumentFinding[]): vscode.Diagnostic[] {
  const severityOf = severityIn(uri);
  const diagnostics: vscode.Diagnostic[] = [];
  for (const { finding, range, earlier } of findings) {
    const severity = severityOf(finding);
    if (severity === 'off') continue;
    const diagnostic = new vscode.Diagnostic(rangeOf(range), message(finding), diagnosticSeverities[severity]);
    diagnostic.source = source;
    diagnostic.code = { value: finding.rule, target: rulePageUri(finding.rule) };
    if (earlier) {
      const location = new vscode.Location(uri, rangeOf(earlier));
      diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, 'The earlier record')];
    }
    diagnostics.push(diagnostic);
  }
  return diagnostics;
}
