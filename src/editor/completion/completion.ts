import * as vscode from 'vscode';
import type * as json from 'vscode-json-languageservice';
import type { Allowed } from '../../record/allowed.ts';
import { onOneLine } from '../../record/scaffold.ts';
import { formatOfDocument } from '../languages.ts';
import type { Checks } from '../problems/checks.ts';
import { allowedIn } from '../settings.ts';
import { type Place, placeAt, type Service } from './language-service.ts';
import type { RecordText } from './record-at.ts';
import { recordSnippets, type Snippets } from './record-snippets.ts';
import { suggestedItems } from './suggested-items.ts';

/**
 * Completes records: with what follows from the record or from the others, and, where VS Code's JSON service does not
 * answer, with what the schema says, in the same way.
 */
export class Completion {
  constructor(
    readonly checks: Checks,
    readonly load: () => Promise<Service | undefined>,
    readonly loadSnippets: () => Promise<Partial<Snippets>>,
  ) {}

  async itemsAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
    const place = await placeAt(this.checks, document, position);
    if (!place) return [];
    const allowed = allowedIn(document.uri);
    const index = this.checks.of(document)?.index;
    const meaningOf = async (type: string) => (await this.load())?.meaningOf('includeTypes', type);
    return [
      ...recordSnippets(document, position, place.record, await this.loadSnippets()),
      ...(await suggestedItems({ ...place, index, allowed, meaningOf })),
      ...(await this.#fromSchema(place, allowed)),
    ];
  }

  async #fromSchema(place: Place, allowed: Allowed): Promise<vscode.CompletionItem[]> {
    const { document, position, record, isAnswered } = place;
    if (isAnswered && isNothing(allowed)) return [];
    const service = await this.load();
    const items = (await service?.complete(record.text, record.toText(position), allowed)) ?? [];
    const missing = isAnswered ? items.filter(({ label }) => isAllowed(label, allowed)) : items;
    const isOneLine = formatOfDocument(document) === 'lines';
    return missing.map((item) => completionItem(item, record, position, isOneLine));
  }
}

function isNothing({ values, properties }: Allowed): boolean {
  return properties.length === 0 && Object.values(values).every(({ length }) => length === 0);
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
