import * as vscode from 'vscode';
import { check } from '../document/check.ts';
import { type Layout, scanning } from '../document/scan.ts';
import type { Finding } from '../record/finding.ts';
import { type Claim, claimOn } from './files.ts';
import { affectsUs } from './settings.ts';

/** What the check says of one version of a document. */
export interface Checked {
  readonly version: number;
  readonly text: string;
  readonly layout: Layout;
  readonly findings: readonly Finding[];
}

/** How long the keyboard must rest before a check, in milliseconds. */
const rest = 120;
/** How long a check may keep the extension host from everything else, in milliseconds. */
const slice = 10;

/** Checks the documents that are ours, as long as they are open, each in the version that is current. */
export class Checks implements vscode.Disposable {
  readonly #checked = new Map<vscode.TextDocument, Checked>();
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  /** Whose check waits for the keyboard to rest. */
  readonly #resting = new Set<vscode.TextDocument>();
  readonly #onDidCheck = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;

  /** A document has been checked, is not ours any more, or was closed. */
  readonly onDidCheck = this.#onDidCheck.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#onDidCheck,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document, rest);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsUs(event)) for (const document of this.#checked.keys()) this.#onDidCheck.fire(document);
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  /** What the last check said; of an older version where the next check is still to come. */
  last(document: vscode.TextDocument): Checked | undefined {
    return this.#checked.get(document);
  }

  /** What the check says of the document as it is now, as soon as it says it; undefined where it is not ours. */
  async current(document: vscode.TextDocument): Promise<Checked | undefined> {
    for (;;) {
      const last = this.#checked.get(document);
      if (last?.version === document.version) return last;
      if (document.isClosed || !claimOn(document)) return undefined;
      // Whoever asks does not wait for the keyboard to rest.
      if (this.#resting.has(document) || !this.#timers.has(document)) this.#schedule(document, 0);
      await new Promise<void>((resolve) => {
        const listening = this.onDidCheck((checked) => {
          if (checked !== document) return;
          listening.dispose();
          resolve();
        });
      });
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    clearTimeout(this.#timers.get(document));
    if (delay > 0) this.#resting.add(document);
    this.#timers.set(
      document,
      setTimeout(() => this.#begin(document), delay),
    );
  }

  #begin(document: vscode.TextDocument): void {
    this.#resting.delete(document);
    const claim = claimOn(document);
    if (claim) this.#goOn(document, checkOf(document, claim));
    else this.#forget(document);
  }

  /** Works for a slice of time, and gives way to the rest of the host before the next. A change starts it anew. */
  #goOn(document: vscode.TextDocument, checking: Generator<void, Checked>): void {
    const end = performance.now() + slice;
    let step = checking.next();
    while (!step.done && performance.now() < end) step = checking.next();
    if (!step.done) {
      this.#timers.set(
        document,
        setTimeout(() => this.#goOn(document, checking)),
      );
      return;
    }
    this.#timers.delete(document);
    this.#checked.set(document, step.value);
    this.#onDidCheck.fire(document);
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#resting.delete(document);
    this.#checked.delete(document);
    this.#onDidCheck.fire(document);
  }
}

/** Checks a document step by step. By a weak name a file of another kind is none of our business. */
function* checkOf(document: vscode.TextDocument, claim: Claim): Generator<void, Checked> {
  const { version } = document;
  const text = document.getText();
  const layout = yield* scanning(text);
  const findings: Finding[] = [];
  for (const some of check(text, layout)) {
    for (const finding of some) if (claim === 'strong' || finding.rule !== 'foreign-file') findings.push(finding);
    yield;
  }
  return { version, text, layout, findings };
}
