import * as vscode from 'vscode';
import { hasLongLine } from '../../features/one-per-line.ts';
import { severities } from '../../model/severity.ts';
import type { RuleId } from '../../record/rules/index.ts';
import { commandId } from '../command-ids.ts';
import type { Checked, Checks } from '../problems/checks.ts';
import { rankIn } from '../problems/diagnostics.ts';
import { beginningOf } from '../recognition/beginning.ts';
import type { Exclusions } from '../recognition/exclusions.ts';
import { hasJsonSchema } from '../recognition/json-schemas.ts';
import { canBeRecognized, isExplicit } from '../recognition/recognizer.ts';
import { changedRules } from '../settings/changed-rules.ts';
import { activeDocument } from '../workbench/active-document.ts';
import { setContext } from '../workbench/context-keys.ts';
import { type FileSummary, offInWords, recognizedBy, summarize } from './file-summary.ts';

/** The content of the language status item. */
interface Status {
  readonly kind: 'recognized' | 'excluded';
  readonly text: string;
  readonly detail: string;
  readonly severity: vscode.LanguageStatusSeverity;
  readonly busy: boolean;
  /** Whether the file has more than one record, as far as it is checked. */
  readonly isList: boolean;
  readonly hasLongLine: boolean;
  /** The rules that are off for the file. */
  readonly rulesOff: readonly RuleId[];
}

/**
 * Shows in the language status how the file in the active editor was recognized and how many problems it has, or that it
 * is excluded; and in items of their own how many rules are off for it, and whether it has a long line, since VS Code cuts
 * off long ones.
 */
export class FileStatus implements vscode.Disposable {
  #item: vscode.LanguageStatusItem | undefined;
  #rulesItem: vscode.LanguageStatusItem | undefined;
  #longLineItem: vscode.LanguageStatusItem | undefined;
  /** The current content. Each assignment to the item costs a message to the window, so unchanged ones are skipped. */
  #shown = '';
  readonly #subscriptions: vscode.Disposable;

  constructor(
    readonly checks: Checks,
    readonly exclusions: Exclusions,
  ) {
    const update = (document: vscode.TextDocument) => {
      if (document === activeDocument()) this.#show(document);
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.#show(activeDocument())),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#show(activeDocument())),
      checks.onDidCheck(update),
      checks.onDidPause(update),
    );
    this.#show(activeDocument());
  }

  dispose(): void {
    this.#item?.dispose();
    this.#rulesItem?.dispose();
    this.#longLineItem?.dispose();
    this.#subscriptions.dispose();
  }

  #show(document: vscode.TextDocument | undefined): void {
    const status = document && this.#statusOf(document);
    const selector = document && { language: document.languageId, scheme: document.uri.scheme };
    const content = status ? JSON.stringify([status, selector]) : '';
    if (content === this.#shown) return;
    this.#shown = content;
    setContext('file', status?.kind);
    setContext('isList', status?.isList ?? false);
    this.#rulesItem?.dispose();
    this.#rulesItem = undefined;
    this.#longLineItem?.dispose();
    this.#longLineItem = undefined;
    if (!status || !selector) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= newItem(selector);
    const { text, detail, severity, busy } = status;
    Object.assign(this.#item, { selector, text, detail, severity, busy });
    this.#rulesItem = newRulesItem(selector, status.rulesOff);
    if (status.hasLongLine) this.#longLineItem = newLongLineItem(selector);
  }

  #statusOf(document: vscode.TextDocument): Status | undefined {
    if (this.exclusions.has(document)) return canBeRecognized(document) ? excludedStatus(document) : undefined;
    const checked = this.checks.of(document);
    if (!checked) return undefined;
    const { index, recognition } = checked;
    const rulesOff = changedRules(document.uri).flatMap(({ rule, severity }) => (severity === 'off' ? [rule] : []));
    const isList = index.recordCount > 1;
    if (!index.isSettled)
      return { ...checking, detail: recognizedBy[recognition], isList, hasLongLine: false, rulesOff };
    // A foreign file that was recognized only by its content is none of our business.
    if (index.foreign && !isExplicit(recognition)) return undefined;
    return { ...statusOf(summaryOf(checked)), isList, hasLongLine: hasLongLine(index), rulesOff };
  }
}

/** Summarizes a checked file. */
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
  const keepsCompletion = hasJsonSchema(document, beginningOf(document));
  return {
    kind: 'excluded',
    text: 'Ignored by BackupResponse, as you asked',
    detail: keepsCompletion ? 'completion still comes from VS Code' : '',
    severity: Information,
    busy: false,
    isList: false,
    hasLongLine: false,
    rulesOff: [],
  };
}

const checking = { kind: 'recognized', text: 'BackupResponse, checking…', severity: Information, busy: true } as const;

function statusOf({
  text,
  detail,
  worst,
  isPartial,
}: FileSummary): Omit<Status, 'isList' | 'hasLongLine' | 'rulesOff'> {
  const worstSeverity = worst === undefined ? undefined : severities[worst];
  const isWarning = worstSeverity === 'warning' || isPartial;
  const severity = worstSeverity === 'error' ? Severe : isWarning ? Warning : Information;
  return { kind: 'recognized', text, detail, severity, busy: false };
}

function newItem(selector: vscode.DocumentFilter): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('file', selector);
  item.name = 'BackupResponse';
  item.command = { title: 'Actions…', command: commandId('showActions'), tooltip: 'Show actions for this file' };
  return item;
}

/** Said in a file for which VS Code's own editor gets slow. */
function newLongLineItem(selector: vscode.DocumentFilter): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('long-line', selector);
  item.name = 'BackupResponse: Long Line';
  item.text = 'Many records on a line';
  item.detail = 'VS Code is slow here';
  item.command = { title: 'Format as One Record per Line', command: commandId('formatOnePerLine') };
  return item;
}

/** @returns undefined if no rule is off */
function newRulesItem(
  selector: vscode.DocumentFilter,
  rules: readonly RuleId[],
): vscode.LanguageStatusItem | undefined {
  if (rules.length === 0) return undefined;
  const item = vscode.languages.createLanguageStatusItem('rules', selector);
  item.name = 'BackupResponse: Rules';
  item.text = offInWords(rules.length);
  item.detail = rules.slice(0, 2).join(', ') + (rules.length > 2 ? ', …' : '');
  item.command = { title: 'Reset Rules…', command: commandId('resetRules') };
  return item;
}
