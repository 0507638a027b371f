import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited } from '../differential.ts';

test('after any edits, the index is what it would be from scratch', () => {
  const { edits, mistakes } = edited({ seed: Math.floor(Math.random() * 2 ** 31), documents: 150, editsEach: 100 });
  assert.deepEqual(mistakes, []);
  assert.ok(edits > 10_000);
});
