import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import {
  closeAll,
  eventually,
  fileUri,
  findingsIn,
  findingsOnceIn,
  open,
  openAs,
  pause,
  preferredFixes,
  replace,
} from './editor.ts';

const faulty = '{ "status": "complete", "name": "a" }';

suite('JSON Lines', () => {
  teardown(closeAll);

  for (const ending of ['.backupresponse.jsonl', '.backupresponse.ndjson']) {
    test(`${ending}: a broken line costs itself, and its syntax and doubled names are said`, async () => {
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

  test('any name will do where the content says so, and of an empty file nothing is said', async () => {
    const { document } = await openAs('nightly.jsonl', '{ "jobId": "x", "status": "X" }\n');
    deepEqual(await findingsOnceIn(document, 2), ['job-id "x"', 'enum "X"']);
    const empty = await open('', '.backupresponse.jsonl');
    await pause(500);
    deepEqual(findingsIn(empty.document), []);
  });

  test('a line is checked anew as it is typed, and the others stay', async () => {
    const editor = await open(`${faulty}\n{ "name": "b" }\n${faulty}\n`, '.backupresponse.jsonl');
    await findingsOnceIn(editor.document, 2);
    await replace(editor, '"b" }', '"b');
    deepEqual(await findingsOnceIn(editor.document, 3), ['enum "complete"', 'syntax "b', 'enum "complete"']);
    await replace(editor, '"b', '"b", "status": "Z" }');
    const mended = await eventually(
      () => findingsIn(editor.document),
      (found) => !found.some((one) => one.startsWith('syntax')),
    );
    deepEqual(mended, ['enum "complete"', 'enum "Z"', 'enum "complete"']);
  });

  test('the light bulb mends a line, undo takes that back, and saving mends all', async () => {
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

  test('the outline has a line a record', async () => {
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
    ['whose last line has its end', '{ "name": "a", "jobId": "b" }\n', '{ "name": "a", "jobId": "b" }\n'],
    ['whose last line has none', '{ "name": "a", "jobId": "b" }', '{ "name": "a", "jobId": "b" }\n'],
  ] as const) {
    test(`New BackupResponse adds a line to a file ${what}, and undo takes it away`, async () => {
      const { document } = await open(before, '.backupresponse.jsonl');
      const made = await vscode.commands.executeCommand<vscode.Uri>('backupResponse.new');
      equal(made.toString(), document.uri.toString());
      const text = document.getText();
      ok(text.startsWith(kept), text);
      const line = document.lineAt(1).text;
      ok(JSON.parse(line).jobId.length === 36, line);
      equal(document.lineCount, before.endsWith('\n') ? 3 : 2);
      await pause(500);
      deepEqual(findingsIn(document), ['job-id "b"']);
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), before);
    });
  }

  test('New BackupResponse makes a file of one line where its name says so', async () => {
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
