import * as vscode from 'vscode';
import type snippets from '../../../snippets/backup-response.json';
import type { NewItem } from '../../features/completion/completions.ts';
import { onOneLine } from '../../features/scaffold.ts';
import { formatOfDocument } from '../workbench/languages.ts';
import { log } from '../workbench/log.ts';

/** The snippets that package.json contributes. */
export type Snippets = typeof snippets;

/** @returns reads them when they are first needed; none if they cannot be read */
export function snippetsOf(extensionUri: vscode.Uri): () => Promise<Partial<Snippets>> {
  let reading: Promise<Partial<Snippets>> | undefined;
  return () => {
    reading ??= readSnippets(extensionUri).catch((error) => {
      reading = undefined;
      log.error('The snippets could not be loaded.', error);
      return {};
    });
    return reading;
  };
}

async function readSnippets(extensionUri: vscode.Uri): Promise<Snippets> {
  const file = vscode.Uri.joinPath(extensionUri, 'snippets', 'backup-response.json');
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
}

/** The snippets for records, and an empty record. */
export function recordItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  { typed, comma }: NewItem,
  snippets: Partial<Snippets>,
): vscode.CompletionItem[] {
  const start = position.translate(0, -typed);
  const isOneLine = formatOfDocument(document) === 'lines';
  const isEmpty = !isOneLine && document.getText(new vscode.Range(0, 0, start.line, start.character)).trim() === '';
  const offered = isOfferedByVsCode(document, start) ? [] : Object.entries(snippets);
  const whole = offered.filter(([, { body }]) => body[0] === '{' || isEmpty);
  const items = whole.map(([name, { prefix, description, body }]) => {
    const item = new vscode.CompletionItem({ label: prefix, description: name }, vscode.CompletionItemKind.Snippet);
    const text = isOneLine ? onOneLine(body.join('\n')) : body.join('\n');
    item.insertText = new vscode.SnippetString(text + comma);
    item.detail = description;
    return item;
  });
  const empty = new vscode.CompletionItem('{ }', vscode.CompletionItemKind.Value);
  empty.insertText = new vscode.SnippetString(`${isOneLine ? '{ $1 }' : '{\n\t$1\n}'}${comma}`);
  empty.command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };
  for (const [at, item] of [...items, empty].entries()) {
    item.range = new vscode.Range(start, position);
    item.sortText = String(at).padStart(3, '0');
  }
  return [...items, empty];
}

/** From this version on, VS Code leaves the contributed snippets to us; older ones offer them after white space. */
const firstWithFileNames = [1, 109];

function isOfferedByVsCode({ languageId, lineAt }: vscode.TextDocument, start: vscode.Position): boolean {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  const [firstMajor = 0, firstMinor = 0] = firstWithFileNames;
  if (languageId === 'jsonl' || major > firstMajor || (major === firstMajor && minor >= firstMinor)) return false;
  const before = lineAt(start.line).text.charAt(start.character - 1);
  return start.character === 0 || /\s/.test(before);
}
