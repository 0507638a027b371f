import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/json/edit.ts';
import { findingsOf, fixerOf } from '../support/findings.ts';

const first = '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "FAILED" }';
const other = '"jobId": "4469b87d-48ca-439a-868f-2160001da8c1"';

/** An item behind a record, with all that can be fixed without a loss. */
function fixed(item: string): string {
  const text = `[${first}, ${item}]`;
  const edits = fixerOf(text).fixAll(findingsOf(text), () => true);
  return applyEdits(text, edits).slice(`[${first}, `.length, -1);
}

/** The titles of all fixes in such an item. */
function titlesIn(item: string): string[] {
  const text = `[${first}, ${item}]`;
  const fixer = fixerOf(text);
  return findingsOf(text).flatMap((finding) => fixer.fixesFor(finding).map(({ title }) => title));
}

for (const [title, item, after] of [
  ['one of its names goes', `{ "status": null, ${other}, "x": 1 }`, `{ ${other}, "x": 1 }`],
  ['its last known name stays', '{ "status": null, "x": 1 }', '{ "status": null, "x": 1 }'],
  [
    'all of its known names stay',
    '{ "status": null, "name": null, "x": 1 }',
    '{ "status": null, "name": null, "x": 1 }',
  ],
  ['its only name goes', '{ "status": null }', '{ }'],
  [
    'what makes it a record, and no envelope, stays',
    `{ "status": null, ${other}, "items": [${first.replace('3469', '5469')}] }`,
    `{ "status": null, ${other}, "items": [${first.replace('3469', '5469')}] }`,
  ],
  [
    'what makes it a record, and no envelope of two, stays',
    `{ "status": null, ${other}, "a": ${first.replace('3469', '5469')}, "b": ${first.replace('3469', '6469')} }`,
    `{ "status": null, ${other}, "a": ${first.replace('3469', '5469')}, "b": ${first.replace('3469', '6469')} }`,
  ],
  [
    'what makes it a record, and no response, stays',
    `{ "status": null, ${other}, "data": { "items": [${first.replace('3469', '5469')}] } }`,
    `{ "status": null, ${other}, "data": { "items": [${first.replace('3469', '5469')}] } }`,
  ],
] as const) {
  test(`of a record, ${title}`, () => assert.equal(fixed(item), after));
}

test('without its last known name a record would be none, so it can not be removed by itself either', () => {
  assert.deepEqual(titlesIn('{ "status": null, "x": 1 }'), ['Remove "x"']);
  assert.deepEqual(titlesIn('{ "status": null, "name": null }'), ['Remove "status"', 'Remove "name"']);
});

test('what is unknown can be removed from a record that holds others', () => {
  assert.deepEqual(titlesIn(`{ "x": 1, ${other}, "status": "FAILED", "items": [${first.replace('3469', '5469')}] }`), [
    'Remove "x"',
  ]);
});

test('the same is so of a record in an envelope', () => {
  const inEnvelope = (item: string): string => `{ "next": 1, "items": [${first}, ${item}] }`;
  assert.deepEqual(titlesIn(inEnvelope('{ "$schema": "x", "message": "y" }')), ['Keep the records only']);
  assert.deepEqual(titlesIn(inEnvelope('{ "$schema": "x" }')), ['Keep the records only', 'Remove "$schema"']);
  assert.deepEqual(titlesIn(inEnvelope(`{ ${other}, "options": { "status": 1, "x": 2 } }`)), [
    'Keep the records only',
    'Remove "status"',
    'Remove "x"',
  ]);
});

test('all at once, the records in an envelope stay records too', () => {
  const last = '{ "status": null, "x": 1 }';
  const envelope = `{ "next": 1, "items": [${first}, { "type": null, ${other}, "status": "FAILED" }, ${last}] }`;
  assert.ok(fixed(envelope).includes(last));
});
