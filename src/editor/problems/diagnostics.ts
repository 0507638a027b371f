import * as vscode from 'vscode';
import { countFindings, type DocumentFinding, listFindings } from '../../index/listing.ts';
import { visibleFindings } from '../../index/visible.ts';
import { message } from '../../record/message.ts';
import type { RuleId } from '../../record/rules/index.ts';
import { type Severity, severities } from '../../record/severity.ts';
import { rulePageUri } from '../pages.ts';
import { isExplicit } from '../recognition/recognition.ts';
import { severityIn } from '../settings.ts';
import { rangeOf } from '../source.ts';
import type { Checked, Checks } from './checks.ts';

/** Who says it: what stands behind the sentence in the Problems panel. */
export const source = 'BackupResponse';

/** What VS Code's own JSON support says in every JSON file. */
const reportedByJsonService: ReadonlySet<unknown> = new Set<RuleId>(['syntax', 'duplicate-property']);

const diagnosticSeverities: Readonly<Record<Exclude<Severity, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** What VS Code takes of one owner in one file. */
const mostShown = 1_000;
/** How long the view must rest before the findings near it are shown, in milliseconds. */
const rest = 200;

/** Shows what the checks find in open documents as diagnostics, and takes them away with their document. */
export function showDiagnostics(checks: Checks, collection: vscode.DiagnosticCollection): vscode.Disposable {
  const show = (document: vscode.TextDocument) => {
    const checked = checks.of(document);
    if (checked && !checked.index.isSettled) return; // A newer check is on its way.
    collection.set(document.uri, checked && diagnosticsIn(checked));
  };
  // While the first check of a large document goes on, what the user sees is shown.
  const showVisible = (document: vscode.TextDocument) => {
    const checked = checks.of(document);
    if (!checked || collection.has(document.uri)) return;
    const [first, last] = visibleLines(document);
    const { source, format } = checked.index;
    const findings = visibleFindings(source, format, first, last).filter(
      ({ finding }) => !isReportedByJsonService(document, finding.rule),
    );
    collection.set(document.uri, diagnosticsOf(document.uri, findings));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(timer) },
    checks.onDidCheck(show),
    checks.onDidPause(showVisible),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      // Of more than can be shown, those that are near come first: others now than before.
      if ((collection.get(document.uri)?.length ?? 0) <= mostShown) return;
      clearTimeout(timer);
      timer = setTimeout(() => show(document), rest);
    }),
  );
}

/** What is wrong in a document that has been checked. */
function diagnosticsIn(checked: Checked): vscode.Diagnostic[] {
  const { document, index } = checked;
  const rank = rankIn(checked);
  const findings = listFindings(index, { rank, near: visibleLines(document)[0] ?? 0, most: mostShown });
  const diagnostics = diagnosticsOf(document.uri, findings);
  const total = countFindings(index, (rule) => rank(rule) !== undefined);
  const [last] = diagnostics.slice(-1);
  // VS Code says itself how many more there are; for that it must be given as many.
  if (last) while (diagnostics.length < total) diagnostics.push(last);
  return diagnostics;
}

/** Says of each rule how grave its findings are in a document, 0 for errors; undefined where we do not show them. */
export function rankIn({ document, recognition }: Checked): (rule: RuleId) => number | undefined {
  const severityOf = severityIn(document.uri);
  return (rule) => {
    const severity = severityOf({ rule });
    const isOurs =
      severity !== 'off' &&
      !isReportedByJsonService(document, rule) &&
      (rule !== 'foreign-file' || isExplicit(recognition));
    return isOurs ? severities.indexOf(severity) : undefined;
  };
}

/** The lines of a document that the user sees, the first and the last; the first ones where it is not shown. */
function visibleLines(document: vscode.TextDocument): readonly [number, number] {
  const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
  const [first] = editor?.visibleRanges ?? [];
  return [first?.start.line ?? 0, editor?.visibleRanges.at(-1)?.end.line ?? 100];
}

/** Whether VS Code's own JSON support says so too, where the document is open in a JSON editor. */
export function isReportedByJsonService({ languageId }: vscode.TextDocument, rule: unknown): boolean {
  return reportedByJsonService.has(rule) && /^jsonc?$/.test(languageId);
}

/** The findings in a file that are not turned off, as VS Code shows them. */
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
