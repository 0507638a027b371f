import * as vscode from 'vscode';
import type snippets from '../../../snippets/backup-response.json';
import { isOurName } from '../../files/file-names.ts';
import { recordInsertionAt } from '../../record/record-place.ts';
import { onOneLine } from '../../record/scaffold.ts';
import { formatOfDocument } from '../languages.ts';
import { log } from '../log.ts';
import type { RecordText } from './record-at.ts';

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

/**
 * The snippets for records, where a record can stand. VS Code offers the same ones, as package.json contributes them, in
 * files with our names; it offers them anywhere in these, but not directly behind a bracket.
 */
export function recordSnippets(
  document: vscode.TextDocument,
  position: vscode.Position,
  record: RecordText,
  snippets: Partial<Snippets>,
): vscode.CompletionItem[] {
  const insertion = recordInsertionAt(record.text, record.offsetOf(position));
  if (!insertion) return [];
  const start = position.translate(0, -insertion.typed);
  if (isOfferedByVsCode(document, start)) return [];
  const isOneLine = formatOfDocument(document) === 'lines';
  const isEmpty = !isOneLine && document.getText(new vscode.Range(0, 0, start.line, start.character)).trim() === '';
  return Object.entries(snippets)
    .filter(
      ([
        ,
        {
          body: [first],
        },
      ]) => first === '{' || (first === '[' && isEmpty),
    )
    .map(([name, { prefix, description, body }], at) => {
      const item = new vscode.CompletionItem({ label: prefix, description: name }, vscode.CompletionItemKind.Snippet);
      const text = isOneLine ? onOneLine(body.join('\n')) : body.join('\n');
      item.insertText = new vscode.SnippetString(text + insertion.comma);
      item.range = new vscode.Range(start, position);
      item.detail = description;
      item.sortText = ` ${at}`;
      return item;
    });
}

/** Since then, the names of the files that a contributed snippet is for count; older versions offer it everywhere. */
const firstWithFileNames = [1, 109];

function isOfferedByVsCode({ languageId, uri, lineAt }: vscode.TextDocument, start: vscode.Position): boolean {
  if (languageId === 'jsonl') return false;
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  const [firstMajor = 0, firstMinor = 0] = firstWithFileNames;
  const hasFileNames = major > firstMajor || (major === firstMajor && minor >= firstMinor);
  if (hasFileNames && !isOurName(uri.path)) return false;
  const before = lineAt(start.line).text.charAt(start.character - 1);
  return start.character === 0 || /\s/.test(before);
}
