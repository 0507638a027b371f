import { mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { corpus, firstFault, mutants } from '../test/support/fuzz.ts';
import { seed } from '../test/support/seed.ts';
import { conclude, countFrom } from './random-work.ts';

const batchSize = 500;

/**
 * Gives many mutated files to the built command line. An input that goes wrong is kept in test/fuzz, and from then on
 * belongs to what the unit tests check.
 * Arguments: the number of inputs (50,000 by default), `--seed=N` to repeat a run, and `--write`.
 */
function main(args: readonly string[]): void {
  const count = countFrom(args, 50_000);
  const sources = corpus();
  let done = 0;
  for (; done < count; done += batchSize) {
    const found = firstFault(mutants(seed + done, batchSize, sources));
    if (found) {
      const folder = join(import.meta.dirname, '..', 'test', 'fuzz');
      const path = join(folder, `found-${seed + done}${extname(found.input.name)}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, found.input.bytes);
      console.error(found.fault, `\nThe input is in ${path}.`);
      process.exitCode = 1;
      return;
    }
    console.log(`${(done + batchSize).toLocaleString('en')} inputs, no fault`);
  }
  conclude('fuzz', `${done.toLocaleString('en')} inputs, no fault`, args);
}

main(process.argv.slice(2));
