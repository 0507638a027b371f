import * as vscode from 'vscode';
import type { RuleId } from '../record/rules/index.ts';
import { schemaId } from '../record/schema-id.ts';

/** The scheme of the documents that the extension itself serves, offline: the pages of the rules and the schema. */
const scheme = 'backup-response';

/** The page of all rules. */
const rulesUri = vscode.Uri.from({ scheme, authority: 'rules', path: '/rules.md' });

/** Where the page of a rule is: what the code of a diagnostic links to. */
export function rulePageUri(rule: RuleId): vscode.Uri {
  return vscode.Uri.from({ scheme, authority: 'rules', path: `/${rule}.md` });
}

/**
 * Serves the rules' pages, and at the schema's `$id` the schema that completes and explains: with that schema in
 * `$schema` or in `json.schemas`, no mistake is reported twice.
 */
export function servePages({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const read = async (...path: string[]) => {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, ...path)));
  };
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => {
      if (uri.toString() === schemaId) return read('schemas', 'backup-response.editor.schema.json');
      if (uri.toString() === rulesUri.toString()) return read('docs', 'rules', 'README.md');
      const [, rule] = /^\/([a-z0-9-]+)\.md$/.exec(uri.path) ?? [];
      return rule ? read('docs', 'rules', `${rule}.md`) : undefined;
    },
  });
}

/** Shows a rule's page. */
export async function openRulePage(rule: RuleId): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', rulePageUri(rule));
}

/** Shows the page of all rules, with its table and links where VS Code's Markdown preview is at hand. */
export async function openRules(): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', rulesUri);
  } catch {
    await vscode.commands.executeCommand('vscode.open', rulesUri);
  }
}
