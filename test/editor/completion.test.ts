import * as vscode from 'vscode';
import { deepEqual, ok } from './assert.ts';
import { closeAll, eventually, openAtCursor } from './editor.ts';

suite('completion and hover', () => {
  teardown(closeAll);

  test('offers the properties of a record in the schema’s order', async () => {
    const { labels } = await complete('{ | }', 'jobId');
    deepEqual(labels.slice(0, 4), ['jobId', 'status', 'type', 'tenant']);
    ok(!labels.includes('$schema'), 'the SDK refuses $schema, so it is not suggested');
  });

  test('offers properties in a list, except those already present', async () => {
    const { labels } = await complete('[{ "jobId": "x", | }]', 'status');
    ok(!labels.includes('jobId'));
  });

  test('offers properties in an untitled document', async () => {
    const uri = vscode.Uri.parse('untitled:new.backupresponse.json');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '{  }'));
    const { labels } = await completeAt(editor.document, new vscode.Position(0, 2), 'backupType');
    ok(labels.includes('hydrationStatus'));
  });

  test('accepting a property inserts the colon and a suitable value', async () => {
    const { inserted } = await complete('{ | }', 'status');
    deepEqual(
      ['status', 'fileExists', 'totalObjectCount', 'created', 'options'].map((name) => inserted.get(name)),
      [
        '"status": $1',
        '"fileExists": $1',
        '"totalObjectCount": $1',
        '"created": "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}T${CURRENT_HOUR}:${CURRENT_MINUTE}:${CURRENT_SECOND}${CURRENT_TIMEZONE_OFFSET}"',
        '"options": {\n\t"includeTypes": [\n\t\t$1\n\t]\n}',
      ],
    );
  });

  test('offers the values of an enum, each with a description', async () => {
    const { labels, documentation } = await complete('{ "status": "|" }', '"COMPLETE"');
    deepEqual(labels, ['"COMPLETE"', '"NOT_STARTED"', '"IN_PROGRESS"', '"CANCELLED"', '"FAILED"']);
    ok(documentation.get('"FAILED"')?.includes('ended with an error'));
  });

  test('offers true and false', async () => {
    const { labels } = await complete('{ "fileExists": | }', 'true');
    deepEqual(labels, ['true', 'false']);
  });

  test('offers object types in includeTypes and objectOptions, and the properties in each of them', async () => {
    await complete('{ "options": { "includeTypes": ["|"] } }', '"TRANSFORM"');
    await complete('{ "options": { "objectOptions": { | } } }', 'WORKFLOW');
    await complete('{ "options": { "objectOptions": { "ROLE": { | } } } }', 'includedNames');
  });

  test('hover explains a property, with its PowerShell parameter, and a value', async () => {
    ok((await hover('{ "hydr|ationStatus": "NOT_HYDRATED" }')).includes('-HydrationStatus'));
    ok((await hover('{ "hydrationStatus": "NOT_|HYDRATED" }')).includes('not ready'));
  });
});

async function complete(text: string, awaited: string) {
  const editor = await openAtCursor(text);
  return completeAt(editor.document, editor.selection.active, awaited);
}

/** The completions of VS Code at a position, once it offers `awaited`; without snippets and words. */
async function completeAt(document: vscode.TextDocument, position: vscode.Position, awaited: string) {
  const ask = async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return list.items
      .filter(({ kind }) => kind === vscode.CompletionItemKind.Property || kind === vscode.CompletionItemKind.Value)
      .sort((a, b) => (sortText(a) < sortText(b) ? -1 : 1));
  };
  // Until VS Code has loaded our schema, its own service offers the name of one.
  const isLoaded = (labels: readonly string[]) => labels.includes(awaited) && !labels.includes('$schema');
  const items = await eventually(ask, (found) => isLoaded(found.map(labelOf)));
  const labels = items.map(labelOf);
  ok(labels.includes(awaited), `no ${awaited} in ${labels.join(', ')}`);
  return {
    labels,
    inserted: new Map(items.map((item) => [labelOf(item), insertText(item)])),
    documentation: new Map(items.map((item) => [labelOf(item), markdown(item.documentation)])),
  };
}

async function hover(text: string): Promise<string> {
  const editor = await openAtCursor(text);
  const ask = async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      editor.selection.active,
    );
    return hovers
      .flatMap(({ contents }) => contents.map((content) => markdown(content as vscode.MarkdownString)))
      .join('\n');
  };
  return eventually(ask, (found) => found !== '');
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function sortText(item: vscode.CompletionItem): string {
  return item.sortText ?? labelOf(item);
}

function insertText({ insertText: text }: vscode.CompletionItem): string | undefined {
  return typeof text === 'string' ? text : text?.value;
}

function markdown(text: vscode.MarkdownString | string | undefined): string {
  return typeof text === 'string' ? text : (text?.value ?? '');
}
