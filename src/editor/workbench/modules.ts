import * as vscode from 'vscode';

/** Loads a module from `dist` when it is first asked for, and only once. A load that fails is tried again. */
export function lazyModule<Module>(extensionUri: vscode.Uri, name: string): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  return () => {
    loading ??= importModule<Module>(extensionUri, name).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/**
 * Imports an ES module from the extension's `dist` folder.
 *
 * Node imports the file. A web worker may have no URL for it, so it imports the content as a blob, which the worker's
 * content security policy allows (webWorkerExtensionHostIframe.html in VS Code).
 * @throws the error of the import
 */
export async function importModule<Module>(extensionUri: vscode.Uri, name: string): Promise<Module> {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist');
  if (typeof process === 'object' && process.versions?.node) {
    return import(vscode.Uri.joinPath(folder, name).toString());
  }
  return import(await blobUrl(folder, name));
}

/** The URLs of blobs by file: a module that two others import must be the same for both. */
const blobUrls = new Map<string, Promise<string>>();

/** The URL of a module whose own imports, from the same folder, are URLs of blobs, too. One that fails is made again. */
function blobUrl(folder: vscode.Uri, name: string): Promise<string> {
  const known = blobUrls.get(name);
  if (known) return known;
  const url = createBlob(folder, name).catch((error) => {
    blobUrls.delete(name);
    throw error;
  });
  blobUrls.set(name, url);
  return url;
}

async function createBlob(folder: vscode.Uri, name: string): Promise<string> {
  const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
  let code = new TextDecoder().decode(content);
  for (const [, imported = ''] of code.matchAll(importedModule)) {
    code = code.replaceAll(`"./${imported}"`, JSON.stringify(await blobUrl(folder, imported)));
  }
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}

/** An import as the bundler writes it. */
const importedModule = /\b(?:from|import) ?"\.\/([\w-]+\.mjs)"/g;
