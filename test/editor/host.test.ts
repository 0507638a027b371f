import * as vscode from 'vscode';
import { deepEqual, equal } from './assert.ts';
import { idle, open } from './editor.ts';

suite('host', () => {
  test(`tests run in the ${__TEST_HOST__} extension host`, () => {
    const isNode = typeof process === 'object' && process.versions?.node !== undefined;
    equal(isNode ? 'node' : 'web', __TEST_HOST__);
  });

  test('the engine registers exactly the commands that the extension contributes', async () => {
    await open('{}');
    await idle();
    const registered = (await vscode.commands.getCommands()).filter((id) => id.startsWith('backupResponse.'));
    const { contributes } = vscode.extensions.getExtension('backup-response.backup-response')?.packageJSON ?? {};
    const contributed = contributes.commands.map(({ command }: { command: string }) => command);
    deepEqual(registered.sort(), contributed.sort());
  });
});
