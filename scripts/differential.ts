import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { seed } from '../test/support/seed.ts';
import { common } from './bundles.mjs';

/**
 * Runs test/support/differential.ts for many edits. It is bundled first: run as source, it takes twice as long.
 * Arguments: the number of edits (a million by default), and `--seed=N` to repeat a run.
 */
async function main(edits: number): Promise<void> {
  const root = join(import.meta.dirname, '..');
  const outfile = join(root, 'out', 'differential.mjs');
  const source = `
import { differential } from './test/support/differential.ts';
const editsEach = 200;
const seed = ${seed};
for (let done = 0; done < ${edits}; done += 100 * editsEach) {
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
}

void main(Number(process.argv.slice(2).find((arg) => !arg.startsWith('--')) ?? 1_000_000));
