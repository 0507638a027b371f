import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, Rewriting } from '../../src/json/edit.ts';

const replace = { offset: 1, length: 1, content: 'X' };
const insert = { offset: 1, length: 0, content: 'Y' };

test('what is inserted before a replaced part comes first, in whatever order the edits are', () => {
  assert.equal(applyEdits('abc', [replace, insert]), 'aYXc');
  assert.equal(applyEdits('abc', [insert, replace]), 'aYXc');
});

test('edits that come after one another become edits of what has changed, and of nothing else', () => {
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

test('what was put in can be changed and taken out again', () => {
  const rewriting = new Rewriting('one two');
  rewriting.apply([{ offset: 3, length: 0, content: ' and' }]);
  rewriting.apply([{ offset: 4, length: 3, content: '&' }]);
  assert.deepEqual(rewriting.edits(), [{ offset: 3, length: 0, content: ' &' }]);
  rewriting.apply([{ offset: 3, length: 2, content: '' }]);
  assert.deepEqual(rewriting.edits(), []);
});
