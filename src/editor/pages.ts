import * as vscode from 'vscode';
import { isRuleId, type RuleId } from '../record/rules.ts';
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
 * Serves the rules' pages, and at the schema's `$id` the schema that completes and explains: whoever names it in
 * `$schema` or in `json.schemas` gets no mistake said twice.
 */
export function servePages({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const read = async (...path: string[]) => {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, ...path)));
  };
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async (uri) => {
      if (uri.toString() === schemaId) return read('schemas', 'backup-response.editor.schema.json');
      if (uri.toString() === rulesUri.toString()) return read('docs', 'rules.md');
      const rule = uri.path.slice(1).replace(/\.md$/, '');
      return isRuleId(rule) ? sectionOf(await read('docs', 'rules.md'), rule) : undefined;
    },
  });
}

/** Of the page of all rules, the part on one, as a page of its own. */
function sectionOf(page: string, rule: RuleId): string | undefined {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${rule}\n`));
  return section && `# ${section.replace(/^###/gm, '##')}`;
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
