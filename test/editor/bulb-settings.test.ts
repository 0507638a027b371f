import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import {
  answer,
  closeAll,
  eventually,
  findingsOnceIn,
  inputShown,
  languageStatus,
  openAtCursor,
  pressButton,
} from './editor.ts';

const { Global, Workspace } = vscode.ConfigurationTarget;
const settings = ['rules', 'additionalValues', 'additionalProperties'] as const;
type Setting = (typeof settings)[number];

suite('light bulb and settings', () => {
  teardown(async () => {
    for (const setting of settings) for (const target of [Workspace, Global]) await write(setting, undefined, target);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  for (const [what, text, fixes] of [
    ['an error without a fix', '{ "name": "x", "completed": "2/19/2024 7:54|:15 PM" }', 0],
    ['a wrong type', '{ "tenant": "x", "name": [|"x"] }', 0],
    ['a name that the model does not list', '{ "name": "x", "mess|age": "y" }', 0],
    ['an unknown value that means a known one', '{ "name": "x", "backupType": "Sched|uled" }', 3],
    ['an unknown name', '{ "name": "x", "shoe|Size": 1 }', 1],
    ['a value with a fix', '{ "name": "x", "status": "comp|lete" }', 1],
    ['a name written twice', '{ "na|me": "x", "name": "y" }', 2],
    ['two problems at one place', '{ "name": "x", "JobId": "|", "jobId": "x" }', 1],
  ] as const) {
    test(`fixes come first, settings last: ${what}`, async () => {
      const editor = await openAtCursor(text);
      const titles = await titlesOnce(editor);
      const kinds = titles.map(kindOf);
      deepEqual(kinds, kinds.toSorted());
      ok(kinds.filter((kind) => kind === 0).length >= fixes, titles.join('\n'));
      ok(kinds.includes(1) && kinds.includes(2), titles.join('\n'));
    });
  }

  test('fixes come first, settings last: a selection with problems of several kinds', async () => {
    const editor = await openAtCursor(
      '[|{ "name": ["x"], "status": "complete" },\n{ "shoeSize": 1, "name": ["y"], "created": "1/2/2024" }]',
    );
    await findingsOnceIn(editor.document, 5);
    editor.selection = new vscode.Selection(0, 0, 1, 60);
    const titles = await titlesOnce(editor);
    const kinds = titles.map(kindOf);
    deepEqual(kinds, kinds.toSorted());
    equal(titles.length, new Set(titles).size, 'each is there once');
  });

  for (const before of [undefined, {}, { enum: 'hint' }, { 'unknown-property': 'error', enum: 'hint' }]) {
    test(`Turn off … can be undone: ${JSON.stringify(before)}`, async () => {
      await write('rules', before);
      const { document } = await turnOff();
      deepEqual(read('rules'), { ...before, 'unknown-property': 'off' });
      deepEqual(await findingsOnceIn(document, 0), []);
      deepEqual(await undo('rules', before), before);
      equal((await findingsOnceIn(document, 1)).length, 1);
    });
  }

  test('the undo of Turn off … leaves later changes alone', async () => {
    await turnOff();
    await write('rules', { 'unknown-property': 'off', enum: 'hint' });
    deepEqual(await undo('rules', { enum: 'hint' }), { enum: 'hint' });
  });

  test('Change the severity … can be undone', async () => {
    await write('rules', { enum: 'off' });
    const { document } = await openAtCursor('{ "name": "x", "shoe|Size": 1 }');
    const change = () =>
      vscode.commands.executeCommand('backupResponse.changeSeverity', document.uri, 'unknown-property');
    await answer(change(), 'accept');
    deepEqual(read('rules'), { enum: 'off' }, 'the present severity is the first');
    const changing = change();
    await inputShown();
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await changing;
    deepEqual(read('rules'), { enum: 'off', 'unknown-property': 'error' });
    deepEqual(await undo('rules', { enum: 'off' }), { enum: 'off' });
  });

  test('the language status says how many rules are off', async () => {
    await openAtCursor('{ "name": "x|", "tenant": "y" }');
    const sound = 'BackupResponse, 1 record: by its name, no problems in its records [Actions…]';
    deepEqual(await languageStatus(), [sound]);
    await write('rules', { enum: 'off', 'job-id': 'hint' });
    await write('rules', { type: 'off', enum: 'error' }, Global);
    deepEqual(await languageStatus(), [sound, '2 rules are off here: type, enum [Reset Rules…]']);
    // In the workspace it is on again, although the user settings turn it off.
    await write('rules', { type: 'error', enum: 'off' });
    deepEqual(await languageStatus(), [sound, '1 rule is off here: enum [Reset Rules…]']);
  });

  const allowStatus = { property: 'status', text: 'MADE_UP' };
  for (const [setting, before, after, allowance] of [
    ['additionalValues', undefined, { status: ['MADE_UP'] }, allowStatus],
    ['additionalValues', { status: ['LATE'] }, { status: ['LATE', 'MADE_UP'] }, allowStatus],
    ['additionalValues', { type: ['X'] }, { type: ['X'], status: ['MADE_UP'] }, allowStatus],
    ['additionalProperties', undefined, ['region'], { text: 'region' }],
    ['additionalProperties', [], ['region'], { text: 'region' }],
    ['additionalProperties', ['zone'], ['zone', 'region'], { text: 'region' }],
  ] as const) {
    test(`Allow … can be undone: ${setting} ${JSON.stringify(before)}`, async () => {
      await write(setting, before);
      await allow(allowance);
      deepEqual<unknown>(read(setting), after);
      deepEqual<unknown>(await undo(setting, before), before);
    });
  }

  test('a value that the user settings allow stays allowed in the workspace', async () => {
    await write('additionalProperties', ['zone'], Global);
    await allow({ text: 'region' });
    deepEqual(read('additionalProperties'), ['zone', 'region']);
    deepEqual(await undo('additionalProperties', undefined), undefined);
    deepEqual(read('additionalProperties', Global), ['zone']);
  });

  test('the undo of Allow … keeps values that were allowed later', async () => {
    await allow(allowStatus);
    await write('additionalValues', { status: ['MADE_UP', 'LATE'], type: ['X'] });
    const left = { status: ['LATE'], type: ['X'] };
    deepEqual(await undo('additionalValues', left), left);
  });

  for (const [title, workspace, user] of [
    ['off in the workspace', { 'unknown-property': 'off', enum: 'hint' }, undefined],
    ['off in the user settings', undefined, { 'unknown-property': 'off' }],
    ['off in both', { 'unknown-property': 'off' }, { 'unknown-property': 'hint', enum: 'off' }],
  ] as const) {
    test(`Reset Rules turns on a rule again that is ${title}, and can be undone`, async () => {
      await write('rules', workspace);
      await write('rules', user, Global);
      const { document } = await openAtCursor('{ "name": "x", "shoe|Size": 1 }');
      const resetting = vscode.commands.executeCommand('backupResponse.resetRules');
      await inputShown();
      // The rules come in the order of the settings, in which "enum" is the first of the two.
      if (workspace && 'enum' in workspace)
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      if (user && 'enum' in user) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await resetting;
      equal((await findingsOnceIn(document, 1)).length, 1);
      deepEqual(read('rules'), without(workspace));
      deepEqual(read('rules', Global), without(user));
      deepEqual<unknown>(await undo('rules', workspace), workspace);
      deepEqual<unknown>(
        await eventually(
          () => read('rules', Global),
          (now) => isEqual(now, user),
        ),
        user,
      );
    });
  }
});

/** 0 for a fix, 1 for an explanation, 2 for a change of settings. */
function kindOf(title: string): number {
  if (/^(?:Allow|Turn off|Change the severity)/.test(title)) return 2;
  return title.startsWith('About the rule') ? 1 : 0;
}

/** The titles of the actions at the cursor, in the order of VS Code's menu, once there are all of them. */
async function titlesOnce({ document, selection }: vscode.TextEditor): Promise<string[]> {
  await eventually(
    () => vscode.languages.getDiagnostics(document.uri).length,
    (count) => count > 0,
  );
  const ask = async () => {
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
    );
    return actions.filter(({ kind }) => kind?.value.startsWith('quickfix')).map(({ title }) => title);
  };
  return eventually(ask, (titles) => titles.some((title) => title.startsWith('Turn off')));
}

async function turnOff(): Promise<vscode.TextEditor> {
  const editor = await openAtCursor('{ "name": "x", "shoe|Size": 1 }');
  await findingsOnceIn(editor.document, 1);
  await vscode.commands.executeCommand('backupResponse.turnOffRule', editor.document.uri, 'unknown-property');
  return editor;
}

async function allow(allowance: object): Promise<void> {
  const { document } = await openAtCursor('{ "name": "x|" }');
  await vscode.commands.executeCommand('backupResponse.allow', { resource: document.uri, ...allowance });
}

function write(setting: Setting, value: unknown, target = Workspace): Thenable<void> {
  return vscode.workspace.getConfiguration('backupResponse').update(setting, value, target);
}

function read(setting: Setting, target = Workspace): unknown {
  const values = vscode.workspace.getConfiguration('backupResponse').inspect<unknown>(setting);
  return target === Workspace ? values?.workspaceValue : values?.globalValue;
}

/** Presses the button of the message, until the setting of the workspace is as expected. @returns the setting */
function undo(setting: Setting, expected: unknown): Promise<unknown> {
  return pressButton(
    () => read(setting),
    (now) => isEqual(now, expected),
  );
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function without(rules: object | undefined): unknown {
  const { 'unknown-property': _, ...others } = (rules ?? {}) as Record<string, unknown>;
  return Object.keys(others).length > 0 ? others : undefined;
}
