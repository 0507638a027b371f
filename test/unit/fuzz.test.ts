import { test } from 'node:test';
import { corpus, firstFault, mutants } from '../support/fuzz.ts';
import { seed } from '../support/seed.ts';

test('the command line keeps its promises for every file of the corpus', () => {
  throwFault(firstFault(corpus().map(({ name, bytes }, index) => ({ name: `${index}-${name}`, bytes }))));
});

test('the command line keeps its promises for mutated files', () => {
  throwFault(firstFault(mutants(seed, 150)));
});

function throwFault(found: ReturnType<typeof firstFault>): void {
  if (found)
    throw new Error(`${found.input.name}: ${Buffer.from(found.input.bytes).toString('base64')}`, {
      cause: found.fault,
    });
}
