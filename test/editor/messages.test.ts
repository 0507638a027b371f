import * as vscode from 'vscode';
import { equal } from './assert.ts';
import { closeAll, hasLink, messagesDuring } from './editor.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

const folder = vscode.Uri.parse('test-links:/[x](command:y)');

suite('messages', () => {
  let fileSystem: vscode.Disposable;

  suiteSetup(() => {
    fileSystem = vscode.workspace.registerFileSystemProvider('test-links', new MemoryFileSystem());
  });
  suiteTeardown(() => fileSystem.dispose());
  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  for (const [title, argument] of [
    ['of a key binding', { folder, name: '[x](command:y)' }],
    ['of a folder', { folder, name: '[x].backupresponse.json/../[x](https://example.com)' }],
    ['of a value', { values: { '[x](command:y)': 1 } }],
  ] as const) {
    test(`a name ${title} is text, not a link`, async () => {
      const texts = await messagesDuring(() => vscode.commands.executeCommand('backupResponse.new', argument));
      equal(texts.length, 1);
      areTexts(texts);
    });
  }

  test('the path of a file that exists is text, not a link', async () => {
    const create = () => vscode.commands.executeCommand('backupResponse.new', { folder, name: 'new' });
    await create();
    const texts = await messagesDuring(create);
    equal(texts.length, 1);
    areTexts(texts);
  });
});

function areTexts(texts: readonly string[]): void {
  for (const text of texts) equal(hasLink(text), false, text);
}
