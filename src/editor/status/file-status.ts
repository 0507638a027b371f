import * as vscode from 'vscode';
import type { RuleId } from '../../record/rules/index.ts';
import { severities } from '../../record/severity.ts';
import { activeDocument } from '../active-document.ts';
import type { Checked, Checks } from '../problems/checks.ts';
import { rankIn } from '../problems/diagnostics.ts';
import { beginningOf } from '../recognition/beginning.ts';
import { exclusions } from '../recognition/exclusions.ts';
import { hasJsonSchema } from '../recognition/json-schemas.ts';
import { isExplicit, isJsonFile } from '../recognition/recognition.ts';
import { type FileSummary, recognizedBy, summarize } from './file-summary.ts';

/** What the language status says of a file. */
interface Status {
  readonly kind: 'ours' | 'excluded';
  readonly text: string;
  readonly detail: string;
  readonly severity: vscode.LanguageStatusSeverity;
  readonly busy: boolean;
}

/**
 * Says in the language status of the active editor what its file is, how it was recognized and how many problems it has;
 * of one that is not to be treated as ours, just that.
 */
export class FileStatus implements vscode.Disposable {
  #item: vscode.LanguageStatusItem | undefined;
  /** What it says now: every word that is set anew travels to the window. */
  #said = '';
  readonly #subscriptions: vscode.Disposable;

  constructor(readonly checks: Checks) {
    const lookAt = (document: vscode.TextDocument) => {
      if (document === activeDocument()) this.#show(document);
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.#show(activeDocument())),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#show(activeDocument())),
      checks.onDidCheck(lookAt),
      checks.onDidPause(lookAt),
    );
    this.#show(activeDocument());
  }

  dispose(): void {
    this.#item?.dispose();
    this.#subscriptions.dispose();
  }

  #show(document: vscode.TextDocument | undefined): void {
    const status = document && this.#statusOf(document);
    const selector = document && { language: document.languageId, scheme: document.uri.scheme };
    const saying = status ? JSON.stringify([status, selector]) : '';
    if (saying === this.#said) return;
    this.#said = saying;
    void vscode.commands.executeCommand('setContext', 'backupResponse.file', status?.kind);
    if (!status || !selector) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= newItem(selector);
    const { text, detail, severity, busy } = status;
    Object.assign(this.#item, { selector, text, detail, severity, busy });
  }

  #statusOf(document: vscode.TextDocument): Status | undefined {
    if (exclusions.has(document)) return isJsonFile(document) ? excludedStatus(document) : undefined;
    const checked = this.checks.of(document);
    if (!checked) return undefined;
    const { index, recognition } = checked;
    if (!index.isSettled) return { ...checking, detail: recognizedBy[recognition] };
    // Where the content alone made it ours, nothing is said of a file of another kind.
    if (index.foreign && !isExplicit(recognition)) return undefined;
    return statusOf(summaryOf(checked));
  }
}

/** What is to be said of a file that has been checked. */
export function summaryOf(checked: Checked): FileSummary {
  const { index, recognition } = checked;
  const rank = rankIn(checked);
  const ranks = new Map<RuleId, number | undefined>();
  return summarize(index, recognition, (rule) => {
    if (!ranks.has(rule)) ranks.set(rule, rank(rule));
    return ranks.get(rule);
  });
}

const { Information, Warning, Error: Severe } = vscode.LanguageStatusSeverity;

function excludedStatus(document: vscode.TextDocument): Status {
  const stays = hasJsonSchema(document, beginningOf(document));
  return {
    kind: 'excluded',
    text: 'Not treated as a BackupResponse file',
    detail: stays ? 'as you chose; completion by its schema is VS Code’s' : 'as you chose',
    severity: Information,
    busy: false,
  };
}

const checking = { kind: 'ours', text: 'BackupResponse, checking…', severity: Information, busy: true } as const;

function statusOf({ text, detail, worst, isPartial }: FileSummary): Status {
  const worstSeverity = worst === undefined ? undefined : severities[worst];
  const isWarning = worstSeverity === 'warning' || isPartial;
  const severity = worstSeverity === 'error' ? Severe : isWarning ? Warning : Information;
  return { kind: 'ours', text, detail, severity, busy: false };
}

function newItem(selector: vscode.DocumentFilter): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('backupResponse.file', selector);
  item.name = 'BackupResponse';
  item.command = {
    title: 'Actions…',
    command: 'backupResponse.showActions',
    tooltip: 'What can be done with the file',
  };
  return item;
}
