import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../assert.ts';
import {
  closeAll,
  eventually,
  findingsOnceIn,
  languageStatus,
  openAtCursor,
  openUntitled,
  pressButton,
} from '../editor.ts';

/* The workspace of the tests in Restricted Mode has two folders, so that a folder has settings of its own. */

const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;

suite('settings of a folder', () => {
  let editor: vscode.TextEditor;

  setup(async () => {
    editor = await openAtCursor('{ "status": "DO|NE", "shoeSize": 1 }');
    await write({ enum: 'hint' }, WorkspaceFolder);
  });
  teardown(async () => {
    for (const target of [Workspace, WorkspaceFolder]) await write(undefined, target);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  test('a rule is turned off where its severity is set, and the undo is there, too', async () => {
    const title = 'Turn off "enum" in the folder "workspace"';
    const action = await actionOnce(title);
    ok(action?.command, title);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    deepEqual(read(), [{ enum: 'off' }, undefined]);
    equal((await findingsOnceIn(editor.document, 1)).length, 1);
    deepEqual(await pressButton(read, ([ofFolder]) => ofFolder?.enum === 'hint'), [{ enum: 'hint' }, undefined]);
  });

  test('a rule that the folder says nothing about is turned off in the workspace', async () => {
    const { uri } = editor.document;
    await vscode.commands.executeCommand('backupResponse.turnOffRule', uri, 'unknown-property');
    deepEqual(read(), [{ enum: 'hint' }, { 'unknown-property': 'off' }]);
    deepEqual(await pressButton(read, ([, ofWorkspace]) => !ofWorkspace), [{ enum: 'hint' }, undefined]);
  });

  test('the language status counts the rules that are off in the folder of the file', async () => {
    await write({ enum: 'off', type: 'off' }, WorkspaceFolder);
    await write({ 'job-id': 'off', type: 'error' }, Workspace);
    equal((await languageStatus())[1], '3 rules are off here: type, enum, … [Reset Rules…]');
    await openUntitled('json', '{ "status": "COMPLETE", "requesterName": "x", "tenant": "y" }');
    equal((await languageStatus())[1], '1 rule is off here: job-id [Reset Rules…]');
  });

  function actionOnce(title: string): Promise<vscode.CodeAction | undefined> {
    const ask = async () => {
      const { document, selection } = editor;
      const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        document.uri,
        selection,
      );
      return actions.find((action) => action.title === title);
    };
    return eventually(ask, (action) => action !== undefined);
  }

  function write(rules: object | undefined, target: vscode.ConfigurationTarget): Thenable<void> {
    return configuration().update('rules', rules, target);
  }

  /** The settings of the folder and those of the workspace. */
  function read(): (Readonly<Record<string, string>> | undefined)[] {
    const values = configuration().inspect<Record<string, string>>('rules');
    return [values?.workspaceFolderValue, values?.workspaceValue];
  }

  function configuration(): vscode.WorkspaceConfiguration {
    return vscode.workspace.getConfiguration('backupResponse', editor.document.uri);
  }
});
