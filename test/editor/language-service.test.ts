import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { closeAll, eventually, openAtCursor } from './editor.ts';

/** A complete record, so that the file is recognized by its content. */
const other = '{ "jobId": "1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c", "tenant": "acme", "fileExists": true }';

/** Records; `|` marks the cursor. */
const completed = [
  '{ | }',
  '{ "jobId": "x", | "status": "COMPLETE" }',
  '{ "st|" }',
  '{ "st|atus": "COMPLETE" }',
  '{ "status": "|" }',
  '{ "status": "COM|PLETE", "name": "x" }',
  '{ "status": | }',
  '{ "fileExists": t| }',
  '{ "created": "|" }',
  '{ "options": { | } }',
  '{ "options": | }',
  '{ "options": { "includeTypes": ["ROLE", "|"] } }',
  '{ "options": { "objectOptions": { "|" } } }',
  '{ "options": { "objectOptions": { "ROLE": { | } } } }',
];
const hovered = [
  '{ "hydr|ationStatus": "NOT_HYDRATED" }',
  '{ "hydrationStatus": "NOT_|HYDRATED" }',
  '{ "options": { "include|Types": ["ROLE"] } }',
  '{ "tenant": "ac|me" }',
  '{| "tenant": "acme" }',
];

suite('completion and hover in files without a schema in VS Code', () => {
  teardown(closeAll);

  for (const record of completed) {
    test(`completion in a list recognized by its content equals that of VS Code: ${record}`, async () => {
      const text = `[\n  ${other},\n  ${record},\n  ${other}\n]`;
      const expected = await completions(text, '.backupresponse.json');
      ok(expected.length > 0);
      // Without a schema, VS Code itself offers names and values from the other records, without documentation.
      const isComplete = (items: Completion[]) => expected.every((item) => items.some((one) => isSame(one, item)));
      const items = await eventually(() => completions(text, '.json', 0), isComplete);
      for (const item of expected) deepEqual(items.find((one) => isSame(one, item)) ?? items, item);
    });

    test(`completion in JSON Lines equals that of VS Code in JSON, on one line: ${record}`, async () => {
      const expected = await completions(record, '.backupresponse.json');
      const oneLine = expected.map((item) => ({ ...item, insertText: item.insertText.replace(/\n\t*/g, ' ') }));
      deepEqual(await completions(record, '.backupresponse.jsonl'), oneLine);
    });
  }

  for (const record of hovered) {
    test(`hover equals that of VS Code: ${record}`, async () => {
      const text = `[\n  ${other},\n  ${record}\n]`;
      const expected = await hovers(text, '.backupresponse.json');
      equal(expected.length, 1);
      deepEqual(await hovers(text, '.json'), expected);
      const onLine = await hovers(record, '.backupresponse.json');
      deepEqual(await hovers(record, '.backupresponse.jsonl'), onLine);
    });
  }

  test('a new record is offered between two records, and on a new line', async () => {
    const labels = async (text: string, ending: string) => (await completions(text, ending)).map(({ label }) => label);
    ok((await labels(`[${other}, | ]`, '.json')).includes('{ }'));
    deepEqual(await labels(`${other}\n|`, '.backupresponse.jsonl'), ['{ }']);
    deepEqual(await labels('|', '.backupresponse.jsonl'), ['{ }']);
  });

  test('other lines do not affect completion, even if they are broken', async () => {
    const items = await completions(`{ "x\n${other}\n{ "status": "|" }\n{ [`, '.backupresponse.jsonl');
    deepEqual(
      items.map(({ label }) => label),
      ['"CANCELLED"', '"COMPLETE"', '"FAILED"', '"IN_PROGRESS"', '"NOT_STARTED"'],
    );
    deepEqual(items[0]?.range, [2, 12, 2, 13, 2, 12, 2, 14]);
  });

  test('accepting replaces the word at the cursor, also in JSON Lines', async () => {
    for (const [text, ending] of [
      [`[${other}, {"|"}]`, '.json'],
      [`${other}\n{"|"}`, '.jsonl'],
    ] as const) {
      const { document } = await openAtCursor(text, ending);
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      const accepted = await eventually(
        async () => {
          await vscode.commands.executeCommand('acceptSelectedSuggestion');
          return document.getText();
        },
        (now) => now !== text.replace('|', ''),
      );
      const [before, after] = text.split('"|"');
      const inserted = accepted.slice(before?.length, accepted.length - (after?.length ?? 0));
      ok(/^"jobId": "[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"$/.test(inserted), accepted);
    }
  });

  test('nothing is offered or explained twice in files with a schema in VS Code', async () => {
    const named = '{ "$schema": "backup-response://schemas/backup-response.json", "jobId": "x", | "tenant": "x" }';
    const foreign = '{ "$schema": "test://other", "jobId": "x", | "tenant": "x" }';
    for (const [text, ending, expected] of [
      [`[${other}, { | }]`, '.backupresponse.json', ['status']],
      [`[${other}, { | }]`, '.backup.json', ['status']],
      [named, '.json', ['status']],
      [foreign, '.json', []],
    ] as const) {
      const editor = await openAtCursor(text, ending);
      const ask = async () => (await completionsAt(editor)).filter(({ label }) => label === 'status');
      const items = await eventually(ask, (found) => found.length === expected.length);
      deepEqual(
        items.map(({ label }) => label),
        [...expected],
        text,
      );
    }
    const hover = await hovers(named.replace('| "tenant"', '"ten|ant"'), '.json');
    equal(hover.length, 1);
  });

  test('other JSON gets nothing', async () => {
    for (const ending of ['.json', '.jsonl']) {
      const editor = await openAtCursor('{ "name": "x", "version": 1, | }', ending);
      await vscode.commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, editor.selection.active);
      ok(!(await completionsAt(editor)).some(({ label }) => label === 'jobId'));
    }
  });
});

