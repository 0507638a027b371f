import * as vscode from 'vscode';

/**
 * Imports an ES module from the extension's `dist` folder.
 *
 * Node imports the file. A web worker may have no URL for it, so it imports the content as a blob, which the worker's
 * content security policy allows (webWorkerExtensionHostIframe.html in VS Code).
 * @throws what the import throws
 */
export async function importModule<Module>(extensionUri: vscode.Uri, name: string): Promise<Module> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', name);
  if (typeof process === 'object' && process.versions?.node) return import(file.toString());
  const content = await vscode.workspace.fs.readFile(file);
  const url = URL.createObjectURL(new Blob([content], { type: 'text/javascript' }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
