import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { closeAll, eventually, fileUri, pause, ruleOf } from './editor.ts';

/** What the commands return, as far as the tests read it. */
interface Summary {
  readonly found: number;
  readonly files: number;
  readonly findings: number;
  readonly unreadable: number;
  readonly isCancelled: boolean;
}

/** Every test has its own folder, so that neither other tests' files nor late events disturb it. */
let folder: vscode.Uri;
let count = 0;

suite('folder check', () => {
  setup(async () => {
    folder = fileUri(`folder-${++count}`);
    await vscode.workspace.fs.createDirectory(folder);
  });

  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand('backupResponse.clearResults');
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('finds what is wrong in closed files, with its place, severity and rule', async () => {
    await write(
      'a.backupresponse.json',
      '{\r\n  "status": "COMPLETED",\r\n  "tenantName": 1,\r\n  "message": "x"\r\n}',
    );
    await write('b.backupresponse.json', '{ "status": "COMPLETE" }');
    const { files, findings, isCancelled } = await checkFolder();
    deepEqual({ files, findings, isCancelled }, { files: 2, findings: 3, isCancelled: false });
    deepEqual(said('a.backupresponse.json'), [
      'Error enum 1:12-1:23',
      'Warning unknown-property 2:2-2:14',
      'Information unlisted 3:2-3:11',
    ]);
    deepEqual(said('b.backupresponse.json'), []);
    const [diagnostic] = ours('a.backupresponse.json');
    equal(diagnostic?.message, '"COMPLETED" is not a backup status. Did you mean "COMPLETE"?');
    ok(typeof diagnostic?.code === 'object');
    equal(diagnostic.code.target.toString(), 'backup-response://rules/enum.md');
  });

  test('says of closed files what VS Code says of open ones: syntax and names written twice', async () => {
    await write('a.backupresponse.json', '{ "status": tru, "name": "x", "name": "y" }');
    await checkFolder();
    deepEqual(rules('a.backupresponse.json'), ['syntax', 'duplicate-property']);
  });

  test('knows records by their content, in all endings, and nothing of other files', async () => {
    const record = '{ "status": "COMPLETED", "requesterName": "x" }';
    for (const name of ['out.json', 'OUT.JSON', 'out.jsonc', 'lines.jsonl', 'lines.ndjson', 'deep/er/out.json'])
      await write(name, record);
    await write('other.json', '{ "status": "COMPLETED" }');
    await write('out.txt', record);
    await write('draft.json', '{ "jobId": "x", "type": "CREATE_DRAFT", "status": "COMPLETE", "requesterName": "x" }');
    const { found, files, findings } = await checkFolder();
    deepEqual({ found, files, findings }, { found: 8, files: 6, findings: 6 });
    deepEqual(rules('deep/er/out.json'), ['enum']);
  });

  test('leaves out node_modules, .git, and what files.exclude hides, in a part of the workspace too', async () => {
    const record = '{ "status": "COMPLETED" }';
    const names = ['node_modules/x', 'in/node_modules/x', '.git/x', 'hidden/x', 'in/hidden/x', 'in/by-path/x', 'in/x'];
    for (const name of names) await write(`${name}.backupresponse.json`, record);
    const settings = vscode.workspace.getConfiguration('files');
    const before = settings.inspect('exclude')?.workspaceValue;
    const hidden = { '**/hidden': true, [`folder-${count}/in/by-path`]: true };
    await settings.update('exclude', hidden, vscode.ConfigurationTarget.Workspace);
    try {
      const { found } = await checkFolder();
      equal(found, 1);
      deepEqual(rules('in/x.backupresponse.json'), ['enum']);
      await write('hidden/new.backupresponse.json', record);
      await write('in/node_modules/new.backupresponse.json', record);
      await write('in/new.backupresponse.json', record);
      await showing('in/new.backupresponse.json', ['enum']);
      deepEqual(rules('hidden/new.backupresponse.json'), []);
      deepEqual(rules('in/node_modules/new.backupresponse.json'), []);
    } finally {
      await settings.update('exclude', before, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('checks the folders of the workspace', async () => {
    await write('a.backupresponse.json', '{ "status": "COMPLETED" }');
    const { files, findings } = await execute('backupResponse.checkWorkspace');
    ok(files >= 2 && findings >= 1, `${files} files, ${findings} findings`);
    deepEqual(rules('a.backupresponse.json'), ['enum']);
  });

  test('takes a folder as text, and several as the Explorer gives them', async () => {
    for (const name of ['one', 'two', 'three'])
      await write(`${name}/x.backupresponse.json`, '{ "status": "COMPLETED" }');
    equal((await execute('backupResponse.checkFolder', uriOf('one').toString())).files, 1);
    deepEqual(rules('one/x.backupresponse.json'), ['enum']);
    const selected = [uriOf('two'), uriOf('three/x.backupresponse.json')];
    equal((await execute('backupResponse.checkExplorerFolder', selected[0], selected)).files, 2);
    deepEqual(rules('three/x.backupresponse.json'), ['enum']);
    deepEqual(rules('one/x.backupresponse.json'), [], 'the results of the last check show');
  });

  test('checks a folder outside of the workspace', async () => {
    const outside = vscode.Uri.joinPath(fileUri(''), '..', 'outside');
    const uri = vscode.Uri.joinPath(outside, 'x.backupresponse.json');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('{ "status": "COMPLETED" }'));
    try {
      equal((await execute('backupResponse.checkFolder', outside)).findings, 1);
      equal(vscode.languages.getDiagnostics(uri).length, 1);
    } finally {
      await vscode.workspace.fs.delete(outside, { recursive: true });
    }
  });

  test('an open document speaks for itself, and the check again when it is closed', async () => {
    const name = 'a.backupresponse.json';
    await write(name, '{ "status": "COMPLETED", "status": "COMPLETED" }');
    await checkFolder();
    deepEqual(rules(name), ['enum', 'duplicate-property', 'enum']);

    const editor = await show(name);
    await showing(name, ['enum', 'enum']);
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 0, 48), '{ "tenantName": "x" }'));
    await showing(name, ['unknown-property']);
    await checkFolder();
    deepEqual(rules(name), ['unknown-property'], 'a new check leaves it alone');

    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await showing(name, ['enum', 'duplicate-property', 'enum']);
  });

  test('an open document that is not checked itself shows what is on disk, until it is changed', async () => {
    const name = 'out.json';
    await write(name, '{ "requesterName": "x", "status": "COMPLETED", "status": "COMPLETED" }');
    await checkFolder();
    const editor = await show(name);
    await showing(name, ['enum', 'enum']);
    await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await showing(name, ['enum', 'duplicate-property', 'enum']);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
    await showing(name, []);
    await editor.edit((edit) =>
      edit.replace(new vscode.Range(0, 0, 0, 200), '{ "status": "X", "requesterName": "x" }'),
    );
    await editor.document.save();
    await showing(name, ['enum']);
  });

  test('follows the disk: changed, new, moved and deleted files and folders', async () => {
    const [a, b] = ['a.backupresponse.json', 'b.backupresponse.json'];
    await write(a, '{ "status": "COMPLETED" }');
    await checkFolder();
    await write(a, '{ "tenantName": "COMPLETED" }');
    await showing(a, ['unknown-property']);
    await write(a, '{ "status": "COMPLETE" }');
    await showing(a, []);
    await write(a, '{ "status": "COMPLETED" }');
    await showing(a, ['enum']);

    await vscode.workspace.fs.rename(uriOf(a), uriOf(b));
    await showing(b, ['enum']);
    await showing(a, []);

    await write('in/c.json', '{ "status": "COMPLETED", "requesterName": "x" }');
    await showing('in/c.json', ['enum']);
    await vscode.workspace.fs.rename(uriOf('in'), uriOf('moved'));
    await showing('moved/c.json', ['enum']);
    await showing('in/c.json', []);
    await vscode.workspace.fs.delete(uriOf('moved'), { recursive: true });
    await showing('moved/c.json', []);
    await vscode.workspace.fs.delete(uriOf(b));
    await showing(b, []);
  });

  test('the severities are the user’s as soon as they change', async () => {
    const name = 'a.backupresponse.json';
    await write(name, '{ "status": "COMPLETED", "tenantName": "x" }');
    await checkFolder();
    const settings = vscode.workspace.getConfiguration('backupResponse');
    await settings.update('rules', { enum: 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      await showing(name, ['unknown-property']);
      equal((await checkFolder()).findings, 1);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await showing(name, ['enum', 'unknown-property']);
  });

  test('Clear Results takes them away, and ends the watch', async () => {
    const name = 'a.backupresponse.json';
    await write(name, '{ "status": "COMPLETED" }');
    await checkFolder();
    await vscode.commands.executeCommand('backupResponse.clearResults');
    deepEqual(rules(name), []);
    await write(name, '{ "status": "COMPLETED", "tenantName": "x" }');
    await pause(1_000);
    deepEqual(rules(name), []);
  });

  test('of 2,000 files all problems show, and edits are done while they are checked', async function () {
    this.timeout(60_000);
    // More files with problems than VS Code takes at once.
    await writeMany(2_000, (index) => (index < 1_200 ? 'COMPLETED' : 'COMPLETE'));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument());
    let isDone = false;
    const checking = checkFolder().finally(() => {
      isDone = true;
    });
    let edits = 0;
    while (!isDone) {
      ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x')));
      edits++;
      await pause(20);
    }
    ok(edits > 1, `${edits} edits`);
    const { files, findings } = await checking;
    deepEqual({ files, findings }, { files: 2_000, findings: 1_200 });
    const shown = vscode.languages
      .getDiagnostics()
      .filter(([uri, diagnostics]) => uri.path.startsWith(`${folder.path}/`) && diagnostics.length === 1);
    equal(shown.length, 1_200);
  });

  test('a check can be broken off, and another begun', async () => {
    await writeMany(500, () => 'COMPLETED');
    await write('one/x.backupresponse.json', '{ "status": "COMPLETED" }');
    const cleared = checkFolder();
    await vscode.commands.executeCommand('backupResponse.clearResults');
    ok((await cleared).isCancelled);
    deepEqual(rules('0.backupresponse.json'), []);

    const first = checkFolder();
    const second = execute('backupResponse.checkFolder', uriOf('one'));
    ok((await first).isCancelled);
    deepEqual([(await second).isCancelled, (await second).files], [false, 1]);
    deepEqual(rules('0.backupresponse.json'), []);
    deepEqual(rules('one/x.backupresponse.json'), ['enum']);
  });

  test('a folder without backup files has no findings', async () => {
    await write('package.json', '{ "name": "x", "version": "1.0.0" }');
    const { found, files, findings } = await checkFolder();
    deepEqual({ found, files, findings }, { found: 1, files: 0, findings: 0 });
  });

  if (__TEST_HOST__ === 'node') {
    test('a task runs the command line, without a Node of the user’s', async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: 'backup-response' });
      deepEqual(
        tasks.map(({ name, source, problemMatchers }) => ({ name, source, problemMatchers })),
        [{ name: 'check', source: 'BackupResponse', problemMatchers: ['$backup-response'] }],
      );
      const execution = tasks[0]?.execution;
      ok(execution instanceof vscode.ProcessExecution);
      const [program, ...args] = execution.args;
      ok(program && (await vscode.workspace.fs.stat(vscode.Uri.file(program))).size > 0);
      deepEqual(args, ['check', '.']);
      equal(execution.options?.cwd, vscode.workspace.workspaceFolders?.[0]?.uri.fsPath);
      equal(execution.process, process.execPath);
      equal(execution.options?.env?.ELECTRON_RUN_AS_NODE, '1');
    });
  } else {
    test('no task is offered where there are no processes', async () => {
      deepEqual(await vscode.tasks.fetchTasks({ type: 'backup-response' }), []);
    });
  }
});

