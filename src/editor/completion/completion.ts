import * as vscode from 'vscode';
import type * as json from 'vscode-json-languageservice';
import { onOneLine } from '../../record/scaffold.ts';
import { formatOfDocument } from '../recognition/recognition.ts';
import type { LanguageService, Place } from './language-service.ts';

/** Completes records where VS Code's JSON service does not, just as it would. */
export class Completion implements vscode.CompletionItemProvider {
  /** Those of VS Code's JSON service. */
  static readonly triggerCharacters: readonly string[] = ['"', ':'];

  constructor(readonly languageService: LanguageService) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[] | undefined> {
    const place = await this.languageService.placeOf(document, position);
    if (!place || token.isCancellationRequested) return undefined;
    const items = await place.service.complete(place.text, place.position);
    const isOneLine = formatOfDocument(document) === 'lines';
    return items.map((item) => completionItem(item, place, position, isOneLine));
  }
}

/** As VS Code's client of its JSON service makes one of what the service says. */
function completionItem(
  item: json.CompletionItem,
  place: Place,
  position: vscode.Position,
  isOneLine: boolean,
): vscode.CompletionItem {
  const { label, kind, detail, documentation, filterText, sortText, command, textEdit } = item;
  const made = new vscode.CompletionItem(label, kind && kind - 1);
  const text = textEdit?.newText ?? item.insertText ?? label;
  made.insertText = new vscode.SnippetString(isOneLine ? onOneLine(text) : text);
  if (textEdit && 'range' in textEdit) made.range = rangesOf(place.range(textEdit.range), position);
  if (detail) made.detail = detail;
  if (documentation) made.documentation = documentationOf(documentation);
  if (filterText) made.filterText = filterText;
  if (sortText) made.sortText = sortText;
  if (command) made.command = { title: command.title, command: command.command, arguments: command.arguments ?? [] };
  return made;
}

/** Behind the cursor, a word is replaced or stays, as the user has set. */
function rangesOf(range: vscode.Range, position: vscode.Position) {
  if (!range.end.isAfter(position) || range.start.isAfter(position)) return range;
  return { inserting: new vscode.Range(range.start, position), replacing: range };
}

function documentationOf(documentation: string | json.MarkupContent): string | vscode.MarkdownString {
  return typeof documentation === 'string' ? documentation : new vscode.MarkdownString(documentation.value, true);
}
