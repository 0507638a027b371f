import * as vscode from 'vscode';
import type { LanguageService } from './language-service.ts';

/** Explains names and values where VS Code's JSON service does not, in the same way. */
export class Hovers implements vscode.HoverProvider {
  constructor(readonly languageService: LanguageService) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const question = await this.languageService.questionAt(document, position);
    if (!question || question.isAnswered) return undefined;
    const { service, record } = question;
    const explanation = await service.explain(record.text, record.toText(position));
    if (!explanation || explanation.texts.length === 0) return undefined;
    const texts = explanation.texts.map((text) => new vscode.MarkdownString(text, true));
    return new vscode.Hover(texts, record.toDocument(explanation.range));
  }
}
