import * as vscode from 'vscode';

/**
 * Imports an ES module of the extension's when it is first needed.
 *
 * Node imports a file. A web worker may know no address of it, and imports its content as a blob, which the content
 * security policy of the worker allows.
 * @see webWorkerExtensionHostIframe.html of VS Code
 * @throws what the import throws
 */
export async function importModule<Module>(extensionUri: vscode.Uri, name: string): Promise<Module> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', name);
  if (typeof process === 'object' && process.versions?.node) return import(file.toString());
  const content = await vscode.workspace.fs.readFile(file);
  const address = URL.createObjectURL(new Blob([content], { type: 'text/javascript' }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
