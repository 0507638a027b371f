import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import {
  closeAll,
  eventually,
  fileUri,
  findingsIn,
  findingsOnceIn,
  idle,
  open,
  openAs,
  preferredFixes,
  replace,
} from './editor.ts';

const faulty = '{ "status": "complete", "name": "a" }';

suite('JSON Lines', () => {
  teardown(closeAll);

  for (const ending of ['.backupresponse.jsonl', '.backupresponse.ndjson']) {
    test(`${ending}: a broken line does not affect others, and syntax errors and duplicate names are reported`, async () => {
      const lines = [
        faulty,
        '{ "name": ',
        '',
        '{ "name": "x", "name": "y" }',
        '{ "status": "X" } 5',
        '{ "status": "Y" }',
      ];
      const { document } = await open(`${lines.join('\r\n')}\r\n`, ending);
      equal(document.languageId, 'jsonl');
      deepEqual(await findingsOnceIn(document, 6), [
        'enum "complete"',
        'syntax ',
        'duplicate-property "name"',
        'enum "X"',
        'syntax 5',
        'enum "Y"',
      ]);
    });
  }

  test('files are recognized by content under any name, and an empty file is without findings', async () => {
    const { document } = await openAs('nightly.jsonl', '{ "jobId": "x", "status": "X", "type": "BACKUP" }\n');
    deepEqual(await findingsOnceIn(document, 2), ['job-id "x"', 'enum "X"']);
    const empty = await open('', '.backupresponse.jsonl');
    await idle();
    deepEqual(findingsIn(empty.document), []);
  });

  test('a line is rechecked while it is edited, and the others keep their findings', async () => {
    const editor = await open(`${faulty}\n{ "name": "b" }\n${faulty}\n`, '.backupresponse.jsonl');
    await findingsOnceIn(editor.document, 2);
    await replace(editor, '"b" }', '"b');
    deepEqual(await findingsOnceIn(editor.document, 3), ['enum "complete"', 'syntax "b', 'enum "complete"']);
    await replace(editor, '"b', '"b", "status": "Z" }');
    const found = await eventually(
      () => findingsIn(editor.document),
      (now) => !now.some((one) => one.startsWith('syntax')),
    );
    deepEqual(found, ['enum "complete"', 'enum "Z"', 'enum "complete"']);
  });

  test('the light bulb fixes a line, undo reverts it, and saving fixes all lines', async () => {
    const editor = await open(`${faulty}\n${faulty}\n`, '.backupresponse.jsonl');
    const { document } = editor;
    await findingsOnceIn(document, 2);
    const [fix] = await preferredFixes(document);
    ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    equal(document.lineAt(0).text, '{ "status": "COMPLETE", "name": "a" }');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), `${faulty}\n${faulty}\n`);
    const settings = vscode.workspace.getConfiguration('editor', document);
    await settings.update('codeActionsOnSave', { 'source.fixAll.backupResponse': 'explicit' });
    try {
      await replace(editor, '"a"', '"b"');
      await findingsOnceIn(document, 2);
      await document.save();
      equal(document.getText().match(/COMPLETE/g)?.length, 2);
      deepEqual(await findingsOnceIn(document, 0), []);
    } finally {
      await settings.update('codeActionsOnSave', undefined);
    }
  });

  test('the outline lists the records of a page on a line, and where they are', async () => {
    const records = Array.from({ length: 300 }, (_, number) => `{"jobId":"${number}","name":"backup ${number}"}`);
    const line = `{"count":300,"items":[${records.join(',')}]}`;
    const { document } = await open(`{"name":"first"}\n${line}\n`, '.backupresponse.jsonl');
    const ask = async () =>
      (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      )) ?? [];
    const symbols = await eventually(ask, ({ length }) => length === 301);
    deepEqual(
      symbols.map(({ range }) => document.getText(range)),
      ['{"name":"first"}', ...records],
    );
    equal(symbols.at(-1)?.name, 'backup 299');
  });

  test('the outline has one symbol per record', async () => {
    const id = '3469b87d-48ca-439a-868f-2160001da8c1';
    const text = `{ "name": "Nightly", "status": "COMPLETE", "type": "BACKUP" }\n\n{ "jobId": "${id}" }\n{ "status": \n`;
    const { document } = await open(text, '.backupresponse.jsonl');
    const ask = async () =>
      (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      )) ?? [];
    const symbols = await eventually(ask, ({ length }) => length === 3);
    deepEqual(
      symbols.map(({ name, detail, range }) => [name, detail, range.start.line]),
      [
        ['Nightly', 'COMPLETE · BACKUP', 0],
        [id, '', 2],
        ['Line 4', '', 3],
      ],
    );
  });

  for (const [what, before, kept] of [
    ['that ends with a line break', '{ "name": "a", "jobId": "b" }\n', '{ "name": "a", "jobId": "b" }\n'],
    ['that does not end with a line break', '{ "name": "a", "jobId": "b" }', '{ "name": "a", "jobId": "b" }\n'],
  ] as const) {
    test(`New BackupResponse adds a line to a file ${what}, and undo removes it`, async () => {
      const { document } = await open(before, '.backupresponse.jsonl');
      const made = await vscode.commands.executeCommand<vscode.Uri>('backupResponse.new');
      equal(made.toString(), document.uri.toString());
      const text = document.getText();
      ok(text.startsWith(kept), text);
      const line = document.lineAt(1).text;
      ok(JSON.parse(line).jobId.length === 36, line);
      equal(document.lineCount, before.endsWith('\n') ? 3 : 2);
      await idle();
      deepEqual(findingsIn(document), ['job-id "b"']);
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), before);
    });
  }

  test('New BackupResponse creates a file with one line if its name says JSON Lines', async () => {
    const folder = fileUri('lines');
    await vscode.workspace.fs.createDirectory(folder);
    const uri = await vscode.commands.executeCommand<vscode.Uri>('backupResponse.new', {
      folder,
      name: 'a.backupresponse.jsonl',
    });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    equal(text.trim().split('\n').length, 1);
    ok(JSON.parse(text).jobId, text);
  });
});
