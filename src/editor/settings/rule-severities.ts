import * as vscode from 'vscode';
import { type Severity, severities } from '../../model/severity.ts';
import { defaultSeverities, type RuleId } from '../../record/rules/index.ts';
import { showInformation } from '../workbench/messages.ts';
import { changeEntry, sayChanged, type Undo } from './change-setting.ts';
import { type ChangedRule, changedRules, severityEntry } from './changed-rules.ts';
import { scopesWith, scopeToChange } from './setting-entry.ts';
import { severityIn } from './settings.ts';

/** The command of "Turn off …". */
export function turnOffRule(resource: vscode.Uri, rule: RuleId): Promise<void> {
  return setSeverity(resource, rule, 'off');
}

/** The command of "Change the severity of …": asks for the severity. The present one comes first: Enter changes nothing. */
export async function changeSeverity(resource: vscode.Uri, rule: RuleId): Promise<void> {
  const present = severityIn(resource)({ rule });
  const items = [present, ...severities.filter((severity) => severity !== present)].map((severity) => ({
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

/** The command Reset Rules: lists the rules that are off or have another severity, and resets the one that is picked. */
export async function resetRules(resource: vscode.Uri): Promise<void> {
  const changed = changedRules(resource);
  if (changed.length === 0) {
    void showInformation('All rules have their default severity here.');
    return;
  }
  const items = changed.map(({ rule, severity }) => ({
    label: rule,
    description: `${severity} in ${scopesWith(severityEntry(resource, rule))
      .map(({ name }) => name)
      .join(' and in ')}`,
    detail: `Resets it to ${defaultSeverities[rule]}, its default.`,
    change: { rule, severity },
  }));
  const placeHolder = 'Select a rule to turn it on again, or to reset its severity';
  const picked = await vscode.window.showQuickPick(items, { title: 'Reset Rules', placeHolder });
  if (picked) await reset(resource, picked.change);
}

/** Removes the severity of a rule from all settings that apply here: from all of them, or from none. */
async function reset(resource: vscode.Uri, { rule, severity }: ChangedRule): Promise<void> {
  const entry = severityEntry(resource, rule);
  const undos: Undo[] = [];
  const undoAll = async (): Promise<void> => {
    for (const undo of undos) await undo();
  };
  for (const scope of scopesWith(entry)) {
    const undo = await changeEntry(entry, scope, undefined);
    if (!undo) return undoAll();
    undos.push(undo);
  }
  const change = severity === 'off' ? `"${rule}" is on` : `The severity of "${rule}" is ${defaultSeverities[rule]}`;
  void sayChanged(`${change} again.`, undoAll);
}
