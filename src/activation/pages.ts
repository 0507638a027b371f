import * as vscode from 'vscode';
import { pageScheme, rulesUri } from '../editor/workbench/pages.ts';
import { schemaId } from '../model/schema-id.ts';

/**
 * Serves the rules' pages and the page on readers, which they link to, and at the schema's `$id` the editor schema, which
 * completes and explains but never complains. So no problem is reported twice in files with this `$id`.
 */
export function servePages({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const read = async (...path: string[]) => {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, ...path)));
  };
  return vscode.workspace.registerTextDocumentContentProvider(pageScheme, {
    provideTextDocumentContent: (uri) => {
      if (uri.toString() === schemaId) return read('schemas', 'backup-response.editor.schema.json');
      if (uri.toString() === rulesUri.toString()) return read('docs', 'rules', 'README.md');
      const page = /^\/(?:rules\/)?([a-z0-9-]+)\.md$/.exec(uri.path)?.[1];
      if (page === 'readers') return read('docs', 'readers.md');
      return page && read('docs', 'rules', `${page}.md`);
    },
  });
}
