import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { closeAll, findingsIn, findingsOnceIn, idle, preferredFixes } from './editor.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

const wrong = '{ "status": "complete", "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "type": "BACKUP" }';
const folder = vscode.Uri.parse('test-virtual:/records');

suite('virtual file systems', () => {
  let fileSystems: vscode.Disposable;

  suiteSetup(() => {
    const files = {
      '/records/a.backupresponse.json': wrong,
      '/records/backup.json': wrong,
      '/records/closed/b.backupresponse.json': wrong,
      '/records/closed/c.txt': wrong,
      '/records/closed/deep/OUT.JSON': wrong,
      '/records/closed/node_modules/x.backupresponse.json': wrong,
    };
    fileSystems = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider('test-virtual', new MemoryFileSystem(files)),
      vscode.workspace.registerFileSystemProvider('test-copies', new MemoryFileSystem(files), { isReadonly: true }),
    );
  });
  suiteTeardown(() => fileSystems.dispose());
  teardown(closeAll);

  for (const name of ['a.backupresponse.json', 'backup.json']) {
    test(`${name}: a problem is shown, fixed and saved`, async () => {
      const document = await show(vscode.Uri.joinPath(folder, name));
      deepEqual(await findingsOnceIn(document, 1), ['enum "complete"']);
      const [fix] = await preferredFixes(document);
      ok(fix?.edit);
      await vscode.workspace.applyEdit(fix.edit);
      deepEqual(await findingsOnceIn(document, 0), []);
      ok(await document.save());
      equal(await read(document.uri), wrong.replace('complete', 'COMPLETE'));
    });
  }

  test('New BackupResponse creates a file in a folder, and never overwrites one', async () => {
    const uri: vscode.Uri = await vscode.commands.executeCommand('backupResponse.new', { folder, name: 'new' });
    equal(uri.toString(), 'test-virtual:/records/new.backupresponse.json');
    const text = await read(uri);
    equal(JSON.parse(text).status, 'COMPLETE');
    equal(await vscode.commands.executeCommand('backupResponse.new', { folder, name: 'new' }), undefined);
    equal(await read(uri), text);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('Check Folder finds problems even though the file system has no search', async () => {
    const { files, findings }: { files: number; findings: number } = await vscode.commands.executeCommand(
      'backupResponse.checkFolder',
      vscode.Uri.joinPath(folder, 'closed'),
    );
    deepEqual([files, findings], [2, 2]);
    const deep = vscode.Uri.joinPath(folder, 'closed', 'deep', 'OUT.JSON');
    equal(vscode.languages.getDiagnostics(deep).length, 1);
    await vscode.commands.executeCommand('backupResponse.clearResults');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('read-only copies get no findings, and no file is created among them', async () => {
    const copies = folder.with({ scheme: 'test-copies' });
    const document = await show(vscode.Uri.joinPath(copies, 'a.backupresponse.json'));
    await idle();
    deepEqual(findingsIn(document), []);
    equal(await vscode.commands.executeCommand('backupResponse.new', { folder: copies, name: 'new' }), undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  return document;
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
