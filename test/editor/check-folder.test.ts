import * as vscode from 'vscode';
import { folderFiles, folderFindings } from '../support/folder.ts';
import { deepEqual, equal, ok } from './assert.ts';
import { closeAll, eventually, fileUri, idle, messagesDuring, pause, ruleOf } from './editor.ts';

/** The part of the commands' result that the tests read. */
interface Summary {
  readonly found: number;
  readonly files: number;
  readonly findings: number;
  readonly bySeverity: readonly number[];
  readonly unreadable: number;
  readonly isCancelled: boolean;
}

/** Each test has its own folder, so that other tests' files and late events do not interfere. */
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

  test('finds problems in closed files, with their ranges, severities and rules', async () => {
    await write(
      'a.backupresponse.json',
      '{\r\n  "status": "COMPLETED",\r\n  "tenantName": 1,\r\n  "message": "x"\r\n}',
    );
    await write('b.backupresponse.json', '{ "status": "COMPLETE" }');
    const { files, findings, bySeverity, isCancelled } = await checkFolder();
    deepEqual({ files, findings, isCancelled }, { files: 2, findings: 3, isCancelled: false });
    deepEqual(bySeverity, [1, 1, 1, 0]);
    deepEqual(reported('a.backupresponse.json'), [
      'Error enum 1:12-1:23',
      'Warning unknown-property 2:2-2:14',
      'Information unlisted 3:2-3:11',
    ]);
    deepEqual(reported('b.backupresponse.json'), []);
    const [diagnostic] = ours('a.backupresponse.json');
    equal(diagnostic?.message, '"COMPLETED" is not a backup status. Did you mean "COMPLETE"?');
    ok(typeof diagnostic?.code === 'object');
    equal(diagnostic.code.target.toString(), 'backup-response://rules/enum.md');
  });

  test('reports syntax errors and duplicate names in closed files, as VS Code does in open ones', async () => {
    await write('a.backupresponse.json', '{ "status": tru, "name": "x", "name": "y" }');
    await checkFolder();
    deepEqual(rules('a.backupresponse.json'), ['syntax', 'duplicate-property']);
  });

  test('the summary never covers the list: a message is shown only without problems, or for unchecked files', async () => {
    await write('a.backupresponse.json', '{ "status": "COMPLETE" }');
    deepEqual(await messagesDuring(checkFolder), ['No problems in 1 BackupResponse file.']);
    await write('a.backupresponse.json', '{ "status": "COMPLETED" }');
    deepEqual(await messagesDuring(checkFolder), []);
    await write('b.json.gz', 'x');
    deepEqual(await messagesDuring(checkFolder), ['Left out: 1 compressed file. Unpack them first.']);
  });

  test('says the same as the command line', async () => {
    for (const [name, text] of Object.entries(folderFiles)) await write(name, text);
    await checkFolder();
    const found = Object.keys(folderFiles).flatMap((name) =>
      reported(name).map((line) => {
        const [severity = '', rule, range = ''] = line.split(' ');
        const [row = '', column = ''] = range.split('-')[0]?.split(':') ?? [];
        return `${name} ${Number(row) + 1}:${Number(column) + 1} ${severity.toLowerCase()} ${rule}`;
      }),
    );
    deepEqual(found.sort(), [...folderFindings]);
  });

  test('recognizes files with any extension by their content, and ignores other files', async () => {
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

  test('skips node_modules, .git and the files that files.exclude hides, also below a workspace folder', async () => {
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

  test('accepts a folder as text, and several folders from the Explorer', async () => {
    for (const name of ['one', 'two', 'three'])
      await write(`${name}/x.backupresponse.json`, '{ "status": "COMPLETED" }');
    equal((await execute('backupResponse.checkFolder', uriOf('one').toString())).files, 1);
    deepEqual(rules('one/x.backupresponse.json'), ['enum']);
    const selected = [uriOf('two'), uriOf('three/x.backupresponse.json')];
    equal((await execute('backupResponse.checkExplorerFolder', selected[0], selected)).files, 2);
    deepEqual(rules('three/x.backupresponse.json'), ['enum']);
    deepEqual(rules('one/x.backupresponse.json'), [], 'the last check replaces the results');
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

  test('an open document shows its own diagnostics, and those of the check again when it is closed', async () => {
    const name = 'a.backupresponse.json';
    await write(name, '{ "status": "COMPLETED", "status": "COMPLETED" }');
    await checkFolder();
    deepEqual(rules(name), ['enum', 'duplicate-property', 'enum']);

    const editor = await show(name);
    await showing(name, ['enum', 'enum']);
    ok(await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 0, 48), '{ "tenantName": "x" }')));
    await showing(name, ['unknown-property']);
    await checkFolder();
    deepEqual(rules(name), ['unknown-property'], 'a new check does not change them');

    await closeAll();
    ok(await eventually(() => editor.document.isClosed, Boolean), 'VS Code has closed the document');
    await showing(name, ['enum', 'duplicate-property', 'enum']);
  });

  test('results stay when a document is closed right after it was scrolled', async () => {
    const name = 'long.backupresponse.json';
    const count = 1_200;
    await write(name, `[\n${Array(count).fill('{ "status": "COMPLETED" }').join(',\n')}\n]`);
    await checkFolder();
    const editor = await show(name);
    await idle();
    const scrolled = new Promise((resolve) => {
      const listener = vscode.window.onDidChangeTextEditorVisibleRanges((event) => {
        listener.dispose();
        resolve(event);
      });
    });
    editor.revealRange(new vscode.Range(600, 0, 600, 0), vscode.TextEditorRevealType.AtTop);
    await scrolled;
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const isClosed = () => editor.document.isClosed;
    ok(await eventually(isClosed, Boolean));
    equal(
      await eventually(
        () => ours(name).length,
        (shown) => shown === count,
      ),
      count,
    );
    await idle();
    equal(ours(name).length, count);
  });

  test('an open document that is not checked shows the problems of the file on disk, until it is edited', async () => {
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

  test('updates results when files and folders are changed, created, moved and deleted', async () => {
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

  test('follows changes made in VS Code even where the file watcher does not look', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    const before = settings.inspect<object>('watcherExclude')?.workspaceValue;
    await settings.update('watcherExclude', { '**/in/**': true }, vscode.ConfigurationTarget.Workspace);
    try {
      const [a, b] = ['in/a.backupresponse.json', 'in/b.backupresponse.json'];
      await write(a, '{ "status": "COMPLETED" }');
      await checkFolder();
      const rename = new vscode.WorkspaceEdit();
      rename.renameFile(uriOf(a), uriOf(b));
      ok(await vscode.workspace.applyEdit(rename));
      await showing(b, ['enum']);
      await showing(a, []);
      const remove = new vscode.WorkspaceEdit();
      remove.deleteFile(uriOf(b));
      ok(await vscode.workspace.applyEdit(remove));
      await showing(b, []);
    } finally {
      await settings.update('watcherExclude', before, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a change of severities applies at once', async () => {
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

  test('Clear Results removes the results and stops watching', async () => {
    const name = 'a.backupresponse.json';
    await write(name, '{ "status": "COMPLETED" }');
    await checkFolder();
    await vscode.commands.executeCommand('backupResponse.clearResults');
    deepEqual(rules(name), []);
    const other = 'b.backupresponse.json';
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
    const created = new Promise<void>((resolve) => {
      watcher.onDidCreate((uri) => uri.path.endsWith(other) && resolve());
    });
    await write(name, '{ "status": "COMPLETED", "tenantName": "x" }');
    await write(other, '{ "status": "COMPLETED" }');
    await created;
    watcher.dispose();
    await idle();
    deepEqual(rules(other), []);
    deepEqual(rules(name), []);
  });

  test('shows all problems of 1,300 files, and edits are handled while they are checked', async function () {
    // As long as the silence that a run may have.
    this.timeout(85_000);
    // More files with problems than VS Code takes at once.
    await writeMany(1_300, (index) => (index < 1_200 ? 'COMPLETED' : 'COMPLETE'));
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
    deepEqual({ files, findings }, { files: 1_300, findings: 1_200 });
    const shown = vscode.languages
      .getDiagnostics()
      .filter(([uri, diagnostics]) => uri.path.startsWith(`${folder.path}/`) && diagnostics.length === 1);
    equal(shown.length, 1_200);
  });

  test('a check can be stopped, and another one started', async () => {
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

  test('a folder without backup files is without findings', async () => {
    await write('package.json', '{ "name": "x", "version": "1.0.0" }');
    const { found, files, findings } = await checkFolder();
    deepEqual({ found, files, findings }, { found: 1, files: 0, findings: 0 });
  });

  if (__TEST_HOST__ === 'node') {
    test('a task runs the command line without needing Node.js on the user’s machine', async () => {
      const settings = vscode.workspace.getConfiguration('backupResponse');
      await settings.update('additionalProperties', ['region'], vscode.ConfigurationTarget.Workspace);
      const tasks = await vscode.tasks.fetchTasks({ type: 'backup-response' });
      await settings.update('additionalProperties', undefined, vscode.ConfigurationTarget.Workspace);
      deepEqual(
        tasks.map(({ name, source, problemMatchers }) => ({ name, source, problemMatchers })),
        [{ name: 'check', source: 'BackupResponse', problemMatchers: ['$backup-response'] }],
      );
      const execution = tasks[0]?.execution;
      ok(execution instanceof vscode.ProcessExecution);
      const [program, ...args] = execution.args;
      ok(program && (await vscode.workspace.fs.stat(vscode.Uri.file(program))).size > 0);
      const root = vscode.workspace.workspaceFolders?.[0]?.uri;
      ok(root);
      // The settings of the workspace go with it, so that the task and the Problems panel agree.
      const settingsFile = vscode.Uri.joinPath(root, '.vscode', 'settings.json').fsPath;
      deepEqual(args, ['check', '--settings', settingsFile, '--', '.']);
      equal(execution.options?.cwd, root.fsPath);
      equal(execution.process, process.execPath);
      equal(execution.options?.env?.ELECTRON_RUN_AS_NODE, '1');
    });
  } else {
    test('a host without processes offers no task', async () => {
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

/** Opens a file as a user does. A document that an extension opens stays open for minutes. */
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

/** `severity rule range`; lines and columns count from 0. */
function reported(name: string): string[] {
  return ours(name).map((diagnostic) => {
    const { start, end } = diagnostic.range;
    const severity = vscode.DiagnosticSeverity[diagnostic.severity];
    return `${severity} ${ruleOf(diagnostic)} ${start.line}:${start.character}-${end.line}:${end.character}`;
  });
}
