import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordIndex } from '../../src/index/record-index.ts';
import { recordIn, recordsOf } from '../../src/index/records.ts';
import { summaryOf } from '../../src/record/summary.ts';
import { indexOf } from '../support/open-index.ts';

const whole = {
  jobId: '3469b87d-48ca-439a-868f-2160001da8c1',
  status: 'COMPLETE',
  type: 'BACKUP',
  created: '2021-05-11T22:23:16Z',
  completed: '2021-05-11T22:24:16Z',
  name: 'Nightly',
  backupType: 'AUTOMATED',
  options: { name: 'not this', includeTypes: ['ROLE'] },
};
const summary = {
  name: 'Nightly',
  status: 'COMPLETE',
  type: 'AUTOMATED',
  time: '2021-05-11T22:23:16Z',
  jobId: '3469b87d-48ca-439a-868f-2160001da8c1',
};

test('a summary has the values that identify a record', () => {
  assert.deepEqual(summaryOf(JSON.stringify(whole)), summary);
});

test('a broken record has a summary too, as far as it can be read', () => {
  const text = JSON.stringify(whole, undefined, 2);
  for (const broken of [
    text.slice(0, -1),
    text.replace('"status"', '// why?\n"status"'),
    text.replace('["ROLE"]', '["ROLE"').replace('"type":', '"type"'),
    text.replace(/\}$/, ', "tenant": tru,, }'),
  ]) {
    assert.deepEqual(summaryOf(broken), summary, broken);
  }
  assert.deepEqual(summaryOf('{ "name": "Nightly", "status": "FAI'), { name: 'Nightly' });
  for (const nothing of ['', '{', '[]', 'null', '"name"', '{ "name" }'])
    assert.deepEqual(summaryOf(nothing), {}, nothing);
});

test('a summary finds names in any case, the best time and type there is, and leaves out empty values', () => {
  const text =
    '{ "Job_Id": 5, "NAME": " a\\n b ", "status": "", "type": "BACKUP", "created": null, "modified": [], "completed": "x" }';
  assert.deepEqual(summaryOf(text), { name: 'a b', type: 'BACKUP', time: 'x', jobId: '5' });
  assert.deepEqual(summaryOf('{ "name": { "x": 1 }, "status": ["x"], "jobId": null, "type": false }'), {
    type: 'false',
  });
  assert.equal(summaryOf(JSON.stringify({ name: 'x'.repeat(100_000) })).name?.length, 200);
});

test('the title of a record is its name, else its id, else its number or line', () => {
  const records = ['{ "name": "n", "jobId": "j" }', '{ "jobId": "j" }', '5', '{}'];
  assert.deepEqual(titlesIn(indexOf(`[${records.join(',\n')}]`)), ['n', 'j', 'Record 4']);
  assert.deepEqual(titlesIn(indexOf(`\n${records.join('\n')}`, 'lines')), ['n', 'j', 'Line 5']);
});

function titlesIn(index: RecordIndex): string[] {
  return Array.from(recordsOf(index), ({ title }) => title);
}

/** An envelope around two records without a name. */
const pair = '{ "items": [{ "status": "FAILED", "isPartial": false }, { "status": "COMPLETE", "isPartial": true }] }';

test('a record in an envelope has the number of the envelope, or its line, and one of its own', () => {
  assert.deepEqual(titlesIn(indexOf(`[{}, ${pair}]`)), ['Record 1', 'Record 2, record 1', 'Record 2, record 2']);
  assert.deepEqual(titlesIn(indexOf(`{}\n${pair}`, 'lines')), ['Line 1', 'Line 2, record 1', 'Line 2, record 2']);
});

test('a record says where it is: also in an envelope behind what nobody sees', () => {
  const index = indexOf(`{}\n\u200b${pair}`, 'lines');
  const record = recordIn(index, { at: 1, inside: 1 });
  assert.deepEqual(record && { at: record.at, inside: record.inside }, { at: 1, inside: 1 });
  assert.equal(record && index.source.getText(record.range), '{ "status": "COMPLETE", "isPartial": true }');
  assert.deepEqual(Object.keys(recordIn(index, { at: 0 }) ?? {}), ['at', 'range', 'title', 'summary']);
});

test('a record that is no longer in an envelope is not found', () => {
  for (const [text, inside] of [
    [pair, 2],
    ['{ "status": "FAILED", "isPartial": false }', 0],
    ['oops', 0],
    [']', 0],
  ] as const)
    assert.equal(recordIn(indexOf(text, 'lines'), { at: 0, inside }), undefined, text);
});
