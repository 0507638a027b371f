import * as vscode from 'vscode';
import { literalPattern } from '../../files/association.ts';
import { schemaId } from '../../model/schema-id.ts';
import type { Checked, Checks } from '../problems/checks.ts';
import { hasJsonSupport } from '../workbench/languages.ts';
import { beginningOf } from './beginning.ts';
import { hasJsonSchema, textOf } from './json-schemas.ts';

/** The file that `contributes.jsonValidationRegistry` names. */
const registryUri = vscode.Uri.parse('backup-response-registry://schemas/schemas.json');

/**
 * Gives our schema to VS Code's JSON service for the open documents that are not recognized by their name. Without a
 * schema, the service would offer the names and values of the other records as well, and each would be in the list twice.
 * The service reads a file of our own file system, and again when that changes; versions of VS Code that do not know such
 * a registry never read it.
 */
export class SchemaRegistry implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #subscriptions: vscode.Disposable;
  readonly #patterns = new Map<vscode.TextDocument, string>();
  /** The documents whose patterns VS Code has read. */
  #read: ReadonlySet<vscode.TextDocument> = new Set();
  #changed = Date.now();

  readonly onDidChangeFile = this.#onDidChangeFile.event;

  constructor(checks: Checks) {
    this.#subscriptions = vscode.Disposable.from(
      this.#onDidChangeFile,
      vscode.workspace.registerFileSystemProvider(registryUri.scheme, this, { isReadonly: true }),
      checks.onDidCheck((document) => this.#update(document, checks.of(document))),
    );
  }

  /** Whether VS Code's JSON service has got our schema for a document from here. */
  has(document: vscode.TextDocument): boolean {
    return this.#read.has(document);
  }

  #update(document: vscode.TextDocument, checked: Checked | undefined): void {
    const isListed = this.#patterns.has(document);
    if (checked ? isListed || !needsSchema(checked) : !isListed) return;
    if (checked) this.#patterns.set(document, patternOf(document.uri));
    else this.#patterns.delete(document);
    this.#changed = Math.max(Date.now(), this.#changed + 1);
    this.#onDidChangeFile.fire([{ type: vscode.FileChangeType.Changed, uri: registryUri }]);
  }

  readFile(): Uint8Array {
    this.#read = new Set(this.#patterns.keys());
    return this.#content();
  }

  stat(): vscode.FileStat {
    const { File } = vscode.FileType;
    return { type: File, ctime: 0, mtime: this.#changed, size: this.#content().length };
  }

  #content(): Uint8Array {
    const fileMatch = [...this.#patterns.values()];
    const schemas = fileMatch.length > 0 ? [{ fileMatch, url: schemaId }] : [];
    return new TextEncoder().encode(JSON.stringify({ schemas }));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  readDirectory(): never {
    throw vscode.FileSystemError.FileNotADirectory(registryUri);
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions(registryUri);
  }

  readonly writeFile = this.createDirectory;
  readonly delete = this.createDirectory;
  readonly rename = this.createDirectory;

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

/** Whether VS Code's JSON service would answer from nothing but the words of a document. */
function needsSchema({ document, recognition }: Checked): boolean {
  return recognition === 'content' && hasJsonSupport(document) && !hasJsonSchema(document, beginningOf(document));
}

/** A pattern for one file. In another extension host its URI may have another scheme, so its path has to do. */
function patternOf(uri: vscode.Uri): string {
  const text = textOf(uri);
  const path = text.replace(/^[\w.+-]+:(\/\/[^/]*)?/, '');
  return literalPattern(path.startsWith('/') ? path : text);
}
