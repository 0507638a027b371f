import * as vscode from 'vscode';
import { RecordIndex } from '../../index/record-index.ts';
import { sourceOf } from '../convert.ts';
import { affectsSchemas } from '../recognition/json-schemas.ts';
import type { Recognition, Recognizer } from '../recognition/recognizer.ts';
import { affectsAllowed, affectsSettings, allowedIn } from '../settings/settings.ts';
import { formatOfDocument } from '../workbench/languages.ts';
import { log } from '../workbench/log.ts';
import { Debouncer, debounceMs, sliceMs } from '../workbench/scheduling.ts';

/** A recognized document and its records. While a check runs, entries that it has not reached yet may be stale. */
export interface Checked {
  readonly document: vscode.TextDocument;
  readonly recognition: Recognition;
  readonly index: RecordIndex;
}

/** Checks recognized documents while they are open; after an edit, only the changed records. */
export class Checks implements vscode.Disposable {
  readonly #checked = new Map<vscode.TextDocument, Checked>();
  /** The version at which the check of a document threw an error. */
  readonly #failed = new WeakMap<vscode.TextDocument, number>();
  readonly #scheduled = new Debouncer<vscode.TextDocument>();
  readonly #onDidCheck = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #onDidPause = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;

  /** Fires when a document has been checked, is not recognized any more, or was closed. */
  readonly onDidCheck = this.#onDidCheck.event;
  /** Fires when the check of a document yields before it is complete. */
  readonly onDidPause = this.#onDidPause.event;

  constructor(readonly recognizer: Recognizer) {
    this.#subscriptions = vscode.Disposable.from(
      this.#scheduled,
      this.#onDidCheck,
      this.#onDidPause,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#change(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      recognizer.exclusions.onDidChange(() => this.#scheduleAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsAllowed(event)) this.#startAgain();
        else if (affectsSettings(event)) for (const document of this.#checked.keys()) this.#onDidCheck.fire(document);
        if (affectsSchemas(event)) this.#scheduleAll();
      }),
    );
    this.#scheduleAll();
  }

  /** The result of checking a document so far. If its index is not settled, a check is scheduled or running. */
  of(document: vscode.TextDocument): Checked | undefined {
    return this.#checked.get(document);
  }

  /**
   * Waits until a document has been checked in its current version.
   * @returns undefined if it is not recognized, or cannot be checked
   */
  async current(document: vscode.TextDocument): Promise<Checked | undefined> {
    while (!document.isClosed && this.#failed.get(document) !== document.version) {
      const checked = this.#checked.get(document);
      if (checked?.index.isSettled) return checked;
      if (!checked && !this.recognizer.recognize(document)) return undefined;
      // A caller is waiting for the result, so do not wait for the user to stop typing.
      this.#schedule(document);
      await this.#nextCheck(document);
    }
    return undefined;
  }

  /** Reports the findings of a document again, because other rules apply to it now. */
  sayAgain(document: vscode.TextDocument): void {
    if (this.#checked.has(document)) this.#onDidCheck.fire(document);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #nextCheck(document: vscode.TextDocument): Promise<void> {
    return new Promise((resolve) => {
      const listener = this.onDidCheck((done) => {
        if (done !== document) return;
        listener.dispose();
        resolve();
      });
    });
  }

  /** Checks all documents from scratch. */
  #startAgain(): void {
    this.#checked.clear();
    this.#scheduleAll();
  }

  /** Recognition may have changed for any document. */
  #scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document);
  }

  #change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const checked = this.#checked.get(document);
    checked?.index.change(contentChanges);
    this.#schedule(document, checked ? debounceMs.check : debounceMs.recognize);
  }

  #schedule(document: vscode.TextDocument, delayMs = 0): void {
    this.#scheduled.schedule(() => this.#begin(document), delayMs, document);
  }

  #begin(document: vscode.TextDocument): void {
    this.#failed.delete(document);
    this.#attempt(document, () => {
      const recognition = this.recognizer.recognize(document);
      if (!recognition) return this.#forget(document);
      const index = this.#checked.get(document)?.index ?? indexOf(document);
      this.#checked.set(document, { document, recognition, index });
      this.#continue(document, index);
    });
  }

  /** Works for one slice of time, and schedules the next. */
  #continue(document: vscode.TextDocument, index: RecordIndex): void {
    this.#attempt(document, () => {
      if (index.step(performance.now() + sliceMs.check)) return this.#onDidCheck.fire(document);
      this.#scheduled.schedule(() => this.#continue(document, index), 0, document);
      this.#onDidPause.fire(document);
    });
  }

  #attempt(document: vscode.TextDocument, work: () => void): void {
    try {
      work();
    } catch (error) {
      log.error(`"${document.uri.toString(true)}" could not be checked.`, error);
      this.#failed.set(document, document.version);
      this.#forget(document);
    }
  }

  #forget(document: vscode.TextDocument): void {
    this.#scheduled.cancel(document);
    this.#checked.delete(document);
    this.#onDidCheck.fire(document);
  }
}

/** The index of a blank document. */
export function indexOfBlank(document: vscode.TextDocument): RecordIndex {
  const index = indexOf(document);
  index.step();
  return index;
}

function indexOf(document: vscode.TextDocument): RecordIndex {
  return new RecordIndex(sourceOf(document), formatOfDocument(document), { allowed: allowedIn(document.uri) });
}
