import * as vscode from 'vscode';
import { log } from '../workbench/log.ts';

/** The key in the workspace state that holds the list of URIs. */
const key = 'excludedFiles';

/** The files that the user wants this extension to ignore. The workspace state remembers them. */
export class Exclusions implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #uris = new Set<string>();
  /** Untitled names are reused, so an untitled document is excluded only as long as it is open. */
  readonly #untitled = new WeakSet<vscode.TextDocument>();
  readonly #onDidChange = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;

  /** Fires when a file is excluded or included again. */
  readonly onDidChange = this.#onDidChange.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    const remembered = memory.get<unknown>(key);
    if (Array.isArray(remembered)) for (const uri of remembered) this.#uris.add(String(uri));
    this.#subscriptions = vscode.Disposable.from(
      this.#onDidChange,
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#move(oldUri, newUri);
      }),
    );
  }

  has(file: vscode.TextDocument | { readonly uri: vscode.Uri }): boolean {
    return this.#uris.has(file.uri.toString()) || this.#untitled.has(file as vscode.TextDocument);
  }

  set(document: vscode.TextDocument, isExcluded: boolean): void {
    const { uri } = document;
    if (document.isUntitled) {
      if (isExcluded) this.#untitled.add(document);
      else this.#untitled.delete(document);
    } else {
      if (isExcluded) this.#uris.add(uri.toString());
      else this.#uris.delete(uri.toString());
      this.#remember();
    }
    this.#onDidChange.fire(uri);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Follows a renamed file, or all files of a renamed folder. */
  #move(from: vscode.Uri, to: vscode.Uri): void {
    const moved = [...this.#uris].filter((uri) => uri === from.toString() || uri.startsWith(`${from}/`));
    if (moved.length === 0) return;
    for (const uri of moved) {
      this.#uris.delete(uri);
      this.#uris.add(`${to}${uri.slice(from.toString().length)}`);
    }
    this.#remember();
    for (const uri of this.#uris) this.#onDidChange.fire(vscode.Uri.parse(uri));
  }

  #remember(): void {
    this.#memory.update(key, [...this.#uris]).then(undefined, (error) => {
      log.error('The list of excluded files could not be saved.', error);
    });
  }
}
