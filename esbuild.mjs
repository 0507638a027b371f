import { context } from 'esbuild';
import { common } from './scripts/bundles.mjs';

/**
 * Bundles the extension, which waits for something to do; what it then loads, the engine and, where need be, the
 * language service; and the command line. The extension is one for the desktop's Node extension host and for the
 * browser's web worker. With `--watch` it goes on, which is what F5 wants.
 */
const shared = {
  ...common,
  target: 'es2022',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'info',
};
/** What both hosts load. */
const anywhere = { ...shared, platform: 'browser' };

/** A module that was imported finds VS Code's API where `extension.ts` has put it. */
const givenApi = {
  name: 'given-api',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'given-api' }));
    onLoad({ filter: /.*/, namespace: 'given-api' }, () => ({
      contents: "module.exports = globalThis[Symbol.for('backup-response.vscode')];",
    }));
  },
};

const builds = await Promise.all([
  context({
    ...anywhere,
    entryPoints: ['src/activation/extension.ts'],
    format: 'cjs',
    external: ['vscode'],
    outfile: 'dist/extension.js',
  }),
  context({
    ...anywhere,
    entryPoints: ['src/editor/engine.ts'],
    format: 'esm',
    plugins: [...common.plugins, givenApi],
    outfile: 'dist/engine.mjs',
  }),
  context({
    ...anywhere,
    entryPoints: ['src/language/service.ts'],
    format: 'esm',
    alias: {},
    outfile: 'dist/language.mjs',
  }),
  context({
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    format: 'cjs',
    platform: 'node',
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);

const isWatching = process.argv.includes('--watch');
await Promise.all(builds.map((build) => (isWatching ? build.watch() : build.rebuild().finally(() => build.dispose()))));
