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
  ourDiagnostics,
  replace,
  ruleOf,
} from './editor.ts';

/** The JSON service's code for a duplicate name. It is a number in one host and a string in the other. */
const duplicateKey = '520';

suite('diagnostics', () => {
  teardown(closeAll);

  for (const [rule, text, flagged] of [
    ['type', '{ "fileExists": "true" }', '"true"'],
    ['enum', '{ "status": "COMPLETED" }', '"COMPLETED"'],
    ['date-time', '{ "created": "2021-02-30T00:00:00Z" }', '"2021-02-30T00:00:00Z"'],
    ['int64-range', '{ "totalObjectCount": 9223372036854775808 }', '9223372036854775808'],
    ['unsafe-integer', '{ "totalObjectCount": 9007199254740993 }', '9007199254740993'],
    ['negative-count', '{ "totalObjectCount": -1 }', '-1'],
    ['not-a-record', '[{ "status": "FAILED" }, 5]', '5'],
    ['unknown-property', '{ "tenantName": "acme" }', '"tenantName"'],
    ['property-case', '{ "Status": "FAILED" }', '"Status"'],
    ['unlisted', '{ "name": "x", "message": "x" }', '"message"'],
    ['null-value', '{ "status": null }', 'null'],
    ['empty-value', '{ "status": "" }', '""'],
    ['foreign-file', '{ "version": 1, "objects": [] }', '{'],
  ] as const) {
    test(`${rule} appears at its range, moves with the text, and disappears`, async () => {
      const editor = await open(text);
      const { document } = editor;
      deepEqual(await findingsOnceIn(document, 1), [`${rule} ${flagged}`]);
      const [diagnostic] = ourDiagnostics(document);
      ok(diagnostic && typeof diagnostic.code === 'object');
      equal(diagnostic.code.target.toString(), `backup-response://rules/${rule}.md`);
      const page = await vscode.workspace.openTextDocument(diagnostic.code.target);
      ok(page.getText().startsWith(`# ${rule}\n`));

      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n  '));
      const moved = await eventually(
        () => ourDiagnostics(document),
        ([first]) => (first?.range.start.line ?? 0) >= 2,
      );
      deepEqual(
        moved.map(({ range }) => range.start.line),
        [2],
      );

      await replaceAll(editor, '{ "status": "COMPLETE" }');
      deepEqual(await findingsOnceIn(document, 0), []);
    });
  }

  test('appear even if another record is broken', async () => {
    const { document } = await open('[\n{ "name": 5, "jobId": "x\n},\n{ "status": "COMPLETED" }, { "status": \n]');
    // A token that is not JSON has a syntax error of VS Code's, and no other problem.
    deepEqual(await findingsOnceIn(document, 2), ['type 5', 'enum "COMPLETED"']);
  });

  test('are those of the final text after typing', async () => {
    const editor = await open('{ "status": "COMPLETE" }');
    for (const text of ['COMPLET', 'COMPLE', 'FAIL', 'FAILE', 'FAILED']) {
      await replaceAll(editor, `{ "status": "${text}" }`);
    }
    await idle();
    deepEqual(findingsIn(editor.document), []);
  });

  test('disappear when the document is closed', async () => {
    const uri = fileUri('closing.backupresponse.json');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('{ "status": "COMPLETED" }'));
    // Opened as a user does. A document that an extension opens stays open for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    const document = vscode.window.activeTextEditor?.document;
    ok(document);
    await findingsOnceIn(document, 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    deepEqual(await findingsOnceIn(document, 0), []);
  });

  test('the JSON service reports only syntax errors and duplicate names, so each problem is reported once', async () => {
    const editor = await open(
      '{ "status": "COMPLETED", "status": 5, "created": "x", "fileExists": 1, "type": null, "x": 1 }',
    );
    const { document } = editor;
    await findingsOnceIn(document, 6);
    const others = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'BackupResponse');
    const reported = await eventually(others, (found) => found.length > 0);
    deepEqual([...new Set(reported.map(({ code }) => String(code)))], [duplicateKey]);
    ok(!findingsIn(document).some((finding) => finding.startsWith('duplicate-property')));

    await replaceAll(editor, '{ "status": "COMPLETE", "fileExists": tru }');
    await eventually(others, (found) => found.some(({ code }) => String(code) !== duplicateKey));
    deepEqual(await findingsOnceIn(document, 0), []);
  });

  test('have the default severities, and the user’s as soon as they are set', async () => {
    const { document } = await open('{ "status": "COMPLETED", "tenantName": "x", "message": "x" }');
    await findingsOnceIn(document, 3);
    deepEqual(severities(document), { enum: 'Error', 'unknown-property': 'Warning', unlisted: 'Information' });
    const settings = vscode.workspace.getConfiguration('backupResponse');
    await settings.update('rules', { enum: 'hint', unlisted: 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      await findingsOnceIn(document, 2);
      deepEqual(severities(document), { enum: 'Hint', 'unknown-property': 'Warning' });
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    deepEqual(await findingsOnceIn(document, 3), [
      'enum "COMPLETED"',
      'unknown-property "tenantName"',
      'unlisted "message"',
    ]);
  });

  test('a file is recognized by its current content, and stays so while its evidence goes', async () => {
    const editor = await openAs(
      'disk.backup.json',
      '{ "status": "COMPLETED", "type": "BACKUP", "name": "a disk image" }',
    );
    await idle();
    deepEqual(findingsIn(editor.document), []);
    await replace(editor, '"name"', '"jobId"');
    deepEqual(await findingsOnceIn(editor.document, 2), ['enum "COMPLETED"', 'job-id "a disk image"']);
    await replace(editor, '"jobId"', '"name"');
    deepEqual(await findingsOnceIn(editor.document, 0), []);
  });

  test('a foreign file with a similar name gets none', async () => {
    const draft = '{ "jobId": "x", "type": "CREATE_DRAFT", "status": "COMPLETE", "requesterName": "x" }';
    const similar = await openAs('draft.backup.json', draft);
    const other = await openAs('backupresponses-list.json', '{ "status": "COMPLETED", "name": 5 }');
    await idle();
    deepEqual([findingsIn(similar.document), findingsIn(other.document)], [[], []]);
  });

  test('names match in any case, and with .jsonc', async () => {
    for (const name of ['A.BackupResponse.json', 'backup-response.jsonc', 'BACKUPRESPONSES.json']) {
      const { document } = await openAs(name, '{ "status": "COMPLETED" }');
      deepEqual(await findingsOnceIn(document, 1), ['enum "COMPLETED"'], name);
    }
  });

  test('documents that are not files get none', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('test-copy', {
      provideTextDocumentContent: () => '{ "status": "COMPLETED" }',
    });
    const uri = fileUri('left.backupresponse.json').with({ scheme: 'test-copy' });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    equal(document.languageId, 'json');
    await idle();
    deepEqual(findingsIn(document), []);
    provider.dispose();
  });
});

function severities(document: vscode.TextDocument): Record<string, string | undefined> {
  const pairs = ourDiagnostics(document).map((diagnostic) => [
    ruleOf(diagnostic),
    vscode.DiagnosticSeverity[diagnostic.severity],
  ]);
  return Object.fromEntries(pairs);
}

async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
  await editor.edit((edit) => edit.replace(whole, text));
}