interface Completion {
  readonly label: string;
  readonly insertText: string;
  readonly documentation: string;
  readonly range: readonly number[];
  readonly rest: readonly unknown[];
}

function isSame(a: Completion, b: Completion): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What is offered at the `|` of a text, once there are enough items. */
async function completions(text: string, ending: string, atLeast = 1): Promise<Completion[]> {
  const editor = await openAtCursor(text, ending);
  return eventually(
    () => completionsAt(editor),
    (items) => items.length >= atLeast,
  );
}

/** Without snippets and words. */
async function completionsAt({ document, selection }: vscode.TextEditor): Promise<Completion[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return list.items
    .filter(({ kind }) => kind === vscode.CompletionItemKind.Property || kind === vscode.CompletionItemKind.Value)
    .map((item) => ({
      label: typeof item.label === 'string' ? item.label : item.label.label,
      insertText: typeof item.insertText === 'string' ? item.insertText : (item.insertText?.value ?? ''),
      documentation: markdown(item.documentation),
      range: numbers(item.range),
      rest: [item.kind, item.detail, item.filterText, item.sortText, item.command?.command],
    }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

async function hovers(text: string, ending: string): Promise<string[]> {
  const { document, selection } = await openAtCursor(text, ending);
  const ask = async () =>
    vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, selection.active);
  const found = await eventually(ask, (hovers) => hovers.length > 0);
  return found.map(({ contents, range }) =>
    JSON.stringify([contents.map((one) => markdown(one as vscode.MarkdownString)), numbers(range)]),
  );
}

function numbers(range: vscode.Range | { inserting: vscode.Range; replacing: vscode.Range } | undefined): number[] {
  if (!range) return [];
  if ('inserting' in range) return [...numbers(range.inserting), ...numbers(range.replacing)];
  return [range.start.line, range.start.character, range.end.line, range.end.character];
}

function markdown(text: vscode.MarkdownString | string | undefined): string {
  return typeof text === 'string' ? text : (text?.value ?? '');
}
