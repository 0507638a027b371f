#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TESTS = join(ROOT, 'test', 'editor');

/**
 * Says where the bundle of the editor tests for a host is, or will be: below the extension, since VS Code runs tests in
 * the host of the extension that they lie in.
 *
 * @param {string} extension The folder of the extension.
 * @param {'node' | 'web'} host
 * @returns {string} An absolute path; the bundle exports `run(): Promise<void>`.
 */
export function testBundle(extension, host) {
  return join(extension, 'out', 'test', 'editor', host, 'index.js');
}

/**
 * Bundles the editor tests: once for the Node extension host, once for the web worker host.
 *
 * Both hosts load a bundle as a CommonJS module and give it `vscode`; the worker's has nothing of Node's.
 *
 * @param {string} [extension] The folder of the extension to test; the repository's own when left out.
 * @returns {Promise<void>}
 * @throws {Error} When a test does not build; esbuild prints why.
 */
export async function buildTests(extension = ROOT) {
  await Promise.all([buildFor(extension, 'node'), buildFor(extension, 'web')]);
}

function buildFor(extension, host) {
  return build({
    absWorkingDir: ROOT,
    entryPoints: [join(TESTS, 'index.ts')],
    outfile: testBundle(extension, host),
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'es2022',
    external: ['vscode'],
    define: { __TEST_HOST__: JSON.stringify(host) },
    // For the debugger: VS Code does not map the stack of a failure.
    sourcemap: 'inline',
    plugins: [testFiles, mochaForBrowsers],
    logLevel: 'warning',
  });
}

/** Makes 'editor-test-files' of every `*.test.ts` below test/editor, so that a new one needs no registration. */
const testFiles = {
  name: 'editor-test-files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^editor-test-files$/ }, ({ path }) => ({ path, namespace: 'editor-test-files' }));
    onLoad({ filter: /.*/, namespace: 'editor-test-files' }, async () => {
      const names = await readdir(TESTS, { recursive: true });
      const requires = names
        .filter((name) => name.endsWith('.test.ts'))
        .sort()
        .map((name) => `  require(${JSON.stringify(`./${name.replaceAll('\\', '/')}`)});`);
      return { contents: `export function loadTests() {\n${requires.join('\n')}\n}\n`, resolveDir: TESTS };
    });
  },
};

/**
 * Mocha's package says that its files are ES modules; its browser build is not, and would put itself into the bundle's
 * `module.exports`. Told that there is no `module`, it puts itself on `globalThis`.
 */
const mochaForBrowsers = {
  name: 'mocha-for-browsers',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => {
      return { contents: `const module = undefined, exports = undefined;\n${await readFile(path, 'utf8')}` };
    });
  },
};

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildTests();
}
