#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { common } from './bundles.mjs';

/**
 * Runs test/support/differential.ts for as many edits as wanted, bundled, since run as source it takes twice the time.
 * The first argument is how many, a million when left out; the second a seed, to see a run again.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = join(root, 'out', 'differential.mjs');
const [edits = '1000000', seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
const source = `
import { differential } from './test/support/differential.ts';
const editsEach = 200;
const seed = ${Number(seed)};
for (let done = 0; done < ${Number(edits)}; done += 100 * editsEach) {
  const { mistakes } = differential({ seed: seed + done, documents: 100, editsEach });
  if (mistakes.length > 0) throw new Error(mistakes.join('\\n'));
  console.log((done + 100 * editsEach).toLocaleString('en') + ' edits, no mistake (seed ' + seed + ')');
}`;
await build({
  ...common,
  absWorkingDir: root,
  stdin: { contents: source, resolveDir: root, loader: 'ts' },
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  outfile,
});
process.exitCode = spawnSync(process.execPath, [outfile], { stdio: 'inherit' }).status ?? 1;
