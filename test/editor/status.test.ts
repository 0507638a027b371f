import * as vscode from 'vscode';
import { fileActions } from '../../src/editor/status/file-actions.ts';
import { deepEqual, equal, ok } from './assert.ts';
import {
  answer,
  closeAll,
  eventually,
  fileUri,
  findingsIn,
  findingsOnceIn,
  idle,
  inputShown,
  messagesDuring,
  open,
  openAs,
  openUntitled,
  pressButton,
} from './editor.ts';

const schemaId = 'backup-response://schemas/backup-response.json';
const wrong =
  '{ "jobId": "1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c", "status": "COMPLETED", "tenant": "acme", "type": "BACKUP" }';
/** Too little of a record to be recognized by its content. */
const bare = '{ "status": "COMPLETED" }';
const isEnum = 'enum "COMPLETED"';

suite('language status and its menu', () => {
  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  for (const ending of ['.backupresponse.json', '.json', '.jsonl']) {
    test(`a *${ending} file loses its findings when it is excluded, and gets them back`, async () => {
      const { document } = await open(wrong, ending);
      deepEqual(await findingsOnceIn(document, 1), [isEnum]);
      await run('exclude');
      deepEqual(await findingsOnceIn(document, 0), []);
      const range = new vscode.Range(0, 0, 0, wrong.length);
      deepEqual(await ask('vscode.executeCodeActionProvider', document.uri, range, 'quickfix'), []);
      if (ending !== '.backupresponse.json') {
        deepEqual(await ask('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 57)), []);
      }
      // The exclusion belongs to the file, not to the document.
      await closeAll();
      const again = await vscode.workspace.openTextDocument(document.uri);
      await vscode.window.showTextDocument(again);
      await idle();
      deepEqual(findingsIn(again), []);
      await run('include');
      deepEqual(await findingsOnceIn(again, 1), [isEnum]);
    });
  }

  test('an excluded file is skipped by a folder check, and stays excluded when it is moved', async () => {
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
    await idle();
    deepEqual(findingsIn(moved), []);
    await run('include');
    deepEqual(await findingsOnceIn(moved, 1), [isEnum]);
    await vscode.commands.executeCommand('backupResponse.clearResults');
  });

  test('an untitled document can be excluded, and the next one with its name is not', async () => {
    const first = (await openUntitled('json', wrong)).document;
    await findingsOnceIn(first, 1);
    await run('exclude');
    deepEqual(await findingsOnceIn(first, 0), []);
    await closeAll();
    const second = (await openUntitled('json', wrong)).document;
    equal(second.uri.toString(), first.uri.toString());
    deepEqual(await findingsOnceIn(second, 1), [isEnum]);
  });

  test('a pattern is added to json.schemas of the workspace, and other entries stay', async () => {
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

  test('associating an excluded file includes it again', async () => {
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

  test('commands apply to the file in the editor while the output panel has the focus', async () => {
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

  test('Show Command Line shows the command to run in a terminal, and copies it', async () => {
    const extension = vscode.extensions.getExtension('backup-response.backup-response');
    ok(extension);
    const { fsPath, scheme } = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'cli.mjs');
    const [text = ''] = await messagesDuring(() => run('showCommandLine'));
    if (scheme !== 'file') return ok(text.includes('npm package'), text);
    ok(text.includes(`node "${fsPath}"`), text);
    await vscode.env.clipboard.writeText('');
    let copied = '';
    const ask = () => {
      void vscode.env.clipboard.readText().then((now) => {
        copied = now;
      });
      return copied;
    };
    equal(await pressButton(ask, (now) => now !== ''), `node "${fsPath}"`);
  });

  test('Escape writes nothing, at the first question and at the second', async () => {
    await openAs('exports/left.json', bare);
    equal(await answer(run('associate'), 'close'), undefined);
    const { chosen } = await begin('associate', 0);
    equal(await answer(chosen, 'close'), undefined);
    equal(schemas(), undefined);
  });

  test('the menu runs the selected action', async () => {
    const { document } = await open(wrong, '.json');
    await findingsOnceIn(document, 1);
    const state = { recognition: 'content', isExcluded: false, isUntitled: false, hasJsonSchema: false } as const;
    const items = fileActions({
      ...state,
      problems: 1,
      fixable: 0,
      records: 1,
      hasLongLine: false,
      rulesOff: 0,
      rulesChanged: 0,
    }).flat();
    await choose(
      'showActions',
      items.findIndex(({ command }) => command === 'backupResponse.exclude'),
    );
    deepEqual(await findingsOnceIn(document, 0), []);
    // Now the first item includes the file again.
    await choose('showActions', 0);
    deepEqual(await findingsOnceIn(document, 1), [isEnum]);
  });

  test('the menu fixes all lossless problems', async () => {
    const { document } = await open(wrong.replace('COMPLETED', 'complete'), '.json');
    await findingsOnceIn(document, 1);
    await choose('showActions', 0);
    deepEqual(await findingsOnceIn(document, 0), []);
    equal(document.getText(), wrong.replace('COMPLETED', 'COMPLETE'));
  });

  test('the page of all rules opens', async () => {
    await run('openRules');
    const label = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    const shown = await eventually(label, (now) => now.includes('rules.md'));
    ok(shown.includes('rules.md'), shown);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('without an editor, or in another file, the menu does not open and nothing changes', async () => {
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

/** Runs a command that shows a quick pick, and accepts the item at an index. */
async function choose<T>(command: string, index: number): Promise<T> {
  const { chosen } = await begin<T>(command, index);
  return chosen;
}

/** Accepts one of the proposed patterns as it is. */
async function associate(proposal: number): Promise<string | undefined> {
  const { chosen } = await begin<string | undefined>('associate', proposal);
  return answer(chosen, 'accept');
}

async function begin<T>(command: string, index: number): Promise<{ readonly chosen: Thenable<T> }> {
  const chosen = run<T>(command);
  await inputShown();
  for (let at = 0; at < index; at++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  return { chosen };
}

/** The setting of the workspace. */
function schemas(): unknown {
  return vscode.workspace.getConfiguration('json').inspect('schemas')?.workspaceValue;
}
