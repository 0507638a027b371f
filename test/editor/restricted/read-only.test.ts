import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../assert.ts';
import { closeAll, eventually, findingsOnceIn, preferredFixes, readOnlyScheme } from '../editor.ts';
import { MemoryFileSystem } from '../memory-file-system.ts';

const folder = vscode.Uri.from({ scheme: readOnlyScheme, path: '/records' });

suite('a read-only folder of a virtual file system in the workspace', () => {
  let fileSystem: vscode.Disposable;

  suiteSetup(() => {
    const files = { '/records/a.backupresponse.json': '{ "status": "in-progress" }' };
    const options = { isReadonly: true };
    fileSystem = vscode.workspace.registerFileSystemProvider(readOnlyScheme, new MemoryFileSystem(files), options);
  });
  suiteTeardown(() => fileSystem.dispose());
  teardown(closeAll);

  test('it is the first folder of the workspace', async () => {
    equal(vscode.workspace.workspaceFolders?.[0]?.uri.toString(), folder.toString());
    const isWritable = () => vscode.workspace.fs.isWritableFileSystem(readOnlyScheme);
    equal(await eventually(isWritable, (answer) => answer !== undefined), false);
  });

  test('problems in its files are shown, with their fixes', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'a.backupresponse.json'));
    await vscode.window.showTextDocument(document);
    deepEqual(await findingsOnceIn(document, 1), ['enum "in-progress"']);
    const [fix] = await preferredFixes(document);
    equal(fix?.title, 'Change to "IN_PROGRESS"');
  });

  test('New BackupResponse creates nothing in it', async () => {
    equal(await vscode.commands.executeCommand('backupResponse.new', { folder, name: 'new' }), undefined);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    ok(entries.every(([name]) => name === 'a.backupresponse.json'));
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
