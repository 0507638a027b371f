import * as vscode from 'vscode';
import type { LanguageService } from './language-service.ts';

/** Explains a record's names and values where VS Code's JSON service does not, just as it would. */
export class Hovers implements vscode.HoverProvider {
  constructor(readonly languageService: LanguageService) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const place = await this.languageService.placeOf(document, position);
    const explanation = await place?.service.explain(place.text, place.position);
    if (!place || !explanation || explanation.texts.length === 0) return undefined;
    const texts = explanation.texts.map((text) => new vscode.MarkdownString(text, true));
    // Between two records the explanation is of the whole list, of which the text has no more than the gap.
    const { line, character } = explanation.range.start;
    return line === 0 && character === 0
      ? new vscode.Hover(texts)
      : new vscode.Hover(texts, place.range(explanation.range));
  }
}
