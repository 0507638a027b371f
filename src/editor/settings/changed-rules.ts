import type * as vscode from 'vscode';
import type { Severity } from '../../model/severity.ts';
import { defaultSeverities, type RuleId, ruleIds } from '../../record/rules/index.ts';
import type { SettingEntry } from './setting-entry.ts';
import { severityIn } from './settings.ts';

/** A rule that has not its default severity in a resource. */
export interface ChangedRule {
  readonly rule: RuleId;
  readonly severity: Severity;
}

/** The rules that the settings of a resource turn off or give another severity. */
export function changedRules(resource: vscode.Uri): ChangedRule[] {
  const severityOf = severityIn(resource);
  return ruleIds
    .map((rule) => ({ rule, severity: severityOf({ rule }) }))
    .filter(({ rule, severity }) => severity !== defaultSeverities[rule]);
}

/** The entry of the settings that holds the severity of a rule. */
export function severityEntry(resource: vscode.Uri, rule: RuleId): SettingEntry {
  return { resource, setting: 'rules', key: rule };
}
