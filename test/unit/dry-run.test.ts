import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stillThere } from '../../src/cli/fix/dry-run.ts';
import { problemsOf } from '../../src/cli/report/problem.ts';
import { applyEdits, type Edit } from '../../src/json/edit.ts';
import { defaultSettings } from '../../src/record/settings.ts';
import { checkedFile } from '../support/findings.ts';

test('a problem remains after edits if it is found again after them', () => {
  const text = '{ "status": "complete", "isPartial": "True", "type": "DRAFT", "x": 1, "y": 2 }';
  const still = (edits: readonly (readonly [old: string, content: string])[]) =>
    remaining(
      text,
      edits.map(([old, content]) => ({ offset: text.indexOf(old), length: old.length, content })),
    );
  const [status, isPartial, type, x, y] = still([]);
  assert.deepEqual(
    [status, isPartial, type, x, y],
    ['12 enum', '37 type', '53 enum', '62 unknown-property', '70 unknown-property'],
  );
  assert.deepEqual(still([['complete', 'COMPLETE']]), [isPartial, type, x, y]);
  assert.deepEqual(still([['"True"', 'true']]), [status, type, x, y]);
  assert.deepEqual(
    still([
      ['complete', 'IN_PROGRESS'],
      ['"True"', 'false'],
      ['"x": 1, ', ''],
    ]),
    [type, y],
  );
  assert.deepEqual(
    still([
      ['{', '{ "name": "Nightly",'],
      ['"x"', '"name"'],
    ]),
    [status, isPartial, type, y],
  );
  // An edit that ends where a problem starts, and one that replaces it.
  assert.deepEqual(still([[': ', ':   ']]), [status, isPartial, type, x, y]);
  assert.deepEqual(still([['"DRAFT"', '  "DONE"']]), [status, isPartial, type, x, y]);
  assert.deepEqual(
    still([
      ['"x"', '  "z"'],
      ['"y"', '"w"'],
    ]),
    [status, isPartial, type, x, y],
  );
});

/** Where the problems of a text are that edits would leave, and their rules. */
function remaining(text: string, edits: readonly Edit[]): string[] {
  const found = (one: string) => checkedFile(one, 'x.json');
  const problems = problemsOf('x.json', found(text), defaultSettings);
  return stillThere(problems, edits, found(applyEdits(text, edits)).findings).map(
    ({ offset, rule }) => `${offset} ${rule}`,
  );
}
