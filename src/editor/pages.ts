import * as vscode from 'vscode';
import { rulePage } from '../record/rule-page.ts';
import { isRuleId, type RuleId } from '../record/rules.ts';
import { schemaId } from '../record/schema.ts';

/** The scheme of the documents that the extension itself serves, offline: the pages of the rules and the schema. */
const scheme = 'backup-response';

/** Where the page of a rule is: what the code of a diagnostic links to. */
export function rulePageUri(rule: RuleId): vscode.Uri {
  return vscode.Uri.from({ scheme, authority: 'rules', path: `/${rule}.md` });
}

/**
 * Serves the rules' pages, and at the schema's `$id` the schema that completes and explains: whoever names it in
 * `$schema` or in `json.schemas` gets no mistake said twice.
 */
export function servePages({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async (uri) => {
      if (uri.toString() === schemaId) {
        const schema = vscode.Uri.joinPath(extensionUri, 'schemas', 'backup-response.editor.schema.json');
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(schema));
      }
      const rule = uri.path.slice(1).replace(/\.md$/, '');
      return isRuleId(rule) ? rulePage(rule) : undefined;
    },
  });
}

/** Shows a rule's page. */
export async function openRulePage(rule: RuleId): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', rulePageUri(rule));
}
