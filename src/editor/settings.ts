import * as vscode from 'vscode';
import type { Finding } from '../record/finding.ts';
import { defaultSeverities, type RuleId } from '../record/rules/index.ts';
import { type Severity, severities } from '../record/severity.ts';

/** The user's settings, read when they are used. */
const section = 'backupResponse';

/** Says of each finding how grave it is for the user, in one resource. */
export function severityIn(resource: vscode.Uri): (finding: Pick<Finding, 'rule'>) => Severity {
  const chosen = read<Record<string, unknown>>('rules', resource);
  return ({ rule }) => severityOf(rule, chosen);
}

/** The values that the user wants in a new record. */
export function newRecordValues(resource: vscode.Uri | undefined): Readonly<Record<string, unknown>> {
  return read('newRecord', resource);
}

/** Whether a change of settings bears on us. */
export function affectsUs(event: vscode.ConfigurationChangeEvent): boolean {
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
