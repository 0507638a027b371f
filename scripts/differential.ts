import { differential } from '../test/support/differential.ts';
import { seed } from '../test/support/seed.ts';
import { conclude, countFrom } from './random-work.ts';

const documents = 100;
const editsEach = 200;

/**
 * Runs test/support/differential.ts for many edits. Arguments: the number of edits (a million by default), `--seed=N` to
 * repeat a run, and `--write`.
 */
function main(args: readonly string[]): void {
  const count = countFrom(args, 1_000_000);
  let done = 0;
  for (; done < count; done += documents * editsEach) {
    const { mistakes } = differential({ seed: seed + done, documents, editsEach });
    if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
    console.log(`${(done + documents * editsEach).toLocaleString('en')} edits, no mistake`);
  }
  conclude('differential', `${done.toLocaleString('en')} edits, no mistake`, args);
}

main(process.argv.slice(2));
