#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { common } from './bundles.mjs';

/**
 * Bundles the benchmark, minified as the extension is, and runs it. Run as source it would measure the translation.
 * The arguments are those of test/bench/index.ts.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'test', 'bench');
const target = join(root, 'out', 'bench');

const programs = ['index.ts', ...filesIn('children'), ...filesIn('contestants')];
const incumbent = 'contestants/language-service.ts';
const shared = {
  absWorkingDir: root,
  outbase: source,
  outdir: target,
  ...common,
  format: 'cjs',
  platform: 'node',
  target: 'es2023',
  logLevel: 'warning',
};
await build({ ...shared, entryPoints: programs.filter((name) => name !== incumbent).map(pathOf) });
// It needs all of jsonc-parser, as in the bundle that we make of it.
await build({ ...shared, alias: {}, entryPoints: [pathOf(incumbent)] });
const { status } = spawnSync(process.execPath, [join(target, 'index.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

function pathOf(name) {
  return join(source, name);
}

function filesIn(folder) {
  return readdirSync(join(source, folder)).map((name) => `${folder}/${name}`);
}
