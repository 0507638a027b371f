import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { closeAll, findingsIn, idle, messagesDuring, openAtCursor } from './editor.ts';

const id = '1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c';

suite('Duplicate Record and Remove Record', () => {
  teardown(closeAll);

  for (const [title, text, ending] of [
    [
      'a list',
      `[\r\n  {\r\n    "jobId": "${id}", // its id\r\n    "created": "2024-03-05T08:00:00Z"|,\r\n    "completed": "2024-03-05T08:00:02.5Z"\r\n  }\r\n]\r\n`,
    ],
    [
      'JSON Lines',
      `{ "jobId": "${id}", "created": "2024-03-05T08:00:00Z",| "completed": "2024-03-05T08:00:02.5Z" }\n`,
      '.backupresponse.jsonl',
    ],
    [
      'an envelope',
      `{ "items": [{ "jobId": "${id}", "created": "2024-03-05T08:00:00Z"|, "completed": "2024-03-05T08:00:02.5Z" }] }`,
    ],
  ] as const) {
    test(`a copy goes after the record at the cursor of ${title}, with an id and times of its own`, async () => {
      const { document } = await openAtCursor(text, ending);
      await vscode.commands.executeCommand('backupResponse.duplicateRecord');
      const ids = [...document.getText().matchAll(/"jobId": "([^"]*)"/g)].map(([, found]) => found);
      equal(ids.length, 2, document.getText());
      equal(ids[0], id);
      ok(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(ids[1] ?? '') && ids[1] !== id);
      const times = [...document.getText().matchAll(/"(\d{4}-[^"]*Z)"/g)].map(([, time]) => Date.parse(time ?? ''));
      const [created = 0, completed = 0] = times.slice(2);
      equal(completed - created, 2_500, 'it took as long as the original');
      ok(Math.abs(completed - Date.now()) < 60_000);
      await idle();
      deepEqual(
        findingsIn(document).filter((finding) => !finding.startsWith('envelope')),
        [],
      );
      const cursor = vscode.window.activeTextEditor?.selection.active;
      ok(cursor && document.offsetAt(cursor) > document.getText().indexOf(id), 'the cursor is in the copy');
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), text.replace('|', ''), 'one undo step');
    });
  }

  test('the copy of a record that is alone in its file goes into a new file', async () => {
    const { document } = await openAtCursor(`{ "jobId": "${id}"|, "fileExists": true }`);
    await vscode.commands.executeCommand('backupResponse.duplicateRecord');
    const copy = vscode.window.activeTextEditor?.document;
    ok(copy && copy !== document && copy.isUntitled);
    ok(!copy.getText().includes(id) && copy.getText().includes('"fileExists": true'));
  });

  test('a record is removed with its comma, and one undo brings it back', async () => {
    const text = '[\n  { "name": "a" },\n  // about b\n  { "name": "b" }|,\n  { "name": "c" }\n]\n';
    const { document } = await openAtCursor(text);
    await vscode.commands.executeCommand('backupResponse.removeRecord');
    equal(document.getText(), '[\n  { "name": "a" },\n  // about b\n  { "name": "c" }\n]\n');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text.replace('|', ''));
  });

  test('a line is removed, and the last of them', async () => {
    const { document } = await openAtCursor('{ "name": "a" }\n{ "name": "b" }|\n', '.backupresponse.jsonl');
    await vscode.commands.executeCommand('backupResponse.removeRecord');
    equal(document.getText(), '{ "name": "a" }\n');
    await vscode.commands.executeCommand('cursorTop');
    await vscode.commands.executeCommand('backupResponse.removeRecord');
    equal(document.getText(), '');
  });

  test('Remove Record changes nothing without a record at the cursor, another one, or a comma', async () => {
    for (const text of [
      '[\n  { "name": "a" }\n]\n\n|',
      '{ "name": "a"| }',
      '[\n  { "name": "a" }\n  { "name": "b" }|\n]',
    ]) {
      const { document } = await openAtCursor(text);
      await vscode.commands.executeCommand('backupResponse.removeRecord');
      equal(document.getText(), text.replace('|', ''));
    }
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('says why a record stays that is the value of a property, and one that is alone', async () => {
    const record = (name: string) => `{ "jobId": "${id}", "name": "${name}", "fileExists": true }`;
    const page = `{ "edges": [{ "node": ${record('a').replace('"a"', '"a"|')} }, { "node": ${record('b')} }] }`;
    for (const [text, reason] of [
      [page, 'This record is the value of a property'],
      [`${record('a')}|`, 'This is the only record.'],
    ] as const) {
      const { document } = await openAtCursor(text);
      await idle();
      const said = await messagesDuring(() => vscode.commands.executeCommand('backupResponse.removeRecord'));
      ok(said[0]?.startsWith(reason), said.join());
      equal(document.getText(), text.replace('|', ''));
    }
  });

  test('commands that change records say that a file is read-only, and leave text and cursor', async () => {
    const { document, selection } = await openAtCursor(`[{ "name": "a", "jobId": "${id}" }, { "name": "b"| }]`);
    await vscode.env.clipboard.writeText(`Initialize-BackupResponse -JobId ${id} -RequesterName Ada`);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    const text = document.getText();
    for (const name of [
      'pasteAsRecord',
      'new',
      'duplicateRecord',
      'removeRecord',
      'sortProperties',
      'formatOnePerLine',
    ]) {
      await idle();
      const said = await messagesDuring(() => vscode.commands.executeCommand(`backupResponse.${name}`));
      deepEqual(said, [`"${document.uri.path.split('/').at(-1)}" is read-only.`], name);
      equal(document.getText(), text);
      ok(vscode.window.activeTextEditor?.selection.isEqual(selection), name);
    }
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  });
});
