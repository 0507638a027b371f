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
  openUntitled,
  pause,
} from './editor.ts';

const schemaId = 'backup-response://schemas/backup-response.json';
const wrong = '{ "jobId": "1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c", "status": "COMPLETED", "tenant": "acme" }';
/** Not enough of a record for its content to say so. */
const bare = '{ "status": "COMPLETED" }';
const isEnum = 'enum "COMPLETED"';

suite('language status and its menu', () => {
  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  for (const ending of ['.backupresponse.json', '.json', '.jsonl']) {
    test(`a *${ending} file that is not to be ours goes silent at once, and comes back`, async () => {
      const { document } = await open(wrong, ending);
      deepEqual(await findingsOnceIn(document, 1), [isEnum]);
      await run('exclude');
      deepEqual(await findingsOnceIn(document, 0), []);
      const range = new vscode.Range(0, 0, 0, wrong.length);
      deepEqual(await ask('vscode.executeCodeActionProvider', document.uri, range, 'quickfix'), []);
      if (ending !== '.backupresponse.json') {
        deepEqual(await ask('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 57)), []);
      }
      // It is remembered of the file, not of the document.
      await closeAll();
      const again = await vscode.workspace.openTextDocument(document.uri);
      await vscode.window.showTextDocument(again);
      await pause(600);
      deepEqual(findingsIn(again), []);
      await run('include');
      deepEqual(await findingsOnceIn(again, 1), [isEnum]);
    });
  }

  test('an excluded file is left out by a check of its folder, and goes along when it is moved', async () => {
    const { document } = await openAs('excluded/a.backupresponse.json', wrong);
    await openAs('excluded/b.backupresponse.json', wrong);
    const check = () =>
      vscode.commands.executeCommand<{ files: number }>('backupResponse.checkFolder', fileUri('excluded'));
    equal((await check()).files, 2);
    await vscode.window.showTextDocument(document);
    await findingsOnceIn(document, 1);
    await run('exclude');
    equal((await check()).files, 1);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri('excluded'), fileUri('moved'));
    await vscode.workspace.applyEdit(edit);
    const moved = await vscode.workspace.openTextDocument(fileUri('moved/a.backupresponse.json'));
    await vscode.window.showTextDocument(moved);
    await pause(600);
    deepEqual(findingsIn(moved), []);
    await run('include');
    deepEqual(await findingsOnceIn(moved, 1), [isEnum]);
    await vscode.commands.executeCommand('backupResponse.clearResults');
  });

  test('an untitled document can be excluded; the next one of its name is not', async () => {
    const first = (await openUntitled('json', wrong)).document;
    await findingsOnceIn(first, 1);
    await run('exclude');
    deepEqual(await findingsOnceIn(first, 0), []);
    await closeAll();
    const second = (await openUntitled('json', wrong)).document;
    equal(second.uri.toString(), first.uri.toString());
    deepEqual(await findingsOnceIn(second, 1), [isEnum]);
  });

  test('a pattern is written to json.schemas of the workspace, beside all that is there', async () => {
    const other = { url: 'test://x', fileMatch: ['other.json'], schema: {} };
    const settings = vscode.workspace.getConfiguration('json');
    await settings.update('schemas', [other], vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await openAs('exports/associated-1.json', bare);
      equal(await associate(0), 'associated-*.json');
      deepEqual(schemas(), [other, { url: schemaId, fileMatch: ['associated-*.json'] }]);
      deepEqual(await findingsOnceIn(document, 1), [isEnum]);

      const lines = (await openAs('exports/lines.jsonl', bare)).document;
      equal(await associate(2), '/exports/*.jsonl');
      deepEqual(schemas(), [other, { url: schemaId, fileMatch: ['associated-*.json', '/exports/*.jsonl'] }]);
      deepEqual(await findingsOnceIn(lines, 1), [isEnum]);
    } finally {
      await settings.update('schemas', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('to associate an excluded file takes the exclusion back', async () => {
    const { document } = await openAs('exports/both-1.json', wrong);
    await findingsOnceIn(document, 1);
    await run('exclude');
    deepEqual(await findingsOnceIn(document, 0), []);
    try {
      equal(await associate(3), '/exports/both-1.json');
      deepEqual(await findingsOnceIn(document, 1), [isEnum]);
    } finally {
      const settings = vscode.workspace.getConfiguration('json');
      await settings.update('schemas', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('while the cursor is in the output, the file beside it is meant', async () => {
    const { document } = await open(wrong);
    await findingsOnceIn(document, 1);
    await run('showLog');
    const scheme = () => vscode.window.activeTextEditor?.document.uri.scheme;
    equal(await eventually(scheme, (now) => now === 'output'), 'output');
    await run('exclude');
    deepEqual(await findingsOnceIn(document, 0), []);
    await run('include');
    deepEqual(await findingsOnceIn(document, 1), [isEnum]);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  test('Escape writes nothing, whichever question it answers', async () => {
    await openAs('exports/left.json', bare);
    for (const answers of [[], ['acceptSelectedQuickOpenItem']]) {
      const asked = run('associate');
      await pause(1_000);
      for (const answer of answers) {
        await vscode.commands.executeCommand(`workbench.action.${answer}`);
        await pause(1_000);
      }
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      equal(await asked, undefined);
    }
    equal(schemas(), undefined);
  });

  test('the menu does what is chosen in it', async () => {
    const { document } = await open(wrong, '.json');
    await findingsOnceIn(document, 1);
    // Two entries go to the problems, one associates, and the next excludes.
    await choose('showActions', 3);
    deepEqual(await findingsOnceIn(document, 0), []);
    // Now the first takes that back.
    await choose('showActions', 0);
    deepEqual(await findingsOnceIn(document, 1), [isEnum]);
  });

  test('the page of all rules opens', async () => {
    await run('openRules');
    const label = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    const shown = await eventually(label, (now) => now.includes('rules.md'));
    ok(shown.includes('rules.md'), shown);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('without an editor, or in another file, the menu does not open and nothing is changed', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;
    equal(await eventually(tab, (now) => now === undefined), undefined);
    await run('showActions');
    await openUntitled('plaintext', wrong);
    await run('exclude');
    await run('associate');
    equal(schemas(), undefined);
  });
});

function run<T>(command: string): Thenable<T> {
  return vscode.commands.executeCommand<T>(`backupResponse.${command}`);
}

function ask(command: string, ...args: unknown[]): Thenable<unknown[]> {
  return vscode.commands.executeCommand<unknown[]>(command, ...args);
}

/** Runs a command that lets the user choose, and takes the entry of a number. */
async function choose<T>(command: string, entry: number): Promise<T> {
  const { chosen } = await begin<T>(command, entry);
  return chosen;
}

/** Takes one of the proposed patterns, and leaves it as it is. */
async function associate(proposal: number): Promise<string | undefined> {
  const { chosen } = await begin<string | undefined>('associate', proposal);
  await pause(1_000);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  return chosen;
}

async function begin<T>(command: string, entry: number): Promise<{ readonly chosen: Thenable<T> }> {
  const chosen = run<T>(command);
  await pause(1_000);
  for (let at = 0; at < entry; at++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  return { chosen };
}

/** What the workspace's settings say. */
function schemas(): unknown {
  return vscode.workspace.getConfiguration('json').inspect('schemas')?.workspaceValue;
}
