import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/json/edit.ts';
import { commentsIn, unwrap } from '../../src/json/unwrap.ts';

for (const [text, comments] of [
  ['{ "value": ', ''],
  ['/* a */ "b": // c\n ', ' /* a */  // c\n'],
  ['/*a*//*b*/', ' /*a*/  /*b*/ '],
  ['"a"/*b*/', ' /*b*/ '],
  ['"a"// b', ' // b\n'],
  ['"// none", "/*", 1 / 2 /', ''],
  ['/* open', ' /* open '],
] as const) {
  test(`of ${JSON.stringify(text)}, the comments stay`, () => assert.equal(commentsIn(text), comments));
}

test('a list is unwrapped together with the comments around it', () => {
  const text = '// a\n{ "Count": 1, /* b */ "value": [5] /* c */ } // d';
  const wrapper = { offset: text.indexOf('{'), length: text.indexOf('}') + 1 - text.indexOf('{') };
  const { title, edits } = unwrap(text, wrapper, { offset: text.indexOf('[5]'), length: 3 });
  assert.deepEqual([title, applyEdits(text, edits)], ['Unwrap the list', '// a\n /* b */ [5] /* c */  // d']);
});
