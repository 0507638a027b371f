import * as vscode from 'vscode';
import { log } from '../log.ts';

/** Under what they are kept in the state of the workspace: a list of URIs. */
const key = 'excludedFiles';

/** The files that the user does not want to be treated as ours, as long as the workspace remembers them. */
class Exclusions {
  #memory: vscode.Memento | undefined;
  readonly #uris = new Set<string>();
  /** An untitled document goes with its window, and the next one may have its name. */
  readonly #untitled = new WeakSet<vscode.TextDocument>();
  readonly #onDidChange = new vscode.EventEmitter<vscode.Uri>();

  /** A file has been excluded, or is not any more. */
  readonly onDidChange = this.#onDidChange.event;

  /** Takes what was remembered, and remembers from now on. */
  rememberIn(memory: vscode.Memento): vscode.Disposable {
    this.#memory = memory;
    const remembered = memory.get<unknown>(key);
    if (Array.isArray(remembered)) for (const uri of remembered) this.#uris.add(String(uri));
    return vscode.Disposable.from(
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

  /** Follows a file, or all in a folder, to a new place. */
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
    this.#memory?.update(key, [...this.#uris]).then(undefined, (error) => {
      log.error('Which files are not to be treated as BackupResponse files could not be remembered.', error);
    });
  }
}

/** Those of this window's workspace. */
export const exclusions = new Exclusions();
