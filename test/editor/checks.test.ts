import * as vscode from 'vscode';
import { Checks } from '../../src/editor/problems/checks.ts';
import type { Recognizer } from '../../src/editor/recognition/recognizer.ts';
import { whenIdle } from '../../src/editor/workbench/scheduling.ts';
import { equal } from './assert.ts';

suite('checks', () => {
  test('a check that throws is not repeated until the document changes', async () => {
    let version = 1;
    let attempts = 0;
    const document = {
      uri: vscode.Uri.parse('untitled:broken'),
      languageId: 'json',
      lineCount: 1,
      get version() {
        return version;
      },
      getText() {
        attempts++;
        throw new Error('A document that cannot be read');
      },
    } as unknown as vscode.TextDocument;
    const exclusions = { onDidChange: () => ({ dispose: () => {} }) };
    const recognize = (candidate: vscode.TextDocument) => (candidate === document ? 'name' : undefined);
    const checks = new Checks({ recognize, exclusions } as unknown as Recognizer);
    try {
      equal(await checks.current(document), undefined);
      equal(await checks.current(document), undefined);
      await whenIdle();
      equal(attempts, 1);
      version++;
      equal(await checks.current(document), undefined);
      equal(attempts, 2);
    } finally {
      checks.dispose();
    }
  });
});
