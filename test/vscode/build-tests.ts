import { cpSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { isMain } from '../../scripts/is-main.ts';
import type { Host } from './workbench.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const testFolder = join(root, 'test', 'editor');
/** The files that the tests find in their workspace. */
export const fixtures = join(testFolder, 'workspace');

/**
 * All editor tests in one of the two extension hosts, or the tests in test/editor/restricted, which need Restricted
 * Mode.
 */
export const suites = ['node', 'web', 'restricted'] as const;
export type Suite = (typeof suites)[number];

/**
 * The absolute path of the bundle of a suite. It is below the extension, because VS Code runs tests in the host of the
 * extension that contains them. The bundle exports `run(): Promise<void>`.
 */
export function testBundle(extension: string, suite: Suite): string {
  return join(extension, 'out', 'test', 'editor', suite, 'index.js');
}

export function hostOf(suite: Suite): Host {
  return suite === 'web' ? 'web' : 'node';
}

/**
 * Bundles the suites of the editor tests, each for its host.
 * @param extension the folder of the extension to test
 * @param grep only tests whose full title contains this text, or matches it if it is a `/pattern/`
 * @throws {Error} if a test does not build; esbuild prints the reason
 */
export async function buildTests(extension: string, grep = ''): Promise<void> {
  await Promise.all(suites.map((suite) => buildSuite(extension, suite, grep)));
}

/** Both hosts load a bundle as a CommonJS module and provide `vscode`; the worker has nothing from Node. */
function buildSuite(extension: string, suite: Suite, grep: string) {
  const host = hostOf(suite);
  return build({
    absWorkingDir: root,
    entryPoints: [join(testFolder, 'index.ts')],
    outfile: testBundle(extension, suite),
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'es2022',
    external: ['vscode'],
    // jsonc-parser's main file is UMD, which cannot be bundled.
    mainFields: ['module', 'main'],
    define: { __TEST_HOST__: JSON.stringify(host), __TEST_GREP__: JSON.stringify(grep) },
    // For the debugger: VS Code does not map the stack of a failure.
    sourcemap: 'inline',
    plugins: [testFiles(suite), mochaForBrowsers],
    logLevel: 'warning',
  });
}

/** Makes the module 'editor-test-files' from every `*.test.ts` of the suite, so that a new one needs no registration. */
function testFiles(suite: Suite): Plugin {
  return {
    name: 'editor-test-files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^editor-test-files$/ }, ({ path }) => ({ path, namespace: 'editor-test-files' }));
      onLoad({ filter: /.*/, namespace: 'editor-test-files' }, async () => {
        const names = await readdir(testFolder, { recursive: true });
        const requires = names
          .filter((name) => name.endsWith('.test.ts') && name.startsWith('restricted') === (suite === 'restricted'))
          .sort()
          .map((name) => `  require(${JSON.stringify(`./${name.replaceAll('\\', '/')}`)});`);
        return { contents: `export function loadTests() {\n${requires.join('\n')}\n}\n`, resolveDir: testFolder };
      });
    },
  };
}

/**
 * Mocha's package declares its files ES modules, but its browser build is not one and would overwrite the bundle's
 * `module.exports`. Without a `module` it sets `globalThis.Mocha` instead.
 */
const mochaForBrowsers: Plugin = {
  name: 'mocha-for-browsers',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => {
      return { contents: `const module = undefined, exports = undefined;\n${await readFile(path, 'utf8')}` };
    });
  },
};

/** For the debugger: builds the tests beside the repository's own extension, with a fresh copy of their workspace. */
async function buildForDebugging(grep: string | undefined): Promise<void> {
  const workspace = join(root, 'out', 'test', 'workspace');
  rmSync(workspace, { recursive: true, force: true });
  cpSync(fixtures, workspace, { recursive: true });
  await buildTests(root, grep);
}

if (isMain(import.meta.url)) void buildForDebugging(process.argv[2]);