function checkFolder(): Promise<Summary> {
  return execute('backupResponse.checkFolder', folder);
}

async function execute(command: string, ...args: unknown[]): Promise<Summary> {
  return vscode.commands.executeCommand<Summary>(command, ...args);
}

function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, name);
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
}

async function writeMany(number: number, status: (index: number) => string): Promise<void> {
  const texts = Array.from({ length: number }, (_, index) => `{ "status": "${status(index)}" }`);
  await Promise.all(texts.map((text, index) => write(`${index}.backupresponse.json`, text)));
}

/** Opens a file as a user does: a document that an extension opens stays open for minutes. */
async function show(name: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uriOf(name));
  const editor = await eventually(
    () => vscode.window.activeTextEditor,
    (active) => active?.document.uri.toString() === uriOf(name).toString(),
  );
  ok(editor);
  return editor;
}

function ours(name: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uriOf(name))
    .filter(({ source }) => source === 'BackupResponse')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

function rules(name: string): string[] {
  return ours(name).map(ruleOf);
}

async function showing(name: string, expected: readonly string[]): Promise<void> {
  const shown = await eventually(
    () => rules(name),
    (found) => found.join() === expected.join(),
  );
  deepEqual(shown, [...expected], name);
}

/** `severity rule range`, lines and columns from 0 as VS Code has them. */
function said(name: string): string[] {
  return ours(name).map((diagnostic) => {
    const { start, end } = diagnostic.range;
    const severity = vscode.DiagnosticSeverity[diagnostic.severity];
    return `${severity} ${ruleOf(diagnostic)} ${start.line}:${start.character}-${end.line}:${end.character}`;
  });
}
