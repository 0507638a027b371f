import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differential } from '../differential.ts';

test('after any edits, the index says what it would say from scratch', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { edits, mistakes } = differential({ seed, documents: 200, editsEach: 100 });
  assert.deepEqual(mistakes, []);
  assert.equal(edits, 20_000);
});
