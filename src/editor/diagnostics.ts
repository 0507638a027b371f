import * as vscode from 'vscode';
import type { Finding, Span } from '../record/finding.ts';
import { message } from '../record/message.ts';
import type { RuleId, Severity } from '../record/rules.ts';
import type { Checks } from './checks.ts';
import { rulePageUri } from './pages.ts';
import { severityIn } from './settings.ts';

/** Who says it: what stands behind the sentence in the Problems panel. */
export const source = 'BackupResponse';

/** What VS Code's own JSON support says in every JSON file. */
const saidByJson: ReadonlySet<RuleId> = new Set(['syntax', 'duplicate-property']);

const severities: Readonly<Record<Exclude<Severity, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows what the checks find as diagnostics, and takes them away with their document. */
export function showDiagnostics(checks: Checks): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('backupResponse');
  const show = (document: vscode.TextDocument): void => {
    const checked = checks.last(document);
    if (checked && checked.version !== document.version) return; // A newer check is on its way.
    if (checked) collection.set(document.uri, diagnosticsOf(document, checked.findings));
    else collection.delete(document.uri);
  };
  return vscode.Disposable.from(collection, checks.onDidCheck(show));
}

/** The place of a finding in its document. */
export function rangeOf(document: vscode.TextDocument, { offset, length }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}

function diagnosticsOf(document: vscode.TextDocument, findings: readonly Finding[]): vscode.Diagnostic[] {
  const severityOf = severityIn(document.uri);
  const diagnostics: vscode.Diagnostic[] = [];
  for (const finding of findings) {
    const severity = severityOf(finding);
    if (severity === 'off' || saidByJson.has(finding.rule)) continue;
    diagnostics.push(diagnosticOf(document, finding, severities[severity]));
  }
  return diagnostics;
}

function diagnosticOf(
  document: vscode.TextDocument,
  finding: Finding,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), message(finding), severity);
  diagnostic.source = source;
  diagnostic.code = { value: finding.rule, target: rulePageUri(finding.rule) };
  if (finding.rule === 'duplicate-job-id') {
    const earlier = new vscode.Location(document.uri, rangeOf(document, finding.earlier));
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(earlier, 'The earlier record')];
  }
  return diagnostic;
}
