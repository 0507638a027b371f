import * as vscode from 'vscode';
import type { Allowed } from '../../model/allowed.ts';
import type { Severity } from '../../model/severity.ts';
import type { Finding } from '../../record/finding.ts';
import { allowedSettings, type GetSetting, readAllowed, readSeverities, section } from '../../record/settings.ts';

/** Returns the severity that the user's settings give a finding in a resource. */
export function severityIn(resource: vscode.Uri): (finding: Pick<Finding, 'rule'>) => Severity {
  const severities = readSeverities(settingsOf(resource));
  return ({ rule }) => severities[rule];
}

/** The properties and values that the user's settings allow beside the schema in a resource. */
export function allowedIn(resource: vscode.Uri): Allowed {
  return readAllowed(settingsOf(resource));
}

/** The values that a new record gets instead of the defaults. */
export function newRecordValues(resource: vscode.Uri | undefined): Readonly<Record<string, unknown>> {
  const values = settingsOf(resource)('newRecord');
  return typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
}

/** The name of a setting as users know it. */
export function settingName(setting: string): string {
  return `${section}.${setting}`;
}

/** Shows a setting in the settings editor. */
export async function openSetting(setting: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', settingName(setting));
}

/** Whether a settings change affects the properties and values that are allowed beside the schema. */
export function affectsAllowed(event: vscode.ConfigurationChangeEvent): boolean {
  return Object.values(allowedSettings).some((setting) => event.affectsConfiguration(`${section}.${setting}`));
}

/** Whether a settings change affects this extension. */
export function affectsSettings(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(section);
}

/** The settings of a resource. They are read each time they are needed. */
function settingsOf(resource: vscode.Uri | undefined): GetSetting {
  const configuration = vscode.workspace.getConfiguration(section, resource);
  return (name) => configuration.get(name);
}
