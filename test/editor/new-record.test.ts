import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { answer, closeAll, eventually, fileUri, findingsIn, idle, open, openAtCursor, openUntitled } from './editor.ts';

suite('New BackupResponse', () => {
  teardown(closeAll);

  test('creates an untitled record with defaults and without findings', async () => {
    const document = await create();
    equal(document.uri.scheme, 'untitled');
    equal(document.languageId, 'json');
    ok(document.uri.path.startsWith(fileUri('').path) && document.uri.path.endsWith('.backupresponse.json'));
    const { jobId, created, modified, ...record } = JSON.parse(document.getText());
    ok(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(jobId));
    ok(Math.abs(Date.parse(created) - Date.now()) < 60_000 && created.endsWith('Z') && modified === created);
    deepEqual(
      [record.status, record.type, record.fileExists, record.userCanDelete, record.isPartial],
      ['COMPLETE', 'BACKUP', true, true, false],
    );
    await idle();
    deepEqual(findingsIn(document), []);
  });

  test('the values are tab stops with choices', async () => {
    const document = await create();
    const editor = vscode.window.activeTextEditor;
    ok(editor);
    equal(document.getText(editor.selection), 'COMPLETE');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    equal(document.getText(editor.selection), 'acme-solar');
  });

  test('never reuses the name of a file or of another new record', async () => {
    const first = await create();
    const second = await create();
    ok(first.uri.path !== second.uri.path);
    await vscode.workspace.fs.writeFile(fileUri('backup-3.backupresponse.json'), new Uint8Array());
    const third = await create();
    ok(third.uri.path.endsWith('/backup-4.backupresponse.json'), third.uri.path);
  });

  test('creates a file with the given name in a folder, and never overwrites one', async () => {
    const folder = fileUri('records');
    await vscode.workspace.fs.createDirectory(folder);
    const document = await create({ folder, name: 'mine.backupresponse.json' });
    equal(document.uri.toString(), vscode.Uri.joinPath(folder, 'mine.backupresponse.json').toString());
    ok(!document.isDirty);
    equal(await readText(document.uri), document.getText());
    await idle();
    deepEqual(findingsIn(document), []);

    const again = await vscode.commands.executeCommand('backupResponse.new', {
      folder: folder.toString(),
      name: 'mine',
    });
    equal(again, undefined);
    equal(await readText(document.uri), document.getText());
  });

  test('a given name does not lead out of its folder', async () => {
    const folder = fileUri('inner');
    await vscode.workspace.fs.createDirectory(folder);
    for (const name of ['../outside', '..\\outside', '/outside', '..']) {
      equal(await vscode.commands.executeCommand('backupResponse.new', { folder, name }), undefined, name);
    }
    deepEqual(await vscode.workspace.fs.readDirectory(folder), []);
    ok(!(await vscode.workspace.fs.readDirectory(fileUri(''))).some(([name]) => name.startsWith('outside')));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('asks for the name in the Explorer, and proposes one that is free', async () => {
    const folder = fileUri('asked');
    await vscode.workspace.fs.createDirectory(folder);
    const created = vscode.commands.executeCommand<vscode.Uri | undefined>('backupResponse.new', folder);
    const uri = await answer(created, 'accept');
    equal(uri?.path, vscode.Uri.joinPath(folder, 'backup.backupresponse.json').path);
  });

  test('uses the values of the setting and the arguments, unless they are invalid', async () => {
    const settings = vscode.workspace.getConfiguration('backupResponse');
    const values = {
      tenant: 'my-tenant',
      requesterName: 'Me',
      status: 'DONE',
      options: { includeTypes: ['ROLE'] },
      jobID: 'x',
    };
    await settings.update('newRecord', values, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await create({ values: { requesterName: 'A "script"', totalObjectCount: 7 } });
      const record = JSON.parse(document.getText());
      deepEqual(
        [record.tenant, record.requesterName, record.status, record.totalObjectCount, record.options, record.isPartial],
        ['my-tenant', 'A "script"', 'COMPLETE', 7, { includeTypes: ['ROLE'] }, true],
      );
      await idle();
      deepEqual(findingsIn(document), []);
    } finally {
      await settings.update('newRecord', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

suite('New BackupResponse in a list', () => {
  teardown(closeAll);

  for (const [title, before, shape] of [
    [
      'after the record at the cursor',
      '[\r\n  {\r\n    "na|me": "x"\r\n  },\r\n  { "name": "y" }\r\n]\r\n',
      ['x', 'new', 'y'],
    ],
    ['in an empty list', '[|]', ['new']],
    [
      'in an envelope',
      '{\n  "items": [\n    {\n      "jobId": "a", "fileExists": true, "name": "x"|\n    }\n  ]\n}',
      ['x', 'new'],
    ],
    ['in a file that is empty', '|', ['new']],
  ] as const) {
    test(title, async () => {
      const editor = await openAtCursor(before);
      const { document } = editor;
      await vscode.commands.executeCommand('backupResponse.new');
      equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
      const value = JSON.parse(document.getText());
      const records = Array.isArray(value) ? value : (value.items ?? [value]);
      deepEqual(
        records.map(({ name, requesterName }: Record<string, string>) => (requesterName ? 'new' : name)),
        [...shape],
      );
      equal(document.eol, before.includes('\r') ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF);
      const [first = '', last = ''] =
        /\n( *)\{[^{}]*"requesterName"[^{}]*?\n( *)\}/.exec(document.getText())?.slice(1) ?? [];
      equal(first.length, last.length, document.getText());
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), before.replace('|', ''), 'one undo step');
    });
  }

  for (const [ending, languageId] of [
    ['.json', 'json'],
    ['.jsonc', 'jsonc'],
    ['.jsonl', 'jsonl'],
    ['.ndjson', 'jsonl'],
    ['', 'json'],
    ['', 'jsonl'],
  ] as const) {
    test(`fills any empty document that is open: ${ending || `untitled, ${languageId}`}`, async () => {
      const { document } = ending ? await open(' ', ending) : await openUntitled(languageId, '');
      equal(document.languageId, languageId);
      const before = document.getText();
      const made = await vscode.commands.executeCommand<vscode.Uri>('backupResponse.new');
      equal(made.toString(), document.uri.toString());
      equal(JSON.parse(document.getText()).status, 'COMPLETE');
      equal(document.getText().trim().includes('\n'), languageId !== 'jsonl');
      await idle();
      deepEqual(findingsIn(document), []);
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), before);
    });
  }

  test('leaves documents alone that are not empty JSON: text, comments, and files that are ignored', async () => {
    const text = await openUntitled('plaintext', '');
    ok((await vscode.commands.executeCommand<vscode.Uri>('backupResponse.new')).path.endsWith('.backupresponse.json'));
    equal(text.document.getText(), '');
    const commented = await open('// mine', '.backupresponse.jsonc');
    await idle();
    await vscode.commands.executeCommand('backupResponse.new');
    ok(/^\/\/ mine\n\{\n[\s\S]*\n\}\n$/.test(commented.document.getText()), commented.document.getText());
    const ignored = await open('', '.json');
    await vscode.commands.executeCommand('backupResponse.exclude');
    await vscode.commands.executeCommand('backupResponse.new');
    equal(ignored.document.getText(), '');
  });

  const [a, b] = ['{"jobId":"a","fileExists":true,"name":"a"}', '{"jobId":"b","fileExists":true,"name":"b"}'];
  for (const [title, marked, names] of [
    ['after the line of the cursor', `${a}|\n${b}\n`, ['a', 'new', 'b', '']],
    ['after the last line', `${a}\r\n${b}|`, ['a', 'b', 'new']],
    ['on the empty line at the end', `${a}\n|`, ['a', 'new', '']],
    ['on an empty line between two', `${a}\n|\n${b}`, ['a', 'new', 'b']],
  ] as const) {
    test(`goes ${title} of JSON Lines`, async () => {
      const { document } = await openAtCursor(marked, '.jsonl');
      await idle();
      await vscode.commands.executeCommand('backupResponse.new');
      const lines = document.getText().split(/\r?\n/);
      const shown = lines.map((line) => line && (JSON.parse(line).requesterName ? 'new' : JSON.parse(line).name));
      deepEqual(shown, [...names]);
      equal(document.getText().includes('\r\n'), marked.includes('\r'));
      await vscode.commands.executeCommand('undo');
      equal(document.getText(), marked.replace('|', ''), 'one undo step');
    });
  }

  test('has the tenant and the requester of the record at the cursor', async () => {
    const { document } = await openAtCursor(
      '[{ "name": "x", "tenant": "one" }, { "name": "y", "tenant": "two"|, "requesterName": "Grace \\"G\\" $1}" }]',
    );
    await vscode.commands.executeCommand('backupResponse.new');
    const made = JSON.parse(document.getText())[2];
    deepEqual([made.tenant, made.requesterName], ['two', 'Grace "G" $1}']);
  });
});

async function create(options?: object): Promise<vscode.TextDocument> {
  const uri = await vscode.commands.executeCommand<vscode.Uri>('backupResponse.new', options);
  const find = () => vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const document = await eventually(find, (found) => found !== undefined);
  ok(document);
  return document;
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

suite('walkthrough', () => {
  teardown(closeAll);

  test('its example is a file with problems', async () => {
    await vscode.commands.executeCommand('backupResponse.openExample');
    const { document } = vscode.window.activeTextEditor ?? {};
    ok(document?.isUntitled);
    await idle();
    ok(
      (
        await eventually(
          () => findingsIn(document),
          (found) => found.length > 0,
        )
      ).length > 4,
    );
  });
});
