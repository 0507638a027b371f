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
const saidByJson: ReadonlySet<unknown> = new Set<RuleId>(['syntax', 'duplicate-property']);

const severities: Readonly<Record<Exclude<Severity, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows what the checks find in open documents as diagnostics, and takes them away with their document. */
export function showDiagnostics(checks: Checks, collection: vscode.DiagnosticCollection): vscode.Disposable {
  return checks.onDidCheck((document) => {
    const checked = checks.last(document);
    if (checked && checked.version !== document.version) return; // A newer check is on its way.
    if (!checked) return collection.delete(document.uri);
    const diagnostics = diagnosticsOf(document.uri, checked.findings, (span) => rangeOf(document, span));
    collection.set(
      document.uri,
      diagnostics.filter((diagnostic) => !isSaidByJson(diagnostic)),
    );
  });
}

/** Whether VS Code's own JSON support says so too, where the file is open in a JSON editor. */
export function isSaidByJson({ code }: vscode.Diagnostic): boolean {
  return typeof code === 'object' && saidByJson.has(code.value);
}

/** The place of a finding in its document. */
export function rangeOf(document: vscode.TextDocument, { offset, length }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}

/**
 * The findings in a file that are not turned off, as VS Code shows them.
 * @param place says where in the file something stands
 */
export function diagnosticsOf(
  uri: vscode.Uri,
  findings: readonly Finding[],
  place: (span: Span) => vscode.Range,
): vscode.Diagnostic[] {
  const severityOf = severityIn(uri);
  const diagnostics: vscode.Diagnostic[] = [];
  for (const finding of findings) {
    const severity = severityOf(finding);
    if (severity === 'off') continue;
    const diagnostic = new vscode.Diagnostic(place(finding), message(finding), severities[severity]);
    diagnostic.source = source;
    diagnostic.code = { value: finding.rule, target: rulePageUri(finding.rule) };
    if (finding.rule === 'duplicate-job-id') {
      const earlier = new vscode.Location(uri, place(finding.earlier));
      diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(earlier, 'The earlier record')];
    }
    diagnostics.push(diagnostic);
  }
  return diagnostics;
}
