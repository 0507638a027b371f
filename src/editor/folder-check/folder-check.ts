import * as vscode from 'vscode';
import { Lines } from '../../document/lines.ts';
import { type CheckedFile, checkFound } from '../../files/check-file.ts';
import { log } from '../log.ts';
import type { Checks } from '../problems/checks.ts';
import { diagnosticsOf, isReportedByJsonService } from '../problems/diagnostics.ts';
import { exclusions } from '../recognition/exclusions.ts';
import { affectsUs } from '../settings.ts';
import { type DiskChanges, isGone, watchFolders } from './disk-changes.ts';
import { findFiles } from './search.ts';

/** What a check of folders has come to. */
export interface FolderCounts {
  /** How many files the search found, and how many of them have been looked at. */
  readonly found: number;
  done: number;
  /** How many of those hold records, how many of these have problems, and how many problems that is. */
  files: number;
  filesWithFindings: number;
  findings: number;
  /** How many could not be read; the log says which. */
  unreadable: number;
}

/** How many files are read at the same time. */
const readers = 8;
/** How long the check may keep the extension host from everything else, in milliseconds. A file is checked whole. */
const slice = 10;

/**
 * Checks the files in folders and shows what is wrong in them, as they are on disk, until it is disposed. A document
 * that is open and checked speaks for itself, in the same collection: so nothing is said twice.
 */
export class FolderCheck implements vscode.Disposable {
  /** All files that the search found, whether they hold records or not, by their URIs as text. */
  readonly #known = new Map<string, vscode.Uri>();
  /** Those with findings, of whatever severity. */
  readonly #flagged = new Map<string, vscode.Uri>();
  /** One thing after the other, so that of two checks of a file the later one stays. */
  #work: Promise<unknown> = Promise.resolve();
  #sliceEnd = 0;
  readonly #ended = new vscode.CancellationTokenSource();
  readonly #subscriptions: vscode.Disposable;

