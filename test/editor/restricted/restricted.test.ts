import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../assert.ts';
import { closeAll, eventually, fileUri, findingsIn, findingsOnceIn, openAtCursor, preferredFixes } from '../editor.ts';

suite('Restricted Mode', () => {
  teardown(closeAll);

  test('the workspace is not trusted', () => {
    equal(vscode.workspace.isTrusted, false);
  });

  test('problems are shown and fixed', async () => {
    const { document } = await openAtCursor('{ "status": "in-|progress", "fileExists": "true" }');
    deepEqual(await findingsOnceIn(document, 2), ['enum "in-progress"', 'type "true"']);
    const [preferred] = await preferredFixes(document);
    ok(preferred?.edit);
    await vscode.workspace.applyEdit(preferred.edit);
    equal(document.getText(), '{ "status": "IN_PROGRESS", "fileExists": "true" }');
    deepEqual(await findingsOnceIn(document, 1), ['type "true"']);
  });

  test('values are completed', async () => {
    const { document, selection } = await openAtCursor('{ "status": "|" }');
    const ask = async () => {
      const list: vscode.CompletionList = await vscode.commands.executeCommand(
        'vscode.executeCompletionItemProvider',
        document.uri,
        selection.active,
      );
      return list.items.map(({ label }) => label);
    };
    ok((await eventually(ask, (labels) => labels.length > 1)).includes('"COMPLETE"'));
  });

  test('New BackupResponse creates a record', async () => {
    const uri = await vscode.commands.executeCommand<vscode.Uri>('backupResponse.new');
    const document = await vscode.workspace.openTextDocument(uri);
    equal(JSON.parse(document.getText()).status, 'COMPLETE');
    // Never in the read-only folder, even though it is the first one.
    ok(document.uri.path.startsWith(fileUri('').path) || document.uri.path.startsWith('Untitled'), `${document.uri}`);
    deepEqual(findingsIn(document), []);
  });

  test('Check Folder finds problems in closed files', async () => {
    const folder = fileUri('closed');
    const uri = vscode.Uri.joinPath(folder, 'closed.backupresponse.json');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('{ "status": "COMPLETED" }'));
    await vscode.commands.executeCommand('backupResponse.checkFolder', folder);
    deepEqual(
      vscode.languages.getDiagnostics(uri).map(({ message }) => message),
      ['"COMPLETED" is not a backup status. Did you mean "COMPLETE"?'],
    );
    await vscode.commands.executeCommand('backupResponse.clearResults');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
