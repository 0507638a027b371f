import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { answer, closeAll, eventually, findingsOnceIn, open, openAtCursor, ourDiagnostics } from './editor.ts';

suite('light bulb', () => {
  teardown(closeAll);

  for (const [before, title, after] of [
    ['{ "fileExists": "Tr|ue" }', 'Change to true', '{ "fileExists": true }'],
    ['{ "status": "in-pro|gress" }', 'Change to "IN_PROGRESS"', '{ "status": "IN_PROGRESS" }'],
    ['{ "status": "COMP|LETED" }', 'Change to "COMPLETE"', '{ "status": "COMPLETE" }'],
    [
      '{ "created": "2021-05-11 2|2:23:16Z" }',
      'Change to "2021-05-11T22:23:16Z"',
      '{ "created": "2021-05-11T22:23:16Z" }',
    ],
    [
      '{ "created": "2021-05-11T2|2:23:16" }',
      'Treat as UTC: "2021-05-11T22:23:16Z"',
      '{ "created": "2021-05-11T22:23:16Z" }',
    ],
    ['{ "ten|antt": "acme" }', 'Change to "tenant"', '{ "tenant": "acme" }'],
    ['{ "name": "x", "ten|ants": 5 }', 'Remove "tenants"', '{ "name": "x" }'],
    ['{ "Job|Id": "" }', 'Change to "jobId"', '{ "jobId": "" }'],
    ['{ "name": "x", "jobId": nu|ll }', 'Remove "jobId"', '{ "name": "x" }'],
    ['{ "name": "x", "status": "|" }', 'Remove "status"', '{ "name": "x" }'],
    ['{ "name": "x", "na|me": "y" }', 'Keep "y", remove "x"', '{ "name": "y" }'],
    ['{ "na|me": "x", "name": "y" }', 'Keep "x", remove "y"', '{ "name": "x" }'],
    [
      '[\n  { "name": "x" }, {\n    "name": "y",\n    "status": "COMP|LETED"\n  }\n]',
      'Change to "COMPLETE"',
      '[\n  { "name": "x" }, {\n    "name": "y",\n    "status": "COMPLETE"\n  }\n]',
    ],
    ['{| "value": [{ "name": "x" }], "Count": 1 }', 'Unwrap the list', '[{ "name": "x" }]'],
    [
      '{\n  "Count": 2, // two\n  "value": [\n    { "na|me": "x" },\n    {}\n  ]\n}\n',
      'Unwrap the list',
      ' // two\n[\n    { "name": "x" },\n    {}\n  ]\n',
    ],
  ] as const) {
    test(`${title}: ${before}`, async () => {
      const editor = await openAtCursor(before);
      const actions = await quickFixes(editor, title);
      ok(actions.filter(({ isPreferred }) => isPreferred).length <= 1, 'at most one is preferred');
      await apply(actions, title);
      equal(editor.document.getText(), after);
      await vscode.commands.executeCommand('undo');
      equal(editor.document.getText(), before.replace('|', ''), 'one undo step');
    });
  }

  test('offers every allowed value, most likely first, and does not prefer a guess', async () => {
    const editor = await openAtCursor('{ "status": "COMP|LETED" }');
    const actions = await quickFixes(editor, 'Change to "COMPLETE"');
    deepEqual(
      actions.map(({ title, isPreferred }) => `${isPreferred ? '* ' : ''}${title}`),
      [
        'Change to "COMPLETE"',
        'Change to "NOT_STARTED"',
        'Change to "IN_PROGRESS"',
        'Change to "CANCELLED"',
        'Change to "FAILED"',
        'About the rule "enum"',
        'Turn off "enum" in this workspace',
        'Change the severity of "enum"…',
      ],
    );
  });

  for (const text of ['{ "backupType": "Wee|kly" }', '{ "hydrationStatus": "HALF|WAY" }', '{ "status": "x|y" }'])
    test(`an unlikely value is never the first action: ${text}`, async () => {
      const actions = await quickFixes(await openAtCursor(text), 'About the rule "enum"');
      const titles = actions.map(({ title }) => title);
      equal(titles[0], 'About the rule "enum"');
      ok(titles[1]?.startsWith('Change to '), titles.join());
      ok(titles.at(-1)?.startsWith('Change the severity of '), titles.join());
      // VS Code puts actions with diagnostics before those without.
      ok(!actions.some(({ isPreferred, diagnostics }) => isPreferred || diagnostics?.length), titles.join());
    });

  test('the likely fix of each problem goes before the other values', async () => {
    const editor = await openAtCursor('{ "status": "COMPLETED", "backupType": "Scheduled" }');
    editor.selection = new vscode.Selection(0, 0, 0, 52);
    const titles = (await quickFixes(editor, 'Change to "AUTOMATED"')).map(({ title }) => title);
    deepEqual(titles.slice(0, 3), ['Change to "COMPLETE"', 'Change to "AUTOMATED"', 'Change to "NOT_STARTED"']);
  });

  const record = '{ "jobId": "1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c", "tenant": "acme", "requesterName": "Ada" }';
  const keep = 'Keep only the records in this text';
  for (const [what, text, sentence, after] of [
    [
      'HTTP headers',
      `|HTTP/1.1 200 OK\nContent-Type: application/json\n\n${record}\n`,
      'These are HTTP headers, not JSON. Save only the body of the response.',
      record,
    ],
    [
      'Python',
      record.replaceAll('"', "'").replace('jobId', 'job|Id'),
      'This is how Python prints an object, not JSON. Write the file with "json.dump".',
      record,
    ],
    [
      'Format-List',
      '|jobId         : 1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c\ntenant        : acme\nrequesterName : Ada\n',
      'This is the output of Format-List, not JSON. Write the file with "ConvertTo-Json -Depth 10".',
      record,
    ],
    [
      'a table of PowerShell',
      '|jobId status   tenant\n----- ------   ------\nx     COMPLETE acme\n',
      'This is the output of Format-Table, not JSON. Write the file with "ConvertTo-Json -Depth 10".',
      undefined,
    ],
    [
      'a merge conflict',
      `[\n|<<<<<<< HEAD\n  ${record}\n=======\n  ${record}\n>>>>>>> other\n]\n`,
      'Choose one side of this merge conflict, and delete its marks: until then, only its first side is checked.',
      undefined,
    ],
    [
      'typographic quotes',
      `[\n  ${record},\n  { “ten|ant”: "acme" }\n]\n`,
      'JSON requires straight double quotes, not U+201C.',
      undefined,
    ],
  ] as const)
    test(`the light bulb names a kind of text that VS Code's sentence does not name: ${what}`, async () => {
      const editor = await openAtCursor(text);
      const actions = await quickFixes(editor, sentence);
      const titles = actions.map(({ title }) => title).filter((title) => title === sentence || title === keep);
      deepEqual(titles, after === undefined ? [sentence] : [keep, sentence]);
      if (after === undefined) return;
      await apply(actions, keep);
      const written = () => editor.document.getText().replace(/\s+/g, ' ').trim();
      equal(await eventually(written, (now) => now === after), after);
      await vscode.commands.executeCommand('undo');
      equal(editor.document.getText(), text.replace('|', ''), 'one undo step');
    });

  test('VS Code\u2019s own sentence is enough where a comma or a quote is missing', async () => {
    const editor = await openAtCursor('{ "jobId": "x" "ten|ant": "acme" }');
    await eventually(
      () => vscode.languages.getDiagnostics(editor.document.uri),
      (found) => found.some(({ source }) => source === 'json'),
    );
    const titles = (await quickFixes(editor)).map(({ title }) => title);
    ok(!titles.includes(keep) && !titles.some((title) => title.startsWith('Expected')), titles.join());
  });

  test('fixing all problems of a rule leaves other rules and guesses alone', async () => {
    const text =
      '[{ "status": "com|plete", "fileExists": "true" }, { "backupType": "Manual" }, { "status": "COMPLETED" }]';
    const editor = await openAtCursor(text);
    const title = 'Fix 2 of 3 "enum" problems in the file';
    await apply(await quickFixes(editor, title), title);
    const after =
      '[{ "status": "COMPLETE", "fileExists": "true" }, { "backupType": "MANUAL" }, { "status": "COMPLETED" }]';
    equal(editor.document.getText(), after);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text.replace('|', ''), 'one undo step');
  });

  for (const [title, before, after] of [
    [
      'Change all 3 "DONE" to "COMPLETE" in the file',
      '[{ "status": "DO|NE" },\n{ "status": "DONE", "backupType": "DONE2" },\n{ "status": "OVER" }, { "status": "DONE" }]',
      '[{ "status": "COMPLETE" },\n{ "status": "COMPLETE", "backupType": "DONE2" },\n{ "status": "OVER" }, { "status": "COMPLETE" }]',
    ],
    [
      'Rename all 2 "requester" to "requesterName" in the file',
      '[{ "reques|ter": "x" }, { "requester": "y" }]',
      '[{ "requesterName": "x" }, { "requesterName": "y" }]',
    ],
    [
      'Treat all 2 times as UTC in the file',
      '[{ "created": "2024-02-19|T19:54:15" }, { "created": "2024-02-20T19:54:15" }]',
      '[{ "created": "2024-02-19T19:54:15Z" }, { "created": "2024-02-20T19:54:15Z" }]',
    ],
    [
      'Remove all 2 "shoeSize" in the file',
      '[{ "name": "x", "shoe|Size": 1 }, { "shoeSize": 2, "name": "y" }]',
      '[{ "name": "x" }, { "name": "y" }]',
    ],
  ] as const) {
    test(title, async () => {
      const editor = await openAtCursor(before);
      await apply(await quickFixes(editor, title), title);
      equal(editor.document.getText(), after);
      await vscode.commands.executeCommand('undo');
      equal(editor.document.getText(), before.replace('|', ''), 'one undo step');
    });
  }

  test('with everything selected, the light bulb has the actions of some problems, those at the cursor first', async () => {
    const records = Array.from({ length: 20_000 }, (_, at) => `{ "status": "X${at}", "fileExists": "yes" }`);
    const editor = await open(`[\n${records.join(',\n')}\n]`);
    const end = new vscode.Position(20_000, 20);
    editor.selection = new vscode.Selection(new vscode.Position(0, 0), end);
    // As in the menu, an action for the whole file is worked out when it is chosen.
    const ask = async () => codeActions(editor, vscode.CodeActionKind.QuickFix, 0);
    const isOffered = (found: readonly vscode.CodeAction[]) => found.some(({ title }) => title.startsWith('Turn off'));
    const actions = await eventually(ask, isOffered);
    ok(actions.length > 10 && actions.length < 1_000, String(actions.length));
    const [first] = actions;
    equal(first?.diagnostics?.[0]?.range.start.line ?? 20_000, 20_000);
    equal(actions.filter(({ title }) => title === 'Change all "yes" to true in the file').length, 1);
  });

  test('fix all unwraps a list that PowerShell has wrapped, and fixes its records', async () => {
    const editor = await open('{\n"value": [{ "status": "complete" },\n{ "fileExists": "True" }],\n"Count": 2 }');
    await findingsOnceIn(editor.document, 3);
    const [action] = await codeActions(editor, vscode.CodeActionKind.SourceFixAll.append('backupResponse'));
    ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    equal(editor.document.getText(), '[{ "status": "COMPLETE" },\n{ "fileExists": true }]');
  });

  test('source.fixAll.backupResponse applies all lossless fixes on save', async () => {
    const broken =
      '{\n  "JobId": "",\n  "status": "complete",\n  "created": "2021-05-11 22:23:16Z",\n  "fileExists": "true"\n}\n';
    const editor = await open(broken);
    const settings = vscode.workspace.getConfiguration('editor');
    const onSave = { 'source.fixAll.backupResponse': 'explicit' };
    await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Workspace);
    try {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
      await editor.document.save();
      const fixed = '\n{\n  "status": "COMPLETE",\n  "created": "2021-05-11T22:23:16Z",\n  "fileExists": true\n}\n';
      equal(
        await eventually(
          () => editor.document.getText(),
          (text) => text === fixed,
        ),
        fixed,
      );
      await vscode.commands.executeCommand('undo');
      equal(editor.document.getText(), `\n${broken}`, 'one undo step');
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a rule that is off offers no fixes', async () => {
    const settings = vscode.workspace.getConfiguration('backupResponse');
    await settings.update('rules', { enum: 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await openAtCursor('{ "status": "com|plete", "fileExists": "true" }');
      await findingsOnceIn(editor.document, 1);
      deepEqual(await quickFixes(editor), []);
      const [action] = await codeActions(editor, vscode.CodeActionKind.SourceFixAll.append('backupResponse'));
      ok(action?.edit);
      await vscode.workspace.applyEdit(action.edit);
      equal(editor.document.getText(), '{ "status": "complete", "fileExists": true }');
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('the page of a rule does not replace a file in the preview tab', async () => {
    const { document } = await openAtCursor('{ "status": "COMP|LETED" }');
    await eventually(
      () => ourDiagnostics(document).length,
      (count) => count === 1,
    );
    await closeAll();
    const preview = { preview: true };
    await vscode.commands.executeCommand('vscode.open', document.uri, preview);
    const group = () => vscode.window.tabGroups.activeTabGroup;
    await eventually(
      () => group().activeTab?.isPreview,
      (isPreview) => isPreview === true,
    );
    const file = document.uri.path.split('/').at(-1);
    // The second page replaces the first.
    for (const rule of ['enum', 'type']) {
      // A click on the rule's id runs this command.
      await vscode.commands.executeCommand(
        'vscode.open',
        vscode.Uri.parse(`backup-response://rules/${rule}.md`),
        preview,
      );
      const isDone = (tabs: readonly string[]) => tabs.length === 2 && group().activeTab?.label === `${rule}.md`;
      const tabs = await eventually(() => group().tabs.map(({ label }) => label), isDone);
      deepEqual(tabs.toSorted(), [`${rule}.md`, file].toSorted());
      equal(group().activeTab?.label, `${rule}.md`);
    }
    equal(ourDiagnostics(document).length, 1);
  });

  test('two dozen values are one action, which lets the user search them', async () => {
    const editor = await openAtCursor('{ "options": { "includeTypes": ["ROLE", "RO|LES"] } }');
    const title = 'Choose from 23 allowed values…';
    const actions = await quickFixes(editor, title);
    deepEqual(
      actions.slice(0, 2).map((action) => action.title),
      ['Change to "ROLE"', title],
    );
    ok(actions.length < 8, `${actions.length}`);
    const { command } = actions.find((action) => action.title === title) ?? {};
    ok(command);
    await answer(vscode.commands.executeCommand(command.command, ...(command.arguments ?? [])), 'accept');
    equal(editor.document.getText(), '{ "options": { "includeTypes": ["ROLE", "ACCESS_PROFILE"] } }');
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), '{ "options": { "includeTypes": ["ROLE", "ROLES"] } }');
  });

  test('About the rule opens the page of the rule', async () => {
    const editor = await openAtCursor('{ "status": "COMP|LETED" }');
    const title = 'About the rule "enum"';
    await apply(await quickFixes(editor, title), title);
    const label = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    ok((await eventually(label, (shown) => shown.includes('enum'))).includes('enum'));
    equal(ourDiagnostics(editor.document).length, 1);
  });
});

/** Our quick fixes at the cursor, once there is one with this title. */
async function quickFixes(editor: vscode.TextEditor, awaited?: string): Promise<vscode.CodeAction[]> {
  const ours = async () => {
    const actions = await codeActions(editor, vscode.CodeActionKind.QuickFix);
    return actions.filter(({ edit, command }) => edit || command?.command.startsWith('backupResponse.'));
  };
  return awaited ? eventually(ours, (actions) => actions.some(({ title }) => title === awaited)) : ours();
}

function codeActions(
  editor: vscode.TextEditor,
  kind: vscode.CodeActionKind,
  resolved = 50,
): Thenable<vscode.CodeAction[]> {
  const { document, selection } = editor;
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
    kind.value,
    resolved,
  );
}

async function apply(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((one) => one.title === title);
  ok(action, `no "${title}" among ${actions.map((one) => one.title).join(', ')}`);
  if (action.edit) ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}
