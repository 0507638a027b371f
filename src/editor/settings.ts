import * as vscode from 'vscode';
import type { Finding } from '../record/finding.ts';
import { defaultSeverities, type RuleId } from '../record/rules/index.ts';
import { type Severity, severities } from '../record/severity.ts';

/** Settings are read each time they are needed. */
const section = 'backupResponse';

/** Returns the severity that the user's settings give a finding in a resource. */
export function severityIn(resource: vscode.Uri): (finding: Pick<Finding, 'rule'>) => Severity {
  const chosen = read<Record<string, unknown>>('rules', resource);
  return ({ rule }) => severityOf(rule, chosen);
}

/** The values that a new record gets instead of the defaults. */
export function newRecordValues(resource: vscode.Uri | undefined): Readonly<Record<string, unknown>> {
  return read('newRecord', resource);
}

/** Whether a settings change affects this extension. */
export function affectsSettings(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(section);
}

function severityOf(rule: RuleId, chosen: Readonly<Record<string, unknown>>): Severity {
  const severity = Object.hasOwn(chosen, rule) ? chosen[rule] : undefined;
  return severities.find((known) => known === severity) ?? defaultSeverities[rule];
}

function read<T extends object>(setting: string, resource: vscode.Uri | undefined): T {
  const value: unknown = vscode.workspace.getConfiguration(section, resource).get(setting);
  return (typeof value === 'object' && value !== null ? value : {}) as T;
}
