import * as vscode from 'vscode';
import { type CheckedFile, checkFound, isCompressed } from '../../files/check-file.ts';
import { Lines } from '../../json/lines.ts';
import type { Checks } from '../problems/checks.ts';
import { diagnosticsOf, isReportedByJsonService } from '../problems/diagnostics.ts';
import type { Exclusions } from '../recognition/exclusions.ts';
import { affectsAllowed, affectsSettings, allowedIn } from '../settings/settings.ts';
import { log } from '../workbench/log.ts';
import { sliceMs, TimeSlice, track } from '../workbench/scheduling.ts';
import { openDocument } from '../workbench/uris.ts';
import { type DiskChanges, isDeleted, watchFolders } from './disk-changes.ts';
import { findFiles } from './search.ts';

/** The counts of a folder check. */
export interface FolderCounts {
  /** The files that the search found, and those that have been read. */
  readonly found: number;
  done: number;
  /** The files that hold records, those of them with problems, and the number of problems. */
  files: number;
  filesWithFindings: number;
  findings: number;
  /** How many of them have each severity, errors first. */
  readonly bySeverity: number[];
  /** The files that could not be read. The log names them. */
  unreadable: number;
  /** The files that are compressed, and so are not read. */
  compressed: number;
}

/** How many files are read at the same time. */
const readers = 8;

/**
 * Checks the files in folders, as they are on disk, and shows their problems until it is disposed. An open document that
 * is checked shows its own diagnostics, in the same collection, so no problem is reported twice.
 */
export class FolderCheck implements vscode.Disposable {
  /** All files that the search found, whether they hold records or not, by URI. */
  readonly #known = new Map<string, vscode.Uri>();
  /** The files with findings of any severity, even if their rules are off. */
  readonly #flagged = new Map<string, vscode.Uri>();
  /** Work is queued, so that if a file is checked twice, the later result stays. */
  #work: Promise<unknown> = Promise.resolve();
  readonly #slice = new TimeSlice(sliceMs.folderCheck);
  readonly #ended = new vscode.CancellationTokenSource();
  readonly #subscriptions: vscode.Disposable;

  constructor(
    readonly folders: readonly vscode.Uri[],
    readonly checks: Checks,
    readonly exclusions: Exclusions,
    readonly collection: vscode.DiagnosticCollection,
  ) {
    const update = (document: vscode.TextDocument) => this.#update(document);
    this.#subscriptions = vscode.Disposable.from(
      checks.onDidCheck(update),
      vscode.workspace.onDidOpenTextDocument(update),
      vscode.workspace.onDidCloseTextDocument(update),
      vscode.workspace.onDidChangeTextDocument(({ document }) => update(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        // The texts are not kept, since there may be many, so the files are read again. Severities do not matter for
        // files without findings.
        if (affectsAllowed(event)) this.#checkAgain([...this.#known.values()]);
        else if (affectsSettings(event)) this.#checkAgain([...this.#flagged.values()]);
      }),
      exclusions.onDidChange((uri) => {
        if (this.#known.has(uri.toString())) this.#checkAgain([uri]);
      }),
      watchFolders(folders, (changes) => this.#onDisk(changes)),
    );
  }

  /**
   * Checks all files. Call it once.
   * @param onProgress called with the counts after each file
   */
  run(token: vscode.CancellationToken, onProgress: (counts: FolderCounts) => void): Promise<FolderCounts> {
    const stop = new vscode.CancellationTokenSource();
    const listeners = vscode.Disposable.from(
      stop,
      token.onCancellationRequested(() => stop.cancel()),
      this.#ended.token.onCancellationRequested(() => stop.cancel()),
    );
    const work = async () => this.#checkAll(await this.#findNew(stop.token), stop.token, onProgress);
    return this.#queue(work).finally(() => listeners.dispose());
  }

  /** Stops the check and removes its results. */
  dispose(): void {
    this.#subscriptions.dispose();
    this.#ended.cancel();
    this.#ended.dispose();
    for (const uri of [...this.#flagged.values()]) this.#forget(uri);
  }

  /** The problems of a file depend on whether it is open, and whether it has unsaved changes. */
  #update(document: vscode.TextDocument): void {
    const { uri } = document;
    // A checked document shows its own diagnostics.
    if (!this.#flagged.has(uri.toString()) || this.checks.of(document)) return;
    if (this.#isWithheld(uri)) this.collection.delete(uri);
    else this.#checkAgain([uri]);
  }

  #onDisk({ changed, deleted, hasNew }: DiskChanges): void {
    void this.#queue(async () => {
      const again: vscode.Uri[] = [];
      for (const [key, uri] of this.#known) {
        if (isDeleted(uri, deleted)) {
          this.#known.delete(key);
          this.#forget(uri);
        } else if (changed.has(key)) again.push(uri);
      }
      // Only a search can tell whether `files.exclude` hides a new file.
      if (hasNew) for (const uri of await this.#findNew(this.#ended.token)) again.push(uri);
      await this.#checkAll(again, this.#ended.token);
    });
  }

  #checkAgain(uris: readonly vscode.Uri[]): void {
    void this.#queue(() => this.#checkAll(uris, this.#ended.token));
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch((error) => log.error('The folder check failed.', error));
    return track(done);
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
    const counts = {
      found: uris.length,
      done: 0,
      files: 0,
      filesWithFindings: 0,
      findings: 0,
      bySeverity: [0, 0, 0, 0],
      unreadable: 0,
      compressed: 0,
    };
    const remaining = uris.values();
    const read = async () => {
      for (const uri of remaining) {
        if (token.isCancellationRequested) return;
        await this.#check(uri, counts);
        onProgress?.(counts);
        await this.#slice.next();
      }
    };
    await Promise.all(Array.from({ length: readers }, read));
    return counts;
  }

  async #check(uri: vscode.Uri, counts: FolderCounts): Promise<void> {
    if (isCompressed(uri.path)) {
      counts.done++;
      counts.compressed++;
      return;
    }
    try {
      const isExcluded = this.exclusions.has({ uri });
      const checked = isExcluded ? undefined : await checkAt(uri);
      if (this.#ended.token.isCancellationRequested) return;
      const diagnostics = checked ? diagnosticsIn(uri, checked) : [];
      if (checked && checked.findings.length > 0) this.#show(uri, diagnostics);
      else this.#forget(uri);
      counts.done++;
      if (checked) counts.files++;
      if (diagnostics.length > 0) counts.filesWithFindings++;
      counts.findings += diagnostics.length;
      for (const { severity } of diagnostics) counts.bySeverity[severity] = (counts.bySeverity[severity] ?? 0) + 1;
    } catch (error) {
      counts.done++;
      counts.unreadable++;
      log.warn(`"${uri.toString(true)}" could not be checked: ${error}`);
      this.#forget(uri);
    }
  }

  /** Files are published one by one, because VS Code truncates a large `set` of many files. */
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

  /** A checked document shows its own diagnostics, and one with unsaved changes differs from the file on disk. */
  #isWithheld(uri: vscode.Uri): boolean {
    const document = openDocument(uri);
    return document !== undefined && (document.isDirty || this.checks.of(document) !== undefined);
  }
}

/** Checks a file as it is on disk. @returns undefined if it is not recognized */
async function checkAt(uri: vscode.Uri): Promise<CheckedFile | undefined> {
  return checkFound(await vscode.workspace.fs.readFile(uri), uri.path, allowedIn(uri));
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
