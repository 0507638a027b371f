import type * as vscode from 'vscode';
import type { Checks } from '../problems/checks.ts';
import { allowedIn } from '../settings/settings.ts';
import { suggestedItems } from './completion-items.ts';
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
    const allowed = allowedIn(document.uri);
    const index = this.checks.of(document)?.index;
    const items = recordItems(document, position, record, await this.loadSnippets());
    return items ?? suggestedItems({ document, position, record, index, allowed, load: this.load });
  }
}
