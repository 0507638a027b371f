import * as vscode from 'vscode';
import { RecordIndex } from '../../index/record-index.ts';
import { log } from '../log.ts';
import { exclusions } from '../recognition/exclusions.ts';
import { affectsRecognition, formatOfDocument, type Recognition, recognize } from '../recognition/recognition.ts';
import { affectsUs } from '../settings.ts';
import { sourceOf } from '../source.ts';

/** A document that is ours, and what is known of its records. Of an older check it may hold what is still to come. */
export interface Checked {
  readonly document: vscode.TextDocument;
  readonly recognition: Recognition;
  readonly index: RecordIndex;
}

/** How long the keyboard must rest before what has been typed is checked, in milliseconds. */
const rest = 10;
/** How long it must rest before it is asked whose a document is that is not ours, in milliseconds. */
const restOfOthers = 200;
/** How long a check may keep the extension host from everything else, in milliseconds. */
const slice = 4;

/** Checks the documents that are ours, as long as they are open: what has changed, after each change. */
export class Checks implements vscode.Disposable {
  readonly #checked = new Map<vscode.TextDocument, Checked>();
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  readonly #onDidCheck = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #onDidPause = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;

  /** A document has been checked, is not ours any more, or was closed. */
  readonly onDidCheck = this.#onDidCheck.event;
  /** The check of a document has given way to the rest of the host; it is not done. */
  readonly onDidPause = this.#onDidPause.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#onDidCheck,
      this.#onDidPause,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#change(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      exclusions.onDidChange(() => this.judgeAgain()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsUs(event)) for (const document of this.#checked.keys()) this.#onDidCheck.fire(document);
        if (affectsRecognition(event)) this.judgeAgain();
      }),
    );
    this.judgeAgain();
  }

  /** What is known of a document; where its index is not settled, the check is on its way. */
  of(document: vscode.TextDocument): Checked | undefined {
    return this.#checked.get(document);
  }

  /** The same as soon as the document is checked as it is now; undefined where it is not ours. */
  async current(document: vscode.TextDocument): Promise<Checked | undefined> {
    for (;;) {
      const checked = this.#checked.get(document);
      if (checked?.index.isSettled) return checked;
      if (document.isClosed || (!checked && !recognize(document))) return undefined;
      // Whoever asks does not wait for the keyboard to rest.
      this.#schedule(document, 0);
      await new Promise<void>((resolve) => {
        const listening = this.onDidCheck((done) => {
          if (done !== document) return;
          listening.dispose();
          resolve();
        });
      });
    }
  }

  /** Asks of every open document anew whether it is ours. */
  judgeAgain(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const checked = this.#checked.get(document);
    checked?.index.change(contentChanges);
    this.#schedule(document, checked ? rest : restOfOthers);
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.set(
      document,
      setTimeout(() => this.#begin(document), delay),
    );
  }

  #begin(document: vscode.TextDocument): void {
    const recognition = recognize(document);
    if (recognition) {
      const index = this.#checked.get(document)?.index;
      this.#checked.set(document, {
        document,
        recognition,
        index: index ?? new RecordIndex(sourceOf(document), formatOfDocument(document)),
      });
      this.#goOn(document);
    } else this.#forget(document);
  }

  /** Works for a slice of time, and gives way to the rest of the host before the next. */
  #goOn(document: vscode.TextDocument): void {
    const index = this.#checked.get(document)?.index;
    try {
      if (!index || index.step(performance.now() + slice)) {
        this.#timers.delete(document);
        this.#onDidCheck.fire(document);
        return;
      }
      const timer = setTimeout(() => this.#goOn(document));
      this.#timers.set(document, timer);
      this.#onDidPause.fire(document);
    } catch (error) {
      log.error(`"${document.uri.toString(true)}" could not be checked.`, error);
      this.#forget(document);
    }
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#checked.delete(document);
    this.#onDidCheck.fire(document);
  }
}
