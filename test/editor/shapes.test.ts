import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import {
  closeAll,
  eventually,
  findingsIn,
  findingsOnceIn,
  idle,
  open,
  openAtCursor,
  ourDiagnostics,
} from './editor.ts';

const record = '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "COMPLETE" }';

suite('the shapes that files come in', () => {
  teardown(async () => {
    await closeAll();
    for (const setting of ['additionalValues', 'additionalProperties']) {
      await settings().update(setting, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('the records in an envelope are checked, completed and explained, and the fix keeps only them', async () => {
    const { document, selection } = await openAtCursor(`{ "value": [${record}, { "status": "DONE", | }] }`);
    deepEqual(await findingsOnceIn(document, 2), ['envelope "value"', 'enum "DONE"']);
    const labels = await eventually(
      () => completionAt(document, selection.active),
      (found) => found.includes('hydrationStatus'),
    );
    ok(!labels.includes('status'), 'the record has it');
    const name = document.positionAt(document.getText().lastIndexOf('"status"') + 3);
    ok((await hoverAt(document, name)).includes('-Status'));
    await applyFix(document, 'Keep the records only');
    equal(document.getText(), `[${record}, { "status": "DONE",  }]`);
    deepEqual(await findingsOnceIn(document, 1), ['enum "DONE"']);
    await vscode.commands.executeCommand('undo');
    deepEqual(await findingsOnceIn(document, 2), ['envelope "value"', 'enum "DONE"']);
  });

  test('a page of results is completed on a line of JSON Lines, and in a list', async () => {
    for (const [text, ending] of [
      [`{ "items": [{ "jobId": "x", "name": "y", | }] }`, '.backupresponse.jsonl'],
      [`[{ "items": [{ "jobId": "x", "name": "y", | }] }]`, '.backupresponse.json'],
    ] as const) {
      const { document, selection } = await openAtCursor(text, ending);
      await eventually(
        () => completionAt(document, selection.active),
        (found) => found.includes('hydrationStatus') && !found.includes('jobId'),
      );
    }
  });

  test('text around the JSON is left to VS Code, and the records are checked', async () => {
    const { document } = await open('WARNING: 5 truncated\n[{ "status": "DONE" }]\nDone in 3 s [exit 0]\n');
    deepEqual(await findingsOnceIn(document, 1), ['enum "DONE"']);
    await idle();
    deepEqual(findingsIn(document), ['enum "DONE"']);
  });

  test('records over several lines in JSON Lines have one finding, and a fix that can be undone', async () => {
    const text = '{\n  "status": "DONE"\n}\n{\n  "status": "COMPLETE"\n}\n';
    const { document } = await open(text, '.backupresponse.jsonl');
    deepEqual(await findingsOnceIn(document, 2), ['syntax {', 'enum "DONE"']);
    await applyFix(document, 'One record per line');
    equal(document.getText(), '{ "status": "DONE" }\n{ "status": "COMPLETE" }\n');
    deepEqual(await findingsOnceIn(document, 1), ['enum "DONE"']);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text);
    await findingsOnceIn(document, 2);
  });

  test('a related object in a list of backups is named; a file of nothing else only if its name says more', async () => {
    const draft = '{ "jobId": "x", "status": "COMPLETE", "type": "CREATE_DRAFT" }';
    const mixed = await open(`[${record.replace(' }', ', "type": "BACKUP" }')}, ${draft}]`, '.json');
    deepEqual(await findingsOnceIn(mixed.document, 1), ['foreign-file {']);
    const strong = await open(`[${draft}]`);
    deepEqual(await findingsOnceIn(strong.document, 1), ['foreign-file [']);
    const other = await open(`[${draft}]`, '.json');
    await idle();
    deepEqual(findingsIn(other.document), []);
  });

  test('a value that the user allows is not reported any more, and is completed', async () => {
    const { document } = await open('{ "status": "MADE_UP", "region": "EU" }');
    deepEqual(await findingsOnceIn(document, 2), ['enum "MADE_UP"', 'unknown-property "region"']);
    await runAction(document, 'Allow "MADE_UP" in this workspace');
    deepEqual(await findingsOnceIn(document, 1), ['unknown-property "region"']);
    await runAction(document, 'Allow "region" in this workspace');
    deepEqual(await findingsOnceIn(document, 0), []);
    deepEqual(settings().get('additionalValues'), { status: ['MADE_UP'] });
    deepEqual(settings().get('additionalProperties'), ['region']);
    const { document: other, selection } = await openAtCursor('{ "status": | }');
    const labels = await eventually(
      () => completionAt(other, selection.active),
      (found) => found.includes('"MADE_UP"'),
    );
    equal(labels.filter((label) => label === '"COMPLETE"').length, 1, 'VS Code has the others');
  });

  test('a name and a value that are real, although the model does not list them, can be allowed', async () => {
    const types = '"options": { "includeTypes": ["IDENTITY"] }';
    const { document } = await open(`{ "message": "m", "backupType": "AUTOMATED_DRAFT", "isPartial": true, ${types} }`);
    deepEqual(await findingsOnceIn(document, 3), [
      'unlisted "message"',
      'unlisted "AUTOMATED_DRAFT"',
      'unlisted "IDENTITY"',
    ]);
    for (const text of ['message', 'AUTOMATED_DRAFT', 'IDENTITY']) {
      const left = findingsIn(document).length - 1;
      await runAction(document, `Allow "${text}" in this workspace`);
      equal((await findingsOnceIn(document, left)).length, left, text);
    }
    deepEqual(settings().get('additionalValues'), { backupType: ['AUTOMATED_DRAFT'], includeTypes: ['IDENTITY'] });
    deepEqual(settings().get('additionalProperties'), ['message']);
  });

  test('a value with a suggestion cannot be allowed', async () => {
    const { document } = await open('{ "status": "DONE" }');
    await findingsOnceIn(document, 1);
    const titles = (await actionsFor(document)).map(({ title }) => title);
    ok(!titles.some((title) => title.startsWith('Allow')), titles.join());
  });
});

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('backupResponse');
}

async function actionsFor(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  const range = ourDiagnostics(document)[0]?.range;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
}

async function actionOf(document: vscode.TextDocument, title: string): Promise<vscode.CodeAction> {
  const actions = await eventually(
    () => actionsFor(document),
    (found) => found.some((action) => action.title === title),
  );
  const action = actions.find((one) => one.title === title);
  ok(action);
  return action;
}

async function applyFix(document: vscode.TextDocument, title: string): Promise<void> {
  const { edit } = await actionOf(document, title);
  ok(edit);
  await vscode.workspace.applyEdit(edit);
}

async function runAction(document: vscode.TextDocument, title: string): Promise<void> {
  const { command } = await actionOf(document, title);
  ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

async function completionAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n');
}
