import { seed } from '../test/support/seed.ts';
import { countFrom, runBundled } from './run-bundled.ts';

/**
 * Runs test/support/differential.ts for many edits. Arguments: the number of edits (a million by default), and `--seed=N`
 * to repeat a run.
 */
async function main(edits: number): Promise<void> {
  process.exitCode = await runBundled(
    'differential.mjs',
    `
import { differential } from './test/support/differential.ts';
const editsEach = 200;
const seed = ${seed};
for (let done = 0; done < ${edits}; done += 100 * editsEach) {
  const { mistakes } = differential({ seed: seed + done, documents: 100, editsEach });
  if (mistakes.length > 0) throw new Error(mistakes.join('\\n'));
  console.log((done + 100 * editsEach).toLocaleString('en') + ' edits, no mistake (seed ' + seed + ')');
}`,
  );
}

void main(countFrom(process.argv.slice(2), 1_000_000));
