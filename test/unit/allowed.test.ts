import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from '../../src/document/check.ts';
import { Fixer } from '../../src/document/fix.ts';
import { checkedLayoutOf } from '../../src/document/layout.ts';
import { RecordIndex } from '../../src/index/record-index.ts';
import type { Allowed } from '../../src/model/allowed.ts';
import { message } from '../../src/record/message.ts';
import { TextDocument } from '../support/text-document.ts';

const allowed: Allowed = {
  values: { status: ['MADE_UP'], includeTypes: ['NEW_TYPE'], backupType: ['AUTOMATED_DRAFT'] },
  properties: ['madeUp', 'message'],
};

function found(text: string): string[] {
  return checkText(text, checkedLayoutOf(text, 'json', allowed)).findings.map(({ rule, offset, length }) => {
    return `${rule} ${text.slice(offset, offset + length)}`;
  });
}

test('values and names that the user allows are not reported, and no others', () => {
  assert.deepEqual(found('{ "status": "MADE_UP", "madeUp": 1, "message": 2, "backupType": "AUTOMATED_DRAFT" }'), []);
  assert.deepEqual(
    found('{ "options": { "includeTypes": ["NEW_TYPE"], "objectOptions": { "NEW_TYPE": {}, "madeUp": {} } } }'),
    ['enum "madeUp"'],
  );
  assert.deepEqual(found('{ "type": "MADE_UP", "options": { "madeUp": 1 } }'), [
    'enum "MADE_UP"',
    'unknown-property "madeUp"',
  ]);
  assert.deepEqual(found('{ "madeUp": 1, "zone": 2 }'), ['unknown-property "zone"'], 'it is a record all the same');
});

test('an allowed value is suggested and offered like a value of the schema', () => {
  const text = '{ "status": "made_up", "name": "x" }';
  const layout = checkedLayoutOf(text, 'json', allowed);
  const [finding] = checkText(text, layout).findings;
  assert.ok(finding);
  assert.equal(message(finding), '"made_up" is not a backup status. Did you mean "MADE_UP"?');
  const [fix] = new Fixer(text, layout, allowed).fixesOf(finding);
  assert.deepEqual([fix?.title, fix?.isLossless], ['Change to "MADE_UP"', true]);
});

test('an open document allows the same', () => {
  const index = new RecordIndex(new TextDocument('[{ "status": "MADE_UP" }, { "status": "X" }]'), 'json', { allowed });
  index.step();
  assert.equal(index.countOf('enum'), 1);
});
