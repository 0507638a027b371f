import * as vscode from 'vscode';
import type { Finding } from '../../record/finding.ts';
import type { RuleId } from '../../record/rules/index.ts';
import { commandId } from '../command-ids.ts';
import { allowAction } from '../settings/allow-action.ts';
import { severityEntry } from '../settings/changed-rules.ts';
import { scopeToChange } from '../settings/setting-entry.ts';
import { count } from '../workbench/count.ts';
import { openDocument } from '../workbench/uris.ts';
import type { Checks } from './checks.ts';

/** For each rule an action that explains it. */
export function aboutActions(findings: readonly Finding[]): vscode.CodeAction[] {
  return rulesOf(findings).map((rule) => commandAction(`About the rule "${rule}"`, 'openRule', [rule]));
}

/** The actions that change settings: a finding is not reported any more, or with another severity. */
export function settingActions(resource: vscode.Uri, findings: readonly Finding[]): vscode.CodeAction[] {
  const allowing = findings.map((finding) => allowAction(resource, finding)).filter((action) => action !== undefined);
  return [
    // A value that occurs twice in a selection is allowed once.
    ...new Map(allowing.map((action) => [action.title, action])).values(),
    ...rulesOf(findings).flatMap((rule) => [
      commandAction(`Turn off "${rule}" in ${scopeToChange(severityEntry(resource, rule)).name}`, 'turnOffRule', [
        resource,
        rule,
      ]),
      commandAction(`Change the severity of "${rule}"…`, 'changeSeverity', [resource, rule]),
    ]),
  ];
}

function rulesOf(findings: readonly Finding[]): readonly RuleId[] {
  return [...new Set(findings.map(({ rule }) => rule))];
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

/** The command that runs after "Fix 1 of 3 …": counts the remaining problems of the rule in the status bar. */
export async function reportRemaining(checks: Checks, uri: vscode.Uri, rule: RuleId): Promise<void> {
  const document = openDocument(uri);
  const checked = document && (await checks.current(document));
  if (!checked) return;
  const left = checked.index.countOf(rule);
  const text =
    left === 0 ? `No "${rule}" problem is left` : `${count(left, `"${rule}" problem`)} left for you to decide`;
  vscode.window.setStatusBarMessage(text, 5_000);
}
