import { test } from 'node:test';
import { corpus, firstFault, mutants } from '../support/fuzz.ts';
import { seed } from '../support/seed.ts';

test('the command line keeps its promises for every file of the corpus', () => {
  throwFault(firstFault(corpus().map(({ name, bytes }, index) => ({ name: `${index}-${name}`, bytes }))));
});

for (let batch = 0; batch < 4; batch++) {
  test(`the command line keeps its promises for 500 mutated files (${batch + 1})`, () => {
    throwFault(firstFault(mutants(seed + batch, 500)));
  });
}

function throwFault(found: ReturnType<typeof firstFault>): void {
  if (found)
    throw new Error(`${found.input.name}: ${Buffer.from(found.input.bytes).toString('base64')}`, {
      cause: found.fault,
    });
}
