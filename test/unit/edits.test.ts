import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, Rewriting } from '../../src/json/edit.ts';
import '../support/seed.ts';

const replace = { offset: 1, length: 1, content: 'X' };
const insert = { offset: 1, length: 0, content: 'Y' };

test('an insertion comes before a replacement at the same offset, in any order of the edits', () => {
  assert.equal(applyEdits('abc', [replace, insert]), 'aYXc');
  assert.equal(applyEdits('abc', [insert, replace]), 'aYXc');
});

test('edits one after the other become edits of the changed text, and of nothing else', () => {
  const rewriting = new Rewriting('one two three');
  assert.deepEqual(rewriting.edits(), []);
  rewriting.apply([
    { offset: 4, length: 3, content: '2' },
    { offset: 0, length: 0, content: '<' },
  ]);
  rewriting.apply([
    { offset: 7, length: 0, content: '' },
    { offset: 12, length: 0, content: '>' },
  ]);
  assert.equal(rewriting.text, '<one 2 three>');
  assert.deepEqual(rewriting.edits(), [
    { offset: 0, length: 0, content: '<' },
    { offset: 4, length: 3, content: '2' },
    { offset: 13, length: 0, content: '>' },
  ]);
});

test('inserted text can be changed and removed again', () => {
  const rewriting = new Rewriting('one two');
  rewriting.apply([{ offset: 3, length: 0, content: ' and' }]);
  rewriting.apply([{ offset: 4, length: 3, content: '&' }]);
  assert.deepEqual(rewriting.edits(), [{ offset: 3, length: 0, content: ' &' }]);
  rewriting.apply([{ offset: 3, length: 2, content: '' }]);
  assert.deepEqual(rewriting.edits(), []);
});

test('combined edits give the same text as one after the other', () => {
  const edit = fc.record({ offset: fc.nat(20), length: fc.nat(5), content: fc.string({ maxLength: 4 }) });
  fc.assert(
    fc.property(fc.string({ minLength: 20, maxLength: 40 }), fc.array(edit, { maxLength: 6 }), (original, edits) => {
      const rewriting = new Rewriting(original);
      let text = original;
      for (const { offset, length, content } of edits) {
        const start = Math.min(offset, text.length);
        const one = { offset: start, length: Math.min(length, text.length - start), content };
        rewriting.apply([one]);
        text = applyEdits(text, [one]);
      }
      assert.equal(rewriting.text, text);
      assert.equal(applyEdits(original, rewriting.edits()), text);
    }),
  );
});
