import { existsSync, readdirSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { context } from 'esbuild';
import { common, programPath } from './scripts/bundles.mjs';

/**
 * Bundles the extension, which waits until there is something to do; the engine, and what it loads on demand: assistance while
 * editing, with the language service, the commands, and what reads the clipboard; and the command line: for the task, which shares files with the engine, and for
 * npm, as one file. The bundles of the extension run in the desktop's Node extension host and in the browser's web worker.
 * `--watch` rebuilds after each change; `--readable`, which it includes, does not minify and makes source maps: both are for
 * the debugger. What is packed has no maps, and no comment that points at one.
 */
const isWatching = process.argv.includes('--watch');
const isReadable = isWatching || process.argv.includes('--readable');

/** @satisfies {import('esbuild').BuildOptions} */
const shared = /** @type {const} */ ({
  ...common,
  minify: !isReadable,
  charset: 'utf8',
  target: 'es2022',
  sourcemap: isReadable,
  sourcesContent: false,
  metafile: true,
  logLevel: isWatching ? 'warning' : 'info',
});
/** For the bundles that both hosts load. */
const anywhere = /** @type {const} */ ({ ...shared, platform: 'browser' });

/**
 * An imported module finds VS Code's API where `activation/extension.ts` has put it. The API becomes an ES module that
 * exports what the sources use, so that the bundle is smaller: each name is looked up once, and none through an object.
 * @type {import('esbuild').Plugin}
 */
const givenApi = {
  name: 'given-api',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'given-api' }));
    onLoad({ filter: /.*/, namespace: 'given-api' }, async () => {
      const exports = (await apiNames()).map((name) => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`);
      return { contents: `const api = globalThis[Symbol.for('backup-response.vscode')];\n${exports.join('\n')}` };
    });
  },
};

/** The names that `src/editor` uses of VS Code's API. Those of types are dropped, since nothing reads their values. */
async function apiNames() {
  const folder = 'src/editor';
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const sources = await Promise.all(files.map((name) => readFile(`${folder}/${name}`, 'utf8')));
  const names = sources.flatMap((source) => [...source.matchAll(/\bvscode\.(\w+)/g)].map(([, name]) => name));
  return [...new Set(names)].sort();
}

/**
 * Leaves out of VS Code's JSON service what nothing here asks it for: validation, symbols, folding, links, formatting, and
 * the schemas of schemas.
 * @type {import('esbuild').Plugin}
 */
const completionAndHoverOnly = {
  name: 'completion-and-hover-only',
  setup({ onLoad }) {
    for (const [module, contents] of Object.entries({
      'services/configuration': 'export const schemaContributions = { schemas: {} };',
      'services/jsonDocumentSymbols':
        'export const JSONDocumentSymbols = class { findDocumentSymbols() {} findDocumentSymbols2() {} findDocumentColors() {} getColorPresentations() {} };',
      'services/jsonFolding': 'export const getFoldingRanges = undefined;',
      'services/jsonLinks': 'export const findLinks = undefined;',
      'services/jsonSelectionRanges': 'export const getSelectionRanges = undefined;',
      'services/jsonValidation':
        'export const JSONValidation = class { configure() {} doValidation() {} getLanguageStatus() {} };',
      'utils/format': 'export const format = undefined;',
      'utils/sort': 'export const sort = undefined;',
    }))
      onLoad({ filter: new RegExp(`vscode-json-languageservice.lib.esm.${module.replace('/', '.')}\\.js$`) }, () => ({
        contents,
      }));
  },
};

/** How many of the bundles are being built. */
let running = 0;

/**
 * Says when a build starts, and when all bundles are built: esbuild says it for each of them, and VS Code starts the
 * extension when it reads that the build has finished.
 * @returns {import('esbuild').Plugin}
 */
function progress() {
  // Counted from the beginning, so that no bundle can finish before another one has started.
  let isCounted = true;
  running++;
  return {
    name: 'progress',
    setup({ onStart, onEnd }) {
      onStart(() => {
        if (!isCounted && running++ === 0) console.log('[watch] build started');
        isCounted = false;
      });
      onEnd(() => {
        if (--running === 0) console.log('[watch] build finished');
      });
    },
  };
}

/** @param {import('esbuild').BuildOptions & { metafile: true }} options */
function bundle({ plugins, ...options }) {
  return context({ ...options, plugins: [...(plugins ?? []), ...(isWatching ? [progress()] : [])] });
}

// Each build may give the shared files other names.
for (const name of existsSync('dist') ? readdirSync('dist') : [])
  if (/^shared(?:-.*)?\.mjs(?:\.map)?$/.test(name)) rmSync(`dist/${name}`);

const builds = await Promise.all([
  bundle({
    ...anywhere,
    entryPoints: ['src/activation/extension.ts'],
    format: 'cjs',
    external: ['vscode'],
    outfile: 'dist/extension.js',
  }),
  bundle({
    ...anywhere,
    entryPoints: {
      engine: 'src/editor/engine.ts',
      assistance: 'src/editor/assistance.ts',
      'on-demand': 'src/editor/on-demand.ts',
      paste: 'src/editor/paste/on-paste.ts',
      cli: 'src/cli/main.ts',
    },
    format: 'esm',
    external: ['node:*'],
    plugins: [...common.plugins, givenApi],
    // What several of them need are files of their own, which they import.
    splitting: true,
    chunkNames: 'shared-[hash]',
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
  }),
  bundle({
    ...anywhere,
    entryPoints: ['src/language/service.ts'],
    format: 'esm',
    alias: {},
    plugins: [...common.plugins, completionAndHoverOnly],
    outfile: 'dist/language.mjs',
  }),
  bundle({
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    format: 'cjs',
    platform: 'node',
    outfile: 'dist/cli.js',
    define: programPath.define,
    banner: { js: `#!/usr/bin/env node\n${programPath.banner}` },
  }),
]);

if (isWatching) {
  console.log('[watch] build started');
  await Promise.all(builds.map((build) => build.watch()));
} else await writeContents(await Promise.all(builds.map((build) => build.rebuild().finally(() => build.dispose()))));

/**
 * Notes which files are in which bundle, for the notices of third parties and the list of components.
 * @param {readonly import('esbuild').BuildResult<{ metafile: true }>[]} results
 */
async function writeContents(results) {
  const outputs = results.flatMap(({ metafile }) => Object.entries(metafile.outputs));
  const bundles = outputs.filter(([path]) => !path.endsWith('.map'));
  const contents = Object.fromEntries(bundles.map(([path, { inputs }]) => [path, Object.keys(inputs)]));
  await writeFile('dist/contents.json', JSON.stringify(contents));
}
