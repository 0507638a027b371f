import * as vscode from 'vscode';
import { sourceOf } from '../../src/editor/convert.ts';
import { pasteEdits } from '../../src/editor/paste/paste.ts';
import type { Checks } from '../../src/editor/problems/checks.ts';
import { RecordIndex } from '../../src/index/record-index.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { deepEqual, equal, ok } from './assert.ts';
import {
  answer,
  closeAll,
  eventually,
  fileUri,
  idle,
  inputShown,
  messagesDuring,
  openAs,
  openAtCursor,
  openUntitled,
  ourDiagnostics,
} from './editor.ts';

const id = '1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c';
const call = `$r = Initialize-PSSailpoint.V2024BackupResponse -JobId ${id} \`\n  -Status COMPLETE \`\n  -RequesterName Ada Lovelace \`\n  -FileExists true \`\n  -Options null\n`;
const cutOffList = `jobId      : ${id}\nstatus     : COMPLETE\nfileExists : True\nname       : nightly...\noptions    : @{includeTypes=System.Object[]; objectOptions=}\n`;
const record = { jobId: id, status: 'COMPLETE', requesterName: 'Ada Lovelace', fileExists: true, options: null };

suite('records in and out', () => {
  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('Paste as Record adds the records of a PowerShell call to a list, and one undo takes them away', async () => {
    const text = '[\r\n  {\r\n    "jobId": "x"|\r\n  }\r\n]\r\n';
    const { document } = await openAtCursor(text);
    await run('pasteAsRecord', call);
    deepEqual(JSON.parse(document.getText()), [{ jobId: 'x' }, record]);
    ok(document.getText().startsWith('[\r\n  {\r\n    "jobId": "x"\r\n  },\r\n  {\r\n    "jobId"'), document.getText());
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text.replace('|', ''));
  });

  test('Paste as Record puts a list into JSON Lines, a record a line', async () => {
    const { document } = await openAtCursor('{ "jobId": "x" }\n|\n', '.backupresponse.jsonl');
    await run('pasteAsRecord', '[\n  { "jobId": "1" },\n  { "jobId": "2" }\n]');
    equal(document.getText(), '{ "jobId": "x" }\n{ "jobId": "1" }\n{ "jobId": "2" }\n');
  });

  test('Paste as Record opens a new file where the editor has none of ours', async () => {
    await openUntitled('plaintext', 'some notes');
    await run(
      'pasteAsRecord',
      `HTTP/1.1 200 OK\ncontent-type: application/json\n\n[{ "jobId": "${id}", "fileExists": true }]`,
    );
    const { document } = vscode.window.activeTextEditor ?? {};
    ok(document?.isUntitled);
    deepEqual(JSON.parse(document.getText()), { jobId: id, fileExists: true });
  });

  test('a clipboard that cannot be read changes nothing', async () => {
    const { document } = await openAtCursor('[|]');
    for (const text of ['Initialize-BackupResponse -JobId $id', 'nothing of the kind', ''])
      await run('pasteAsRecord', text);
    equal(document.getText(), '[]');
  });

  for (const [title, text, clipboard, expected, selected = 0] of [
    // The last number says how many characters are selected.
    [
      'a PowerShell call',
      '[|\n  { "jobId": "x" }\n]',
      `Initialize-BackupResponse -JobId ${id}`,
      `[\n  {\n    "jobId": "${id}"\n  },\n  { "jobId": "x" }\n]`,
    ],
    [
      'a PowerShell call on an indented line',
      '[\n  { "jobId": "x" },\n  |\n]',
      `Initialize-BackupResponse -JobId ${id}`,
      `[\n  { "jobId": "x" },\n  {\n    "jobId": "${id}"\n  }\n]`,
    ],
    [
      'a list in a list',
      '[|]',
      `[{ "jobId": "${id}", "type": "BACKUP" }]`,
      `[\n    {\n        "jobId": "${id}",\n        "type": "BACKUP"\n    }\n]`,
    ],
    [
      'JSON Lines in an empty file',
      '|',
      `{ "jobId": "${id}", "type": "BACKUP" }\n{ "jobId": "2", "type": "BACKUP" }`,
      `[\n    {\n        "jobId": "${id}",\n        "type": "BACKUP"\n    },\n    {\n        "jobId": "2",\n        "type": "BACKUP"\n    }\n]\n`,
    ],
    ['JSON, which stays plain text unless the user wants it otherwise', '[|]', `{ "jobId": "${id}" }`, 'plain'],
    ['JSON that may be of another program', '[|]', `[{ "jobId": "${id}", "status": "COMPLETE" }]`, 'plain'],
    ['JSON with a comment', '[|]', `[{ "jobId": "${id}", "type": "BACKUP" }] // mine`, 'plain'],
    ['a call with another command', '[|]', `Connect-X\nInitialize-BackupResponse -JobId ${id}`, 'plain'],
    ['a call in a comment', '[ // he|re\n]', `Initialize-BackupResponse -JobId ${id}`, 'plain'],
    ['a call before the list', '|[]', `Initialize-BackupResponse -JobId ${id}`, 'plain'],
    ['Format-List that is cut off', '[|]', cutOffList, 'plain'],
    ['YAML', '[|]', '- jobId: a\n  status: COMPLETE\n  fileExists: true\n', undefined],
    ['JavaScript', '[|]', "status: 'COMPLETE',\njobId: 'A1',\nfileExists: true,\n", undefined],
    ['anything else', '[|]', 'some words', undefined],
    ['an empty clipboard', '[|]', '', undefined],
    ['a selection', '[|{}]', `Initialize-BackupResponse -JobId ${id}`, undefined, 2],
    ['more than is read', '[|]', `[${`{ "jobId": "${id}", "type": "BACKUP" },`.repeat(30_000)}]`, undefined],
    ['something in a record', '[{ "jobId": "x", | }]', `Initialize-BackupResponse -JobId ${id}`, undefined],
  ] as const satisfies readonly (readonly [string, string, string, string | undefined, number?])[]) {
    test(`a paste offers records: ${title}`, async () => {
      const { document, selection } = await openAtCursor(text);
      const range = new vscode.Range(selection.start, selection.start.translate(0, selected));
      const edits = await offered(document, range, clipboard);
      if (expected === undefined) return equal(edits.length, 0);
      const [edit] = edits;
      equal(edits.length, 1);
      equal(
        edit?.yieldTo?.some((kind) => kind.contains(vscode.DocumentDropOrPasteEditKind.Text)) ?? false,
        expected === 'plain',
      );
      if (expected === 'plain') return;
      equal(edit?.insertText, '', 'which VS Code would indent once more');
      ok(edit?.additionalEdit && (await vscode.workspace.applyEdit(edit.additionalEdit)));
      equal(document.getText(), expected);
    });
  }

  test('the title of a paste names the parts that it leaves out', async () => {
    const { document, selection } = await openAtCursor('[|]');
    for (const [clipboard, title] of [
      [`Initialize-BackupResponse -JobId ${id}`, 'Insert Backup Record from PowerShell'],
      [cutOffList, 'Insert Backup Record from Format-List (without "name" and "options")'],
      [`Hello\n{ "jobId": "${id}" }`, 'Insert Backup Record (without other text)'],
    ] as const) {
      const [edit] = await offered(document, selection, clipboard);
      equal(edit?.title, title);
    }
  });

  test('Paste as Record inserts the records that it can read, and one undo removes them', async () => {
    const { document } = await openAtCursor('[|]');
    await run('pasteAsRecord', cutOffList);
    deepEqual(JSON.parse(document.getText()), [{ jobId: id, status: 'COMPLETE', fileExists: true }]);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), '[]');
  });

  test('Copy as PowerShell and Paste as Record give the same record', async () => {
    const own = {
      jobId: id,
      name: "it's $(x) \u2019 `n",
      isPartial: true,
      options: { includeTypes: ['ROLE'] },
      totalObjectCount: 7,
    };
    await openAtCursor(`[${JSON.stringify(own)}|]`);
    await run('copyAsPowerShell');
    const copied = await vscode.env.clipboard.readText();
    ok(copied.includes('-JobId') && copied.trimEnd().endsWith('| ConvertTo-Json -Depth 10'), copied);
    const { document } = await openAtCursor('[|]');
    await run('pasteAsRecord');
    deepEqual(JSON.parse(document.getText()), [own]);
  });

  test('Copy Anonymized copies the selected records without their names', async () => {
    const editor = await openAtCursor(
      `[{ "jobId": "${id}", "tenant": "acme" },\n{ "tenant": "acme", "name": "Secret" }]|`,
    );
    editor.selection = new vscode.Selection(0, 1, 1, 30);
    await run('copyAnonymized');
    const copied = JSON.parse(await vscode.env.clipboard.readText());
    equal(copied.length, 2);
    equal(copied[0].tenant, copied[1].tenant);
    ok(!/acme|Secret|1b3f2f6e/.test(JSON.stringify(copied)), JSON.stringify(copied));
  });

  test('a selection in a page on a line copies the records that it touches, and no others', async () => {
    const records = Array.from({ length: 9 }, (_, number) => `{"jobId":"${number}","status":"FAILED"}`);
    const editor = await openAtCursor(
      `{"items":[${records.join(',')}]}\n{"status":"COMPLETE"}|`,
      '.backupresponse.jsonl',
    );
    const { document } = editor;
    const at = (record: number) => document.positionAt(document.getText().indexOf(records[record] as string) + 1);
    const copied = async () => {
      await run('copyAnonymized');
      return JSON.parse(await vscode.env.clipboard.readText());
    };
    editor.selection = new vscode.Selection(at(3), at(6));
    equal((await copied()).length, 4);
    editor.selection = new vscode.Selection(at(7), new vscode.Position(1, 5));
    deepEqual(
      (await copied()).map(({ status }: { status: string }) => status),
      ['FAILED', 'FAILED', 'COMPLETE'],
    );
  });

  test('Sort Properties sorts all records, with their comments, and one undo takes it back', async () => {
    const text =
      '[\n  {\n    // mine\n    "name": "x",\n    "jobId": "a"\n  },|\n  { "status": "FAILED", "jobId": "b" }\n]';
    const { document } = await openAtCursor(text, '.backupresponse.jsonc');
    await run('sortProperties');
    equal(
      document.getText(),
      '[\n  {\n    "jobId": "a",\n    // mine\n    "name": "x"\n  },\n  { "jobId": "b", "status": "FAILED" }\n]',
    );
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text.replace('|', ''));
  });

  test('Sort Properties changes nothing, and says so, if the user types before all records are sorted', async () => {
    const records = Array.from({ length: 20_000 }, (_, at) => `{ "status": "FAILED", "name": "${at}" }`);
    const editor = await openAtCursor(`|[\n${records.join(',\n')}\n]`);
    await idle();
    const messages = await messagesDuring(async () => {
      const sorted = run('sortProperties');
      await editor.edit((builder) => builder.insert(new vscode.Position(1, 0), ' '));
      await sorted;
    });
    deepEqual(messages, [`"${editor.document.uri.path.split('/').at(-1)}" has changed meanwhile. Try again.`]);
    equal(editor.document.lineAt(1).text, ` ${records[0]},`);
    equal(editor.document.lineAt(20_000).text, records[19_999]);
  });

  test('properties can be sorted on save', async () => {
    const { document } = await openAtCursor('{ "status": "FAILED", "jobId": "b" }|');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
      'source.sortProperties',
      1,
    );
    const [sort] = actions.filter(({ title }) => title === 'Sort properties');
    ok(sort?.edit);
    await vscode.workspace.applyEdit(sort.edit);
    equal(document.getText(), '{ "jobId": "b", "status": "FAILED" }');
  });

  test('Compare with Record opens two read-only texts in the same order, without findings', async () => {
    const editor = await openAtCursor(
      `[{ "status": "DONE", "jobId": "a", "created": "2024-03-05T09:00:00+01:00" },\n{ "jobId": "b", "created": "2024-03-05T08:00:00Z", "status": "COMPLETE" }]|`,
    );
    editor.selection = new vscode.Selection(0, 5, 1, 5);
    await run('compareRecords');
    const [left, right] = await comparedTexts();
    equal(left?.getText(), '{\n  "jobId": "a",\n  "status": "DONE",\n  "created": "2024-03-05T08:00:00Z"\n}\n');
    equal(right?.getText(), '{\n  "jobId": "b",\n  "status": "COMPLETE",\n  "created": "2024-03-05T08:00:00Z"\n}\n');
    await idle();
    for (const side of [left, right]) equal(side && ourDiagnostics(side).length, 0);
  });

  test('Compare with Record lets the user pick the other one, in another file too', async () => {
    await openAs('other-compared.backupresponse.json', '[{ "jobId": "c", "name": "other" }]');
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    const editor = await openAtCursor('{ "jobId": "a", "name": "one" }|');
    await idle();
    editor.selection = new vscode.Selection(0, 3, 0, 3);
    const done = vscode.commands.executeCommand('backupResponse.compareRecords');
    await inputShown();
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    const [left, right] = await comparedTexts();
    ok(left?.getText().includes('"one"') && right?.getText().includes('"other"'));
  });

  test('Compare Files by Record pairs the records by their ids', async () => {
    await openAs(
      'second-compared.backupresponse.json',
      '[{ "jobId": "b", "name": "2" }, { "jobId": "a", "name": "x" }, { "jobId": "d" }]',
    );
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    await openAtCursor('[{ "jobId": "a", "name": "1" }, { "jobId": "b", "name": "2" }, { "jobId": "c" }]|');
    await idle();
    await answer(vscode.commands.executeCommand('backupResponse.compareFiles'), 'accept');
    const [left, right] = await comparedTexts();
    const ids = (document: vscode.TextDocument | undefined) =>
      JSON.parse(document?.getText() ?? '[]').map(({ jobId }: { jobId: string }) => jobId);
    deepEqual(
      [ids(left), ids(right)],
      [
        ['a', 'b', 'c'],
        ['a', 'b', 'd'],
      ],
    );
  });

  test('Compare Files by Record offers the files of the workspace that are not open, first those with our name', async () => {
    const unopened = fileUri('0/unopened.backupresponse.json');
    await vscode.workspace.fs.writeFile(unopened, new TextEncoder().encode('[{ "jobId": "unopened" }]'));
    await vscode.workspace.fs.writeFile(fileUri('0/a.json'), new TextEncoder().encode('{ "jobId": "other" }'));
    try {
      await openAtCursor('[{ "jobId": "a" }]|');
      await idle();
      await answer(vscode.commands.executeCommand('backupResponse.compareFiles'), 'accept');
      const [left, right] = await comparedTexts();
      ok(left?.getText().includes('"a"') && right?.getText().includes('"unopened"'), right?.getText());
      ok(right?.uri.path.endsWith('/unopened.backupresponse.json'), right?.uri.path);
    } finally {
      await vscode.workspace.fs.delete(fileUri('0'), { recursive: true });
    }
  });

  test('Show Records as Table serves a page that follows the file', async () => {
    const editor = await openAtCursor(
      `[{ "name": "a \\u007c b", "status": "DONE" },\n{ "name": "new", "status": "COMPLETE", "created": "2024-03-05T08:00:00Z", "completed": "2024-03-05T08:00:45Z" }]|`,
    );
    await idle();
    await run('showTable');
    const page = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'backup-response-table');
    const text = await eventually(
      () => page()?.getText() ?? '',
      (shown) => shown.includes('<th scope="col">Name</th>'),
    );
    const name = editor.document.uri.path.split('/').at(-1);
    equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, `Records of ${name}`);
    const rows = text.split('\n').filter((line) => line.startsWith('<tr>'));
    ok(rows[0]?.includes('">new</a>') && rows[0].includes('45\u00a0s'), text);
    ok(rows[1]?.includes('">a | b</a>') && rows[1].endsWith('<td>1 error</td><td align="right">1</td></tr>'), text);
    ok(rows[0]?.includes(`${name}#L2"`), text);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await editor.document.save();
    const edit = new vscode.WorkspaceEdit();
    edit.replace(editor.document.uri, new vscode.Range(1, 0, 1, 400), ']');
    edit.replace(editor.document.uri, new vscode.Range(0, 43, 0, 44), '');
    await vscode.workspace.applyEdit(edit);
    const later = await eventually(
      () => page()?.getText() ?? '',
      (shown) => shown.includes('1 record:'),
    );
    ok(later.includes('1 record:'), later);
  });

  test('Show Records as Table has a row for each record of a page on a line, with its own problems', async () => {
    const names = Array.from(
      { length: 50 },
      (_, number) => `{"jobId":"${number}","name":"n${number}","status":"${number % 2 ? 'DONE' : 'FAILED'}"}`,
    );
    const { document } = await openAtCursor(`{"items":[${names.join(',')}]}|`, '.backupresponse.jsonl');
    await idle();
    await run('showTable');
    const page = () => vscode.workspace.textDocuments.find(({ uri }) => uri.query === document.uri.toString());
    const text = await eventually(
      () => page()?.getText() ?? '',
      (shown) => shown.includes('<th scope="col">Name</th>'),
    );
    const rows = text.split('\n').filter((line) => line.startsWith('<tr><td><a'));
    equal(rows.length, 50);
    const column = document.getText().indexOf(names[7] as string) + 1;
    // The URI of a file that is not local has its comma encoded.
    const row = decodeURIComponent(rows[7] ?? '');
    ok(row.includes(`#L1,${column}">n7</a>`), row);
    deepEqual(
      rows.map((row) => row.includes('1 error')),
      names.map((_, number) => number % 2 === 1),
    );
  });
});

async function run(command: string, clipboard?: string): Promise<void> {
  if (clipboard !== undefined) await vscode.env.clipboard.writeText(clipboard);
  await vscode.commands.executeCommand(`backupResponse.${command}`);
}

/** The paste edits of our provider, which VS Code asks only about real pastes. */
function offered(
  document: vscode.TextDocument,
  range: vscode.Range,
  text: string,
): Promise<vscode.DocumentPasteEdit[]> {
  const index = new RecordIndex(sourceOf(document), 'json', { allowed: nothingAllowed });
  index.step();
  const clipboard = new vscode.DataTransfer();
  clipboard.set('text/plain', new vscode.DataTransferItem(text));
  return pasteEdits({ current: async () => ({ index }) } as unknown as Checks, document, [range], clipboard);
}

/** The two documents of the diff editor that is open. */
async function comparedTexts(): Promise<(vscode.TextDocument | undefined)[]> {
  const input = await eventually(
    () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
    (shown) => shown instanceof vscode.TabInputTextDiff,
  );
  ok(input instanceof vscode.TabInputTextDiff);
  const { original, modified } = input;
  return [original, modified].map((uri) =>
    vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString()),
  );
}
