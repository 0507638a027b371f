import * as vscode from 'vscode';
import type { RuleId } from '../../record/rules/index.ts';

/** The scheme of the documents that the extension serves: the rules' pages and the schema. */
export const pageScheme = 'backup-response';

/** The page that explains all rules. */
export const rulesUri = vscode.Uri.from({ scheme: pageScheme, authority: 'rules', path: '/rules.md' });

/** The page of a rule, which the code of a diagnostic links to. */
export function rulePageUri(rule: RuleId): vscode.Uri {
  return rulesUri.with({ path: `/${rule}.md` });
}

/** The command Open Rule: opens the page of one rule. */
export async function openRulePage(rule: RuleId): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', rulePageUri(rule));
}

/** The command Open Rules: opens the page of all rules, as a Markdown preview if VS Code has one. */
export async function openRules(): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', rulesUri);
  } catch {
    await vscode.commands.executeCommand('vscode.open', rulesUri);
  }
}
