import type * as vscode from 'vscode';
import { completionsAt } from '../../features/completion/completions.ts';
import type { Checks } from '../problems/checks.ts';
import { allowedIn } from '../settings/settings.ts';
import { formatOfDocument } from '../workbench/languages.ts';
import { itemsOf, valuesOfOthers } from './completion-items.ts';
import { recordToShow, type Service } from './language-service.ts';
import { recordItems, type Snippets } from './record-snippets.ts';

/**
 * Completes records, in the same way in each file that is ours: VS Code's JSON service has a schema for them that suggests
 * nothing.
 */
export class Completion {
  constructor(
    readonly checks: Checks,
    readonly load: () => Promise<Service | undefined>,
    readonly loadSnippets: () => Promise<Partial<Snippets>>,
  ) {}

  async itemsAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
    const record = await recordToShow(this.checks, document, position);
    if (!record) return [];
    const index = this.checks.of(document)?.index;
    const isOneLine = formatOfDocument(document) === 'lines';
    const found = completionsAt(record.text, record.offsetOf(position), {
      now: new Date(),
      allowed: allowedIn(document.uri),
      isWholeFile: !isOneLine && index?.shape === 'record',
      otherValues: (name) => (index ? valuesOfOthers(index, position, name) : []),
    });
    if (!found) return [];
    if ('items' in found) return itemsOf(found, record, position, isOneLine, await this.load());
    return recordItems(document, position, found, await this.loadSnippets());
  }
}
