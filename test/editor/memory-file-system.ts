import * as vscode from 'vscode';

/** A virtual file system of files in memory, as much of one as an editor needs. A path without a dot is a folder. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly #files = new Map<string, { readonly content: Uint8Array; readonly mtime: number }>();
  readonly #onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#onDidChangeFile.event;

  /** @param files their texts by their paths */
  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.#write(path, new TextEncoder().encode(text));
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (!uri.path.includes('.')) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { content, mtime } = this.#get(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: content.length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.#get(uri).content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#write(uri.path, content);
    this.#onDidChangeFile.fire([{ type, uri }]);
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const inside = [...this.#files.keys()].filter((file) => file.startsWith(`${path}/`));
    const names = new Set(inside.map((file) => file.slice(path.length + 1).replace(/\/.*/, '')));
    return [...names].map((name) => [name, name.includes('.') ? vscode.FileType.File : vscode.FileType.Directory]);
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#onDidChangeFile.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  createDirectory(): void {}

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  #get(uri: vscode.Uri): { readonly content: Uint8Array; readonly mtime: number } {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  /** Every change has a time of its own: VS Code takes a file of the same time for the same file. */
  #write(path: string, content: Uint8Array): void {
    this.#files.set(path, { content, mtime: (this.#files.get(path)?.mtime ?? Date.now()) + 1 });
  }
}
