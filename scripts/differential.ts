import { differential } from '../test/support/differential.ts';
import { seed } from '../test/support/seed.ts';
import { conclude, type RandomWork, runRandomWork } from './random-work.ts';

const documents = 100;
const editsEach = 200;

/**
 * Runs test/support/differential.ts for many edits. Arguments: the number of edits (a million by default), `--seed=N` to
 * repeat a run, and `--write`.
 */
function main(work: RandomWork): void {
  let done = 0;
  while (done < work.count) {
    const { mistakes, edits } = differential({
      seed: seed + done,
      documents: Math.min(documents, Math.ceil((work.count - done) / editsEach)),
      editsEach,
      hasConflicts: (done / editsEach / documents) % 2 === 1,
    });
    if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
    done += edits;
    console.log(`${done.toLocaleString('en')} edits, no mistake`);
  }
  conclude('differential', `${done.toLocaleString('en')} edits, no mistake`, work);
}

runRandomWork(1_000_000, main);
