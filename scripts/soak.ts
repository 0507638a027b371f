import { seed } from '../test/support/seed.ts';
import { countFrom, runBundled } from './run-bundled.ts';

/**
 * Edits one document as somebody does who leaves VS Code open for weeks, and fails if the memory in use grows. Arguments:
 * the number of edits (a million by default), and `--seed=N` to repeat a run.
 */
async function main(edits: number): Promise<void> {
  process.exitCode = await runBundled(
    'soak.mjs',
    `
import { Soak } from './test/support/soak.ts';
const parts = 20;
const editsEach = Math.ceil(${edits} / parts);
const soak = new Soak(${seed});
const before = soak.undoAll();
const megabytes = [];
for (let part = 1; part <= parts; part++) {
  for (let edit = 0; edit < editsEach; edit++) soak.edit();
  if (soak.undoAll() !== before) throw new Error('Undone, the text is not what it was.');
  for (let round = 0; round < 3; round++) globalThis.gc();
  megabytes.push(process.memoryUsage().heapUsed / 1e6);
  console.log((part * editsEach).toLocaleString('en') + ' edits: ' + megabytes.at(-1).toFixed(2) + ' MB in use');
}
// The first parts warm up: code is compiled, and tables reach their size.
const [first, last] = [Math.max(...megabytes.slice(0, parts / 4)), Math.min(...megabytes.slice(-parts / 4))];
console.log('Seed ${seed}; ' + first.toFixed(2) + ' MB at the start, ' + last.toFixed(2) + ' MB at the end');
if (last > first + 0.5) throw new Error('The memory in use grows.');`,
    ['--expose-gc'],
  );
}

void main(countFrom(process.argv.slice(2), 1_000_000));
