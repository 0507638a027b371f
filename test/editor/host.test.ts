import * as vscode from 'vscode';
import { CleanReader } from '../../src/record/clean.ts';
import { equal, ok } from './assert.ts';

suite('host', () => {
  test(`tests run in the ${__TEST_HOST__} extension host`, () => {
    const isNode = typeof process === 'object' && process.versions?.node !== undefined;
    equal(isNode ? 'node' : 'web', __TEST_HOST__);
  });

  test('the extension is installed', () => {
    ok(vscode.extensions.getExtension('backup-response.backup-response'));
  });

  test('the host lets WebAssembly read', () => {
    const reader = new CleanReader();
    reader.load('{ "status": "COMPLETE" }');
    equal(reader.record(0), 24);
  });
});
