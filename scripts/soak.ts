import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { seed } from '../test/support/seed.ts';
import { Soak } from '../test/support/soak.ts';
import { conclude, type RandomWork, runRandomWork } from './random-work.ts';

const parts = 20;
/** How much more memory may be in use at the end: that of Node itself varies by less. */
const tolerance = 0.5;

/**
 * Edits one document as in a VS Code that is open for weeks, and fails if the memory in use grows. Arguments: the number
 * of edits (a million by default), `--seed=N` to repeat a run, and `--write`.
 */
function main(work: RandomWork): void {
  const editsEach = Math.ceil(work.count / parts);
  const soak = new Soak(seed);
  const before = soak.undoAll();
  const used: number[] = [];
  for (let part = 1; part <= parts; part++) {
    for (let edit = 0; edit < editsEach; edit++) soak.edit();
    if (soak.undoAll() !== before) throw new Error('Undone, the text is not the same as before.');
    used.push(megabytesInUse());
    console.log(`${editsSoFar(part)} edits: ${used.at(-1)?.toFixed(2)} MB in use`);
  }
  // During the first quarter, code is compiled and tables reach their size.
  const [start, end] = [Math.max(...used.slice(0, parts / 4)), Math.min(...used.slice(-parts / 4))];
  conclude(
    'soak',
    `${editsSoFar(parts)} edits, ${start.toFixed(1)} MB in use early and ${end.toFixed(1)} MB late`,
    work,
  );
  if (end > start + tolerance) throw new Error('The memory in use grows.');

  function editsSoFar(part: number): string {
    return (part * editsEach).toLocaleString('en');
  }
}

/** The memory in use after the garbage is collected, in megabytes. */
function megabytesInUse(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  for (let round = 0; round < 3; round++) collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

runRandomWork(1_000_000, main);