  constructor(
    readonly folders: readonly vscode.Uri[],
    readonly checks: Checks,
    readonly collection: vscode.DiagnosticCollection,
  ) {
    const look = (document: vscode.TextDocument) => this.#onDocument(document);
    this.#subscriptions = vscode.Disposable.from(
      checks.onDidCheck(look),
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidCloseTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        // Their texts are not kept, there may be many: they are read again. Without findings a file has none anyway.
        if (affectsUs(event)) this.#checkAgain([...this.#flagged.values()]);
      }),
      exclusions.onDidChange((uri) => {
        if (this.#known.has(uri.toString())) this.#checkAgain([uri]);
      }),
      watchFolders(folders, (changes) => this.#onDisk(changes)),
    );
  }

  /**
   * Checks all the files, once.
   * @param onProgress hears the counts after each file
   */
  run(token: vscode.CancellationToken, onProgress: (counts: FolderCounts) => void): Promise<FolderCounts> {
    const stop = new vscode.CancellationTokenSource();
    token.onCancellationRequested(() => stop.cancel());
    this.#ended.token.onCancellationRequested(() => stop.cancel());
    return this.#queue(async () => this.#checkAll(await this.#findNew(stop.token), stop.token, onProgress));
  }

  /** Ends what goes on, and takes away what it shows. */
  dispose(): void {
    this.#subscriptions.dispose();
    this.#ended.cancel();
    for (const uri of [...this.#flagged.values()]) this.#forget(uri);
  }

  /** What shows of a file depends on whether it is open, and how. */
  #onDocument(document: vscode.TextDocument): void {
    const { uri } = document;
    // If it is checked, what shows is its own.
    if (!this.#flagged.has(uri.toString()) || this.checks.of(document)) return;
    if (this.#isWithheld(uri)) this.collection.delete(uri);
    else this.#checkAgain([uri]);
  }

  #onDisk({ changed, gone, hasNew }: DiskChanges): void {
    void this.#queue(async () => {
      const again: vscode.Uri[] = [];
      for (const [key, uri] of this.#known) {
        if (isGone(uri, gone)) {
          this.#known.delete(key);
          this.#forget(uri);
        } else if (changed.has(key)) again.push(uri);
      }
      // Only a search can say of a new file whether `files.exclude` hides it.
      if (hasNew) again.push(...(await this.#findNew(this.#ended.token)));
      await this.#checkAll(again, this.#ended.token);
    });
  }

  #checkAgain(uris: readonly vscode.Uri[]): void {
    void this.#queue(() => this.#checkAll(uris, this.#ended.token));
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch((error) => log.error('The check of a folder broke off.', error));
    return done;
  }

  async #findNew(token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
    const found = await findFiles(this.folders, token);
    const fresh = found.filter((uri) => !this.#known.has(uri.toString()));
    for (const uri of fresh) this.#known.set(uri.toString(), uri);
    return fresh;
  }

  async #checkAll(
    uris: readonly vscode.Uri[],
    token: vscode.CancellationToken,
    onProgress?: (counts: FolderCounts) => void,
  ): Promise<FolderCounts> {
    const counts = { found: uris.length, done: 0, files: 0, filesWithFindings: 0, findings: 0, unreadable: 0 };
    const remaining = uris.values();
    const read = async () => {
      for (const uri of remaining) {
        if (token.isCancellationRequested) return;
        await this.#check(uri, counts);
        onProgress?.(counts);
        await this.#giveWay();
      }
    };
    await Promise.all(Array.from({ length: readers }, read));
    return counts;
  }

  async #check(uri: vscode.Uri, counts: FolderCounts): Promise<void> {
    try {
      const isExcluded = exclusions.has({ uri });
      const checked = isExcluded ? undefined : checkFound(await vscode.workspace.fs.readFile(uri), uri.path);
      if (this.#ended.token.isCancellationRequested) return;
      const diagnostics = checked ? diagnosticsIn(uri, checked) : [];
      if (checked && checked.findings.length > 0) this.#show(uri, diagnostics);
      else this.#forget(uri);
      counts.done++;
      if (checked) counts.files++;
      if (diagnostics.length > 0) counts.filesWithFindings++;
      counts.findings += diagnostics.length;
    } catch (error) {
      counts.done++;
      counts.unreadable++;
      log.warn(`"${uri.toString(true)}" could not be checked: ${error}`);
      this.#forget(uri);
    }
  }

  /** Publishes file by file: what is set for many at once is cut. */
  #show(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): void {
    this.#flagged.set(uri.toString(), uri);
    if (this.#isWithheld(uri)) return;
    const document = openDocument(uri);
    this.collection.set(
      uri,
      diagnostics.filter(
        ({ code }) => !document || typeof code !== 'object' || !isReportedByJsonService(document, code.value),
      ),
    );
  }

  #forget(uri: vscode.Uri): void {
    if (this.#flagged.delete(uri.toString()) && !this.#isWithheld(uri)) this.collection.delete(uri);
  }

  /** A document that is checked has its own diagnostics, and one with unsaved changes is not what lies on disk. */
  #isWithheld(uri: vscode.Uri): boolean {
    const document = openDocument(uri);
    return document !== undefined && (document.isDirty || this.checks.of(document) !== undefined);
  }

  /** Lets the rest of the extension host work, typing above all, when a slice of time is used up. */
  async #giveWay(): Promise<void> {
    if (performance.now() < this.#sliceEnd) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#sliceEnd = performance.now() + slice;
  }
}

function diagnosticsIn(uri: vscode.Uri, { text, findings }: CheckedFile): vscode.Diagnostic[] {
  const lines = new Lines(text);
  return diagnosticsOf(
    uri,
    findings.map((finding) => ({
      finding,
      range: lines.rangeOf(finding),
      ...(finding.rule === 'duplicate-job-id' && { earlier: lines.rangeOf(finding.earlier) }),
    })),
  );
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}
