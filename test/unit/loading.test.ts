import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type * as vscode from 'vscode';

const extension = mkdtempSync(join(tmpdir(), 'backup-response-'));
after(() => rmSync(extension, { recursive: true }));
cpSync(join(import.meta.dirname, '..', '..', 'dist'), join(extension, 'dist'), { recursive: true });

/** Stands for everything in `vscode` that this test does not care about. */
const anything: unknown = new Proxy(class {}, {
  get: (target, name) => {
    if (name === 'prototype') return target.prototype;
    if (name === Symbol.iterator) return function* () {};
    if (name === Symbol.toPrimitive) return () => '';
    return anything;
  },
  apply: () => anything,
  construct: () => anything as object,
});

function withAnything(members: object): object {
  return new Proxy(members, { get: (target, name) => Reflect.get(target, name) ?? anything });
}

let completion: Pick<vscode.CompletionItemProvider, 'provideCompletionItems'> | undefined;
let hover: vscode.HoverProvider | undefined;

/** VS Code's API, as far as the engine needs it to register completion and hover. */
const api = withAnything({
  Uri: withAnything({ joinPath: (base: object, ...parts: string[]) => new URL(`${base}/${parts.join('/')}`) }),
  workspace: withAnything({ textDocuments: [] }),
  languages: withAnything({
    registerCompletionItemProvider: (_: unknown, provider: vscode.CompletionItemProvider) => {
      completion = provider;
    },
    registerHoverProvider: (_: unknown, provider: vscode.HoverProvider) => {
      hover = provider;
    },
  }),
});

test('completion and hover work again after their code failed to load once', async () => {
  Object.assign(globalThis, { [Symbol.for('backup-response.vscode')]: api });
  const code = join(extension, 'dist', 'assistance.mjs');
  renameSync(code, `${code}.away`);
  const { start } = await import(pathToFileURL(join(extension, 'dist', 'engine.mjs')).href);
  start(withAnything({ extensionUri: pathToFileURL(extension) }));

  const uri = { scheme: 'file', path: '/closed.backupresponse.json' };
  const document = withAnything({ uri, languageId: 'json', isClosed: true });
  const ask = (provide: ((...args: never[]) => unknown) | undefined) => async () =>
    provide?.(...([document] as never[]));
  const [complete, explain] = [ask(completion?.provideCompletionItems), ask(hover?.provideHover)];

  await assert.rejects(complete, /assistance/);
  await assert.rejects(explain, /assistance/);
  renameSync(`${code}.away`, code);
  assert.deepEqual(await complete(), []);
  assert.equal(await explain(), undefined);
});
