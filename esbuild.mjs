import { context } from 'esbuild';
import { common as bundle } from './scripts/bundles.mjs';

/**
 * Bundles the extension twice from the same source, for the desktop's Node extension host and for the browser's web
 * worker, the language service that both load when they need it, and the command line. With `--watch` it goes on, which
 * is what F5 wants.
 */
const common = {
  ...bundle,
  entryPoints: ['src/extension.ts'],
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'info',
};

const builds = await Promise.all([
  context({ ...common, platform: 'node', outfile: 'dist/extension.js' }),
  context({ ...common, platform: 'browser', outfile: 'dist/web/extension.js' }),
  context({
    ...common,
    alias: {},
    entryPoints: ['src/language/service.ts'],
    platform: 'browser',
    format: 'esm',
    outfile: 'dist/language.mjs',
  }),
  context({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    platform: 'node',
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);

const isWatching = process.argv.includes('--watch');
await Promise.all(builds.map((build) => (isWatching ? build.watch() : build.rebuild().finally(() => build.dispose()))));
