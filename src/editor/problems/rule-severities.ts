import * as vscode from 'vscode';
import { defaultSeverities, type RuleId } from '../../record/rules/index.ts';
import { type Severity, severities } from '../../record/severity.ts';
import { changeEntry, type SettingEntry, scopeToChange } from '../setting-entry.ts';
import { severityIn } from '../settings.ts';
import { sayChanged } from './say-changed.ts';

/** The entry of the settings that holds the severity of a rule. */
export function severityEntry(resource: vscode.Uri, rule: RuleId): SettingEntry {
  return { resource, setting: 'rules', key: rule };
}

/** The command of "Turn off …". */
export function turnOffRule(resource: vscode.Uri, rule: RuleId): Promise<void> {
  return setSeverity(resource, rule, 'off');
}

/** The command of "Change the severity of …": asks for the severity, and shows the present one as picked. */
export async function changeSeverity(resource: vscode.Uri, rule: RuleId): Promise<void> {
  const present = severityIn(resource)({ rule });
  const items = severities.map((severity) => ({
    label: severity,
    description: [severity === present ? 'now' : '', severity === defaultSeverities[rule] ? 'default' : '']
      .filter((word) => word !== '')
      .join(', '),
  }));
  const title = `Severity of "${rule}" in ${scopeToChange(severityEntry(resource, rule)).name}`;
  const picked = await vscode.window.showQuickPick(items, { title });
  if (picked && picked.label !== present) await setSeverity(resource, rule, picked.label);
}

async function setSeverity(resource: vscode.Uri, rule: RuleId, severity: Severity): Promise<void> {
  const entry = severityEntry(resource, rule);
  const scope = scopeToChange(entry);
  const undo = await changeEntry(entry, scope, severity);
  const change = severity === 'off' ? `"${rule}" is off` : `The severity of "${rule}" is ${severity}`;
  if (undo) void sayChanged(`${change} in ${scope.name}.`, undo);
}
