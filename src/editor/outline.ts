import * as vscode from 'vscode';
import { recordsOf } from '../index/records.ts';
import { rangeOf } from './convert.ts';
import type { Checks } from './problems/checks.ts';
import { sliceMs, TimeSlice } from './workbench/scheduling.ts';

/** The maximum number of symbols comes from a setting of VS Code's own JSON support. */
const limitSetting = 'json.maxItemsComputed';

/** The outline of JSON Lines, and thus the breadcrumbs: one symbol per record. For other JSON, VS Code has its own. */
export class Outline implements vscode.DocumentSymbolProvider, vscode.Disposable {
  readonly #limits = new WeakMap<vscode.TextDocument, number>();
  #item: vscode.LanguageStatusItem | undefined;
  readonly #subscription = vscode.window.onDidChangeActiveTextEditor(() => this.#showLimit());

  constructor(readonly checks: Checks) {}

  async provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    const checked = await this.checks.current(document);
    if (!checked) return undefined;
    const { index } = checked;
    const { version } = document;
    const limit = Math.max(0, vscode.workspace.getConfiguration('', document).get<number>(limitSetting, 5_000));
    const slice = new TimeSlice(sliceMs.outline);
    const symbols: vscode.DocumentSymbol[] = [];
    this.#limits.delete(document);
    for (const { title, summary, range } of recordsOf(index)) {
      if (symbols.length === limit) {
        this.#limits.set(document, limit);
        break;
      }
      const detail = [summary.status, summary.type].filter(Boolean).join(' · ');
      const whole = rangeOf(range);
      symbols.push(new vscode.DocumentSymbol(title, detail, vscode.SymbolKind.Module, whole, whole));
      // If the document has changed, VS Code asks again.
      if ((await slice.next()) && (token.isCancellationRequested || document.version !== version)) return undefined;
    }
    this.#showLimit();
    return symbols;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item?.dispose();
  }

  /** Says if the active editor's outline is incomplete, in the words of VS Code's JSON support. */
  #showLimit(): void {
    this.#item?.dispose();
    this.#item = undefined;
    const document = vscode.window.activeTextEditor?.document;
    const limit = document && this.#limits.get(document);
    if (limit === undefined) return;
    const { languageId: language, uri } = document as vscode.TextDocument;
    this.#item = vscode.languages.createLanguageStatusItem('outline', { language, scheme: uri.scheme });
    this.#item.name = 'BackupResponse: Outline';
    this.#item.severity = vscode.LanguageStatusSeverity.Warning;
    this.#item.text = 'Outline';
    this.#item.detail = `only ${limit} document symbols shown for performance reasons`;
    this.#item.command = { title: 'Configure', command: 'workbench.action.openSettings', arguments: [limitSetting] };
  }
}
