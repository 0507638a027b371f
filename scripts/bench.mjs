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
await build({
  absWorkingDir: root,
  entryPoints: programs.map((name) => join(source, name)),
  outbase: source,
  outdir: target,
  ...common,
  alias: {},
  format: 'cjs',
  platform: 'node',
  target: 'es2023',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [join(target, 'index.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

function filesIn(folder) {
  return readdirSync(join(source, folder)).map((name) => `${folder}/${name}`);
}
