import * as vscode from 'vscode';
import type * as json from 'vscode-json-languageservice';
import type { Allowed } from '../../record/allowed.ts';
import { onOneLine } from '../../record/scaffold.ts';
import { formatOfDocument } from '../languages.ts';
import type { LanguageService } from './language-service.ts';
import type { RecordText } from './record-at.ts';

/** Completes records where VS Code's JSON service does not, in the same way. */
export class Completion implements vscode.CompletionItemProvider {
  /** The same as those of VS Code's JSON service. */
  static readonly triggerCharacters: readonly string[] = ['"', ':'];

  constructor(readonly languageService: LanguageService) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[] | undefined> {
    const question = await this.languageService.questionAt(document, position);
    if (!question || token.isCancellationRequested) return undefined;
    const { service, record, allowed, isAnswered } = question;
    const items = await service.complete(record.text, record.toText(position), allowed);
    const missing = isAnswered ? items.filter(({ label }) => isAllowed(label, allowed)) : items;
    const isOneLine = formatOfDocument(document) === 'lines';
    return missing.map((item) => completionItem(item, record, position, isOneLine));
  }
}

/** Whether a name, or a value as it is written, is one that the user allows. */
function isAllowed(label: string, { values, properties }: Allowed): boolean {
  const texts = [...properties, ...Object.values(values).flatMap((list) => list.map((value) => JSON.stringify(value)))];
  return texts.includes(label);
}

/** Converts an item of the language service as VS Code's own client does. */
function completionItem(
  item: json.CompletionItem,
  record: RecordText,
  position: vscode.Position,
  isOneLine: boolean,
): vscode.CompletionItem {
  const { label, kind, detail, documentation, filterText, sortText, command, textEdit } = item;
  const made = new vscode.CompletionItem(label, kind && kind - 1);
  const text = textEdit?.newText ?? item.insertText ?? label;
  made.insertText = new vscode.SnippetString(isOneLine ? onOneLine(text) : text);
  const range = textEdit && 'range' in textEdit ? record.toDocument(textEdit.range) : undefined;
  if (range) made.range = rangesOf(range, position);
  if (detail) made.detail = detail;
  if (documentation) made.documentation = documentationOf(documentation);
  if (filterText) made.filterText = filterText;
  if (sortText) made.sortText = sortText;
  if (command) made.command = { title: command.title, command: command.command, arguments: command.arguments ?? [] };
  return made;
}

/** The user's settings decide whether the word after the cursor is replaced. */
function rangesOf(range: vscode.Range, position: vscode.Position) {
  if (!range.end.isAfter(position) || range.start.isAfter(position)) return range;
  return { inserting: new vscode.Range(range.start, position), replacing: range };
}

function documentationOf(documentation: string | json.MarkupContent): string | vscode.MarkdownString {
  return typeof documentation === 'string' ? documentation : new vscode.MarkdownString(documentation.value, true);
}
