import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lines } from '../../src/json/lines.ts';

test('the text of a line is without its line end, of whatever kind, and keeps other white space', () => {
  for (const lineEnd of ['\n', '\r\n', '\r', '\n\r']) {
    const lines = new Lines(`one \t${lineEnd}two`);
    const last = lineEnd === '\n\r' ? 2 : 1;
    assert.deepEqual([lines.lineText(0), lines.lineText(last), lines.lineText(9)], ['one \t', 'two', '']);
  }
});
