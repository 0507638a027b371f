import { mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { corpus, firstFault, mutants } from '../test/support/fuzz.ts';
import { seed } from '../test/support/seed.ts';
import { conclude, type RandomWork, runRandomWork } from './random-work.ts';

const batchSize = 500;

/**
 * Gives many mutated files to the built command line. An input that goes wrong is kept in test/fuzz, and the unit tests
 * check it from then on.
 * Arguments: the number of inputs (50,000 by default), `--seed=N` to repeat a run, and `--write`.
 */
function main(work: RandomWork): void {
  const sources = corpus();
  let done = 0;
  while (done < work.count) {
    const inputs = mutants(seed + done, Math.min(batchSize, work.count - done), sources);
    const found = firstFault(inputs);
    if (found) {
      const folder = join(import.meta.dirname, '..', 'test', 'fuzz');
      const path = join(folder, `found-${seed + done}${extname(found.input.name)}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, found.input.bytes);
      console.error(found.fault, `\nThe input is in ${path}.`);
      process.exitCode = 1;
      return;
    }
    done += inputs.length;
    console.log(`${done.toLocaleString('en')} inputs, no fault`);
  }
  conclude('fuzz', `${done.toLocaleString('en')} inputs, no fault`, work);
}

runRandomWork(50_000, main);
