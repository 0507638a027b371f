import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeAll, eventually, idle, inputShown, open } from './editor.ts';

const text = `[
  { "name": "first", "status": "FAILED" },
  { "name": "second" },
  5,
  { "name": "third" }
]`;

suite('Go to Record', () => {
  teardown(closeAll);

  test('previews the selected record, and goes to the accepted one', async () => {
    const editor = await ready();
    await show();
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await selected(editor, '{ "name": "second" }');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await selected(editor, '{ "name": "third" }');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const position = await eventually(
      () => editor.selection,
      ({ isEmpty, active }) => isEmpty && active.line === 4,
    );
    ok(position.isEmpty);
    equal(position.active.line, 4);
    equal(position.active.character, 2);
  });

  test('opens at the record at the cursor, however many are before it', async () => {
    const names = Array.from({ length: 1_000 }, (_, number) => `  { "name": "backup ${number}" }`);
    const editor = await open(`[\n${names.join(',\n')}\n]`);
    editor.selection = new vscode.Selection(801, 5, 801, 5);
    await idle();
    await show();
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await selected(editor, '{ "name": "backup 801" }');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const first = () => editor.visibleRanges[0]?.start.line ?? 0;
    const line = await eventually(first, (shown) => editor.selection.isEmpty && Math.abs(shown - 802) < 10);
    ok(line > 790 && line <= 802, `line ${line} is the first, which should be that of the record`);
  });

  test('opens at the record at the cursor in a page on a line, and finds the others there', async () => {
    const records = Array.from({ length: 1_000 }, (_, number) => `{"jobId":"${number}","name":"backup ${number}"}`);
    const editor = await open(`{"items":[${records.join(',')}]}\n`, '.backupresponse.jsonl');
    const inside = editor.document.positionAt(editor.document.getText().indexOf('backup 801'));
    editor.selection = new vscode.Selection(inside, inside);
    await idle();
    await show();
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await selected(editor, records[802] as string);
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectPrevious');
    await selected(editor, records[801] as string);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const start = editor.document.positionAt(editor.document.getText().indexOf(records[801] as string));
    const { active } = await eventually(
      () => editor.selection,
      (now) => now.isEmpty && now.active.isEqual(start),
    );
    ok(active.isEqual(start), JSON.stringify(active));
  });

  test('restores the selection if the user cancels', async () => {
    const editor = await ready();
    const before = new vscode.Selection(2, 4, 2, 10);
    editor.selection = before;
    await show();
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await selected(editor, '{ "name": "third" }');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    const after = await eventually(
      () => editor.selection,
      (selection) => selection.isEqual(before),
    );
    ok(after.isEqual(before), JSON.stringify(after));
  });
});

/** An editor whose document has been checked. */
async function ready(): Promise<vscode.TextEditor> {
  const editor = await open(text);
  await idle();
  return editor;
}

/** Opens the list, and waits until the records are in it. */
async function show(): Promise<void> {
  await vscode.commands.executeCommand('backupResponse.goToRecord');
  await inputShown();
  await idle();
}

async function selected(editor: vscode.TextEditor, expected: string): Promise<void> {
  const ask = () => editor.document.getText(editor.selection);
  equal(await eventually(ask, (text) => text === expected), expected);
}
