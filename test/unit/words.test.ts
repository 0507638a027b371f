import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsInWords } from '../../src/model/severity-counts.ts';
import { listOf, shorten } from '../../src/model/words.ts';

test('a text of more than 60 characters is cut, but not inside of one', () => {
  for (const [text, shown] of [
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(57)}…`],
    [`${'x'.repeat(56)}😀${'y'.repeat(9)}`, `${'x'.repeat(56)}…`],
    [`${'x'.repeat(55)}😀${'y'.repeat(9)}`, `${'x'.repeat(55)}😀…`],
  ] as const)
    assert.equal(shorten(text), shown);
});

test('values are listed as in a sentence', () => {
  assert.equal(listOf([]), '');
  assert.equal(listOf(['A']), '"A"');
  assert.equal(listOf(['A', 'B']), '"A" or "B"');
  assert.equal(listOf(['A', 'B', 'C']), '"A", "B" or "C"');
});

test('findings are counted by severity, the worst first', () => {
  assert.equal(countsInWords({ hint: 0, information: 0, warning: 0, error: 0 }), '');
  assert.equal(
    countsInWords({ hint: 1, information: 3, warning: 2, error: 1 }),
    '1 error, 2 warnings, 3 information, 1 hint',
  );
  assert.equal(
    countsInWords({ hint: 2, information: 1, warning: 1, error: 1000 }, (count) => count.toLocaleString('en')),
    '1,000 errors, 1 warning, 1 information, 2 hints',
  );
});
