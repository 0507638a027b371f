import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { closeAll, eventually, idle, openAtCursor } from './editor.ts';

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
    test(`completion is the same in each file that is ours, on one line in JSON Lines: ${record}`, async () => {
      const text = `[\n  ${other},\n  ${record},\n  ${other}\n]`;
      const expected = await completions(text, '.backupresponse.json');
      // Until VS Code's own service knows our schema, it offers the names and values of the other records.
      const editor = await openAtCursor(text, '.json');
      const isSame = (items: Completion[]) => JSON.stringify(items) === JSON.stringify(expected);
      const found = await eventually(
        () => completionsAt(editor),
        (items) => isSame(items) || !knowsRegistries(),
      );
      if (knowsRegistries()) deepEqual(found, expected);
      const oneLine = expected.map((item) => ({ ...item, insertText: item.insertText.replace(/\n\t*/g, ' ') }));
      const lines = await completions(`${other}\n${record}\n${other}`, '.backupresponse.jsonl');
      deepEqual(
        lines.map((item) => ({ ...item, range: [] })),
        oneLine.map((item) => ({ ...item, range: [] })),
      );
    });
  }

  for (const record of hovered) {
    test(`hover equals that of VS Code: ${record}`, async () => {
      const text = `[\n  ${other},\n  ${record}\n]`;
      const expected = await hovers(text, '.backupresponse.json');
      equal(new Set(expected.map(({ text: shown }) => shown)).size, expected.length);
      deepEqual(await hovers(text, '.json', expected.length), expected);
      const onLine = await hovers(record, '.backupresponse.json');
      deepEqual(await hovers(record, '.backupresponse.jsonl', onLine.length), onLine);
    });
  }

  for (const ending of ['.backupresponse.json', '.json', '.backupresponse.jsonl']) {
    test(`hover in a file ${ending} says once what a property is and what its value means`, async () => {
      for (const [record, ...sentences] of [
        ['{ "status": "COM|PLETE" }', 'The progress of the backup.', 'The backup is complete.'],
        ['{ "type": "BACK|UP" }', 'The type of the job.', "A backup of a tenant's configuration"],
        ['{ "options": { "includeTypes": ["RO|LE"] } }', 'A type of object that', 'Roles: sets of'],
      ] as const) {
        const text = ending === '.json' ? `[\n  ${other},\n  ${record},\n  ${other}\n]` : record;
        const shown = (await hovers(text, ending, 2)).map((one) => one.text).join('\n');
        for (const sentence of sentences) equal(shown.split(sentence).length - 1, 1, shown);
      }
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
      items.toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ label }) => label),
      ['"COMPLETE"', '"NOT_STARTED"', '"IN_PROGRESS"', '"CANCELLED"', '"FAILED"'],
    );
    deepEqual(items[0]?.range, [2, 12, 2, 13, 2, 12, 2, 14]);
  });

  test('the snippets for records are offered where a record can stand, never twice, and in no other file', async () => {
    const snippets = async (text: string, ending: string) => {
      const editor = await openAtCursor(text, ending);
      const ask = async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          editor.document.uri,
          editor.selection.active,
        );
        const labels = list.items
          .filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet)
          .map(({ label }) => (typeof label === 'string' ? label : label.label));
        return labels.filter((label) => label === 'backup' || label === 'backup-list');
      };
      await idle();
      return ask();
    };
    for (const [text, ending, expected] of [
      ['[|]', '.backupresponse.json', ['backup']],
      [`[${other},\n  |\n]`, '.json', ['backup']],
      [`${other}\n|`, '.jsonl', ['backup']],
      ['|', '.backupresponse.jsonl', ['backup']],
      [`[${other} |]`, '.json', []],
      [`[${other}, { | }]`, '.json', []],
      ['{ "name": "x", "version": 1,\n  |\n}', '.json', []],
      ['{ "name": | }', '.json', []],
      [`[${other},\n  |\n]`, '.backupresponse.json', ['backup']],
      ['|', '.backupresponse.json', ['backup', 'backup-list']],
      ['{ "status": | }', '.backupresponse.json', []],
      ['{ "jobId": "x", | }', '.backupresponse.json', []],
      ['{ "options": { | } }', '.backupresponse.json', []],
    ] as const) {
      // Older versions offer all contributed snippets after white space, whatever stands there.
      const areOfferedByVsCode = !ending.endsWith('.jsonl') && !leavesSnippetsToUs() && /(?:^|\s)\|/.test(text);
      const labels = areOfferedByVsCode ? ['backup', 'backup-list'] : [...expected];
      deepEqual(await snippets(text, ending), labels, `${ending} ${text}`);
    }
  });

  test('completion offers the values of the other records, and values that a list does not have yet', async () => {
    const labels = async (text: string, ending: string) => (await completions(text, ending)).map(({ label }) => label);
    // An older VS Code offers these values in files that are recognized by their content as well.
    for (const ending of knowsRegistries() ? ['.json', '.backupresponse.json'] : ['.backupresponse.json']) {
      ok((await labels(`[${other}, { "tenant": "|" }]`, ending)).includes('"acme"'));
      const page = `[{ "items": [${other}, { "jobId": "b", "status": "FAILED", "tenant": "|" }] }]`;
      ok((await labels(page, ending)).includes('"acme"'), 'in a page, those of the page');
      const types = await labels(`[${other}, { "options": { "includeTypes": ["ROLE", "|"] } }]`, ending);
      ok(types.includes('"TAG"') && !types.includes('"ROLE"'), types.join());
    }
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

  test('a file with a schema in VS Code has each completion and each explanation once', async () => {
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
  /** The sort key: VS Code's service has the label, ours the order of the schema. */
  readonly order: string;
}

/** Whether VS Code knows for which files snippets are contributed. */
function leavesSnippetsToUs(): boolean {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  return major > 1 || minor >= 109;
}

/** Whether this VS Code can be given our schema for one file. An older one offers the names of other records. */
function knowsRegistries(): boolean {
  const service = vscode.extensions.getExtension('vscode.json-language-features');
  return service?.packageJSON.contributes.jsonValidationRegistry !== undefined;
}

/** The completions at the `|` of a text, once there are enough items, and none twice. */
async function completions(text: string, ending: string, atLeast = 1): Promise<Completion[]> {
  const editor = await openAtCursor(text, ending);
  return eventually(
    () => completionsAt(editor),
    (items) => items.length >= atLeast && new Set(items.map(({ label }) => label)).size === items.length,
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
      rest: [item.kind, item.detail, item.filterText, item.command?.command],
      order: item.sortText ?? '',
    }))
    .map((item) => JSON.parse(JSON.stringify(item).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now')) as Completion)
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** Each text that is shown at the `|`, and for which range, once there are enough. */
async function hovers(marked: string, ending: string, atLeast = 1): Promise<{ text: string; range: number[] }[]> {
  const { document, selection } = await openAtCursor(marked, ending);
  const ask = async () =>
    vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, selection.active);
  const textsOf = (found: readonly vscode.Hover[]) =>
    found.flatMap(({ contents, range }) =>
      contents.map((one) => ({ text: markdown(one as vscode.MarkdownString), range: numbers(range) })),
    );
  return textsOf(await eventually(ask, (found) => textsOf(found).length >= atLeast));
}

function numbers(range: vscode.Range | { inserting: vscode.Range; replacing: vscode.Range } | undefined): number[] {
  if (!range) return [];
  if ('inserting' in range) return [...numbers(range.inserting), ...numbers(range.replacing)];
  return [range.start.line, range.start.character, range.end.line, range.end.character];
}

function markdown(text: vscode.MarkdownString | string | undefined): string {
  return typeof text === 'string' ? text : (text?.value ?? '');
}
