import * as vscode from 'vscode';
import type { Completion, SharedName } from '../../features/completion/completion.ts';
import type { Completions } from '../../features/completion/completions.ts';
import { textIn } from '../../features/new-record.ts';
import { onOneLine } from '../../features/scaffold.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import { cursorAt, rangeIn, refsFrom } from '../../index/records.ts';
import { compare } from '../../json/position.ts';
import { nameOfEnum } from '../../model/allowed.ts';
import type { Service } from './language-service.ts';
import type { RecordText } from './record-at.ts';

/** The names and values that can be at a position, in the order of a person's work. */
export function itemsOf(
  { span, items }: Completions,
  record: RecordText,
  position: vscode.Position,
  isOneLine: boolean,
  service: Service | undefined,
): vscode.CompletionItem[] {
  const start = record.positionOf(span.offset);
  const end = record.positionOf(span.offset + span.length);
  const range = { inserting: new vscode.Range(start, position), replacing: new vscode.Range(start, end) };
  return items.map((completion, at) => {
    const item = itemFor(completion, isOneLine);
    item.range = range;
    item.sortText = String(at).padStart(3, '0');
    item.preselect = at === 0;
    const explanation = service && explanationOf(completion, service);
    if (explanation) item.documentation = new vscode.MarkdownString(explanation, true);
    return item;
  });
}

function itemFor(completion: Completion, isOneLine: boolean): vscode.CompletionItem {
  const { label, insert, filter, detail, isName, opensList } = completion;
  const { Property, Value } = vscode.CompletionItemKind;
  const described = detail ? { label, description: detail } : label;
  const item = new vscode.CompletionItem(described, isName ? Property : Value);
  item.insertText = new vscode.SnippetString(isOneLine ? onOneLine(insert) : insert);
  item.filterText = filter;
  if (opensList) item.command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };
  return item;
}

function explanationOf({ explained }: Completion, { descriptionOf, meaningOf }: Service): string | undefined {
  if (!explained) return undefined;
  const { path, value } = explained;
  return value === undefined ? descriptionOf(path) : meaningOf(nameOfEnum(path) ?? path, value);
}

/** How many records before a position, and after it, are read for the values that they have. */
const maxRead = 50;

/** The values of the records around a position under a name: first that of the record before, then the most frequent. */
export function valuesOfOthers(index: RecordIndex, position: vscode.Position, name: SharedName): readonly string[] {
  const counts = new Map<string, number>();
  let before: string | undefined;
  let read = 0;
  for (const record of refsFrom(cursorAt(index, position).back(maxRead))) {
    const range = rangeIn(index, record);
    if (!range || read++ > maxRead * 2) break;
    const isOwn = compare(range.start, position) <= 0 && compare(position, range.end) <= 0;
    const value = isOwn ? undefined : textIn(index.source.getText(range), name);
    if (value === undefined) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (compare(range.end, position) <= 0) before = value;
  }
  const others = [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
  return before === undefined ? others : [before, ...others.filter((value) => value !== before)];
}
