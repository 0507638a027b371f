import * as vscode from 'vscode';
import { type Allowed, enumProperties } from '../../model/allowed.ts';
import { type Severity, severities } from '../../model/severity.ts';
import type { Finding } from '../../record/finding.ts';
import { defaultSeverities, type RuleId } from '../../record/rules/index.ts';

/** Settings are read each time they are needed. */
export const section = 'backupResponse';

/** The settings that hold what is allowed beside the schema, without the section. */
export const allowedSettings = { values: 'additionalValues', properties: 'additionalProperties' } as const;

/** Returns the severity that the user's settings give a finding in a resource. */
export function severityIn(resource: vscode.Uri): (finding: Pick<Finding, 'rule'>) => Severity {
  const chosen = read<Record<string, unknown>>('rules', resource);
  return ({ rule }) => severityOf(rule, chosen);
}

/** The values that a new record gets instead of the defaults. */
export function newRecordValues(resource: vscode.Uri | undefined): Readonly<Record<string, unknown>> {
  return read('newRecord', resource);
}

/** What a resource may have beside the schema. Whatever else the settings say is ignored. */
export function allowedIn(resource: vscode.Uri): Allowed {
  const values = read<Record<string, unknown>>(allowedSettings.values, resource);
  const names = enumProperties.map(([name]) => [name, stringsIn(values[name])] as const);
  return { values: Object.fromEntries(names), properties: stringsIn(read(allowedSettings.properties, resource)) };
}

/** The name of a setting as users know it. */
export function settingName(setting: string): string {
  return `${section}.${setting}`;
}

/** Shows a setting in the settings editor. */
export async function openSetting(setting: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', settingName(setting));
}

/** Whether a settings change affects what a resource may have beside the schema. */
export function affectsAllowed(event: vscode.ConfigurationChangeEvent): boolean {
  return Object.values(allowedSettings).some((setting) => event.affectsConfiguration(`${section}.${setting}`));
}

/** Whether a settings change affects this extension. */
export function affectsSettings(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(section);
}

function severityOf(rule: RuleId, chosen: Readonly<Record<string, unknown>>): Severity {
  const severity = Object.hasOwn(chosen, rule) ? chosen[rule] : undefined;
  return severities.find((known) => known === severity) ?? defaultSeverities[rule];
}

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function read<T extends object>(setting: string, resource: vscode.Uri | undefined): T {
  const value: unknown = vscode.workspace.getConfiguration(section, resource).get(setting);
  return (typeof value === 'object' && value !== null ? value : {}) as T;
}
