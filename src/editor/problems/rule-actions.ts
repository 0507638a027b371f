import * as vscode from 'vscode';
import { defaultSeverities, type RuleId } from '../../record/rules/index.ts';
import { type Severity, severities } from '../../record/severity.ts';
import { commandId } from '../command-ids.ts';
import { count } from '../count.ts';
import { settingsPlace, severityIn, updateSetting } from '../settings.ts';
import type { Checks } from './checks.ts';

/** What the light bulb offers about a rule itself: to silence it where it annoys, and to read what it means. */
export function ruleActions(resource: vscode.Uri, rule: RuleId): vscode.CodeAction[] {
  return [
    commandAction(`Turn off "${rule}" in ${settingsPlace()}`, 'turnOffRule', [resource, rule]),
    commandAction(`Change the severity of "${rule}"…`, 'changeSeverity', [resource, rule]),
    commandAction(`About the rule "${rule}"`, 'openRule', [rule]),
  ];
}

function commandAction(
  title: string,
  command: 'turnOffRule' | 'changeSeverity' | 'openRule',
  args: readonly unknown[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: commandId(command), arguments: [...args] };
  return action;
}

/** The command behind "Turn off …". */
export function turnOffRule(resource: vscode.Uri, rule: RuleId): Promise<void> {
  return setSeverity(resource, rule, 'off');
}

/** The command behind "Change the severity of …": asks for the severity, and shows the present one as picked. */
export async function changeSeverity(resource: vscode.Uri, rule: RuleId): Promise<void> {
  const present = severityIn(resource)({ rule });
  const items = severities.map((severity) => ({
    label: severity,
    description: [severity === present ? 'now' : '', severity === defaultSeverities[rule] ? 'default' : '']
      .filter((word) => word !== '')
      .join(', '),
  }));
  const title = `Severity of "${rule}" in ${settingsPlace()}`;
  const picked = await vscode.window.showQuickPick(items, { title });
  if (picked) await setSeverity(resource, rule, picked.label);
}

async function setSeverity(resource: vscode.Uri, rule: RuleId, severity: Severity): Promise<void> {
  await updateSetting(resource, 'rules', (current) => ({ ...current, [rule]: severity }));
}

/** The command that runs after "Fix 1 of 3 …": says in the status bar what is left of the rule's problems. */
export async function sayWhatIsLeft(checks: Checks, uri: vscode.Uri, rule: RuleId): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  const checked = document && (await checks.current(document));
  if (!checked) return;
  const left = checked.index.countOf(rule);
  const text =
    left === 0 ? `No "${rule}" problem is left` : `${count(left, `"${rule}" problem`)} left for you to decide`;
  vscode.window.setStatusBarMessage(text, 5_000);
}
