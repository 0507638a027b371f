#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TESTS = join(ROOT, 'test', 'editor');

/**
 * The editor tests as a whole for each extension host, and those for Restricted Mode, which have a folder of their own.
 *
 * @typedef {'node' | 'web' | 'restricted'} Suite
 */
const RESTRICTED = 'restricted';

/**
 * Says where the bundle of a suite of the editor tests is, or will be: below the extension, since VS Code runs tests in
 * the host of the extension that they lie in.
 *
 * @param {string} extension The folder of the extension.
 * @param {Suite} suite
 * @returns {string} An absolute path; the bundle exports `run(): Promise<void>`.
 */
export function testBundle(extension, suite) {
  return join(extension, 'out', 'test', 'editor', suite, 'index.js');
}

/**
 * Says which extension host a suite runs in.
 *
 * @param {Suite} suite
 * @returns {'node' | 'web'}
 */
export function hostOf(suite) {
  return suite === 'web' ? 'web' : 'node';
}

/**
 * Bundles the suites of the editor tests, each for its host.
 *
 * Both hosts load a bundle as a CommonJS module and give it `vscode`; the worker's has nothing of Node's.
 *
 * @param {string} [extension] The folder of the extension to test; the repository's own when left out.
 * @returns {Promise<void>}
 * @throws {Error} When a test does not build; esbuild prints why.
 */
export async function buildTests(extension = ROOT) {
  await Promise.all(['node', 'web', RESTRICTED].map((suite) => buildSuite(extension, suite)));
}

function buildSuite(extension, suite) {
  const host = hostOf(suite);
  return build({
    absWorkingDir: ROOT,
    entryPoints: [join(TESTS, 'index.ts')],
    outfile: testBundle(extension, suite),
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'es2022',
    external: ['vscode'],
    // jsonc-parser's main is a UMD file, which cannot be bundled.
    mainFields: ['module', 'main'],
    define: { __TEST_HOST__: JSON.stringify(host) },
    // For the debugger: VS Code does not map the stack of a failure.
    sourcemap: 'inline',
    plugins: [testFiles(suite), mochaForBrowsers],
    logLevel: 'warning',
  });
}

/** Makes 'editor-test-files' of every `*.test.ts` of the suite below test/editor: a new one needs no registration. */
const testFiles = (suite) => ({
  name: 'editor-test-files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^editor-test-files$/ }, ({ path }) => ({ path, namespace: 'editor-test-files' }));
    onLoad({ filter: /.*/, namespace: 'editor-test-files' }, async () => {
      const names = await readdir(TESTS, { recursive: true });
      const requires = names
        .filter((name) => name.endsWith('.test.ts') && name.startsWith(RESTRICTED) === (suite === RESTRICTED))
        .sort()
        .map((name) => `  require(${JSON.stringify(`./${name.replaceAll('\\', '/')}`)});`);
      return { contents: `export function loadTests() {\n${requires.join('\n')}\n}\n`, resolveDir: TESTS };
    });
  },
});

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
