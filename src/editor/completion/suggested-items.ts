import * as vscode from 'vscode';
import { compare } from '../../document/position.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import { cursorAt, rangeIn, refsFrom } from '../../index/records.ts';
import type { Allowed } from '../../record/allowed.ts';
import { sharedValues } from '../../record/new-record.ts';
import { onOneLine } from '../../record/scaffold.ts';
import { type Suggestion, suggestionsAt } from '../../record/suggestions.ts';
import { formatOfDocument } from '../languages.ts';
import type { RecordText } from './record-at.ts';

/** What to suggest from. */
export interface SuggestedFrom {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly record: RecordText;
  /** Of the other records; undefined in a document that has none yet. */
  readonly index: RecordIndex | undefined;
  readonly allowed: Allowed;
  /** What the schema says about an object type. */
  readonly meaningOf: (type: string) => Promise<string | undefined>;
}

/** The names and values that no schema knows: they follow from the record, or from the others. */
export async function suggestedItems(from: SuggestedFrom): Promise<vscode.CompletionItem[]> {
  const { document, position, record, index, allowed } = from;
  const isOneLine = formatOfDocument(document) === 'lines';
  const found = suggestionsAt(record.text, record.offsetOf(position), {
    now: new Date(),
    allowed,
    isWholeFile: !isOneLine && index?.shape === 'record',
    otherValues: (name) => (index ? valuesOfOthers(index, position, name) : []),
  });
  if (!found) return [];
  const start = record.positionOf(found.span.offset);
  const end = record.positionOf(found.span.offset + found.span.length);
  const range = { inserting: new vscode.Range(start, position), replacing: new vscode.Range(start, end) };
  return Promise.all(
    found.items.map(async (suggestion, at) => {
      const item = itemFor(suggestion, isOneLine);
      item.range = range;
      // What the schema suggests is sorted by its label, or by a number.
      item.sortText = `${found.isLast ? 'z' : ' '}${String(at).padStart(3, '0')}`;
      const meaning = suggestion.type && (await from.meaningOf(suggestion.type));
      if (meaning) item.documentation = new vscode.MarkdownString(meaning);
      return item;
    }),
  );
}

function itemFor({ label, insert, filter, detail, isName }: Suggestion, isOneLine: boolean): vscode.CompletionItem {
  const { Property, Value } = vscode.CompletionItemKind;
  const described = detail ? { label, description: detail } : label;
  const item = new vscode.CompletionItem(described, isName ? Property : Value);
  item.insertText = new vscode.SnippetString(isOneLine ? onOneLine(insert) : insert);
  item.filterText = filter;
  return item;
}

/** How many records before a place, and behind it, are read for the values that they have. */
const mostRead = 50;

/** The values of the records around a position under a name, the most frequent first. */
function valuesOfOthers(
  index: RecordIndex,
  position: vscode.Position,
  name: 'tenant' | 'requesterName',
): readonly string[] {
  const counts = new Map<string, number>();
  let read = 0;
  for (const record of refsFrom(cursorAt(index, position).back(mostRead))) {
    const range = rangeIn(index, record);
    if (!range || read++ > mostRead * 2) break;
    const isOwn = compare(range.start, position) <= 0 && compare(position, range.end) <= 0;
    const value = isOwn ? undefined : sharedValues(index.source.getText(range))[name];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
}
