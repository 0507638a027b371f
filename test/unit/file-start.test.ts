import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileStartOf } from '../../src/document/file-start.ts';

const padding = ' '.repeat(3_000);
const record = '{ "jobId": "x", "status": "FAILED" }';

test('a beginning of a file says the same as all of it, or that it is too short to tell', () => {
  for (const text of [
    `[${record},${padding}${record}]`,
    `{ "count": 1, "items": [${padding}${record}] }${padding}`,
    `{ "count": 1, "data": ${record} }${padding}`,
    `{ "name": "x", "options": {} }${padding}`,
    // Python, until the name that is written as in JSON.
    `{'status': 1,${' '.repeat(1_500)}"name": 2}${padding}`,
    `> log\n${record}${padding}`,
    `log, and nothing else${padding}`,
    `"a string"${padding}`,
    `${padding}// nothing`,
  ]) {
    const { decidedUntil: _, ...whole } = fileStartOf(text, true);
    for (let length = 0; length < text.length; length += 7) {
      const start = fileStartOf(text.slice(0, length), false);
      if (!start) continue;
      const { decidedUntil: __, ...beginning } = start;
      assert.deepEqual(beginning, whole, `${length} of ${text.slice(0, 40)}`);
    }
  }
});
