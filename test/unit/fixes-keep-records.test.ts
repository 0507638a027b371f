import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf, fixed, fixerOf } from '../support/findings.ts';

const first = '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "FAILED" }';
const other = '"jobId": "4469b87d-48ca-439a-868f-2160001da8c1"';

/** An item after a record, with all its lossless fixes. */
function fixedItem(item: string): string {
  return fixed(`[${first}, ${item}]`).slice(`[${first}, `.length, -1);
}

/** The titles of all fixes in such an item. */
function titlesIn(item: string): string[] {
  const text = `[${first}, ${item}]`;
  const fixer = fixerOf(text);
  return findingsOf(text).flatMap((finding) => fixer.fixesFor(finding).map(({ title }) => title));
}

for (const [title, item, after] of [
  ['removes one of several names', `{ "status": null, ${other}, "x": 1 }`, `{ ${other}, "x": 1 }`],
  ['keeps the last known name', '{ "status": null, "x": 1 }', '{ "status": null, "x": 1 }'],
  [
    'keeps all known names, if all are null',
    '{ "status": null, "name": null, "x": 1 }',
    '{ "status": null, "name": null, "x": 1 }',
  ],
  ['removes the only name', '{ "status": null }', '{ }'],
  [
    'does not turn it into an envelope',
    `{ "status": null, ${other}, "items": [${first.replace('3469', '5469')}] }`,
    `{ "status": null, ${other}, "items": [${first.replace('3469', '5469')}] }`,
  ],
  [
    'does not turn it into an envelope around two records',
    `{ "status": null, ${other}, "a": ${first.replace('3469', '5469')}, "b": ${first.replace('3469', '6469')} }`,
    `{ "status": null, ${other}, "a": ${first.replace('3469', '5469')}, "b": ${first.replace('3469', '6469')} }`,
  ],
  [
    'does not turn it into a response',
    `{ "status": null, ${other}, "data": { "items": [${first.replace('3469', '5469')}] } }`,
    `{ "status": null, ${other}, "data": { "items": [${first.replace('3469', '5469')}] } }`,
  ],
] as const) {
  test(`a fix of a record ${title}`, () => assert.equal(fixedItem(item), after));
}

test('the last known name of a record cannot be removed alone', () => {
  assert.deepEqual(titlesIn('{ "status": null, "x": 1 }'), ['Remove "x"']);
  assert.deepEqual(titlesIn('{ "status": null, "name": null }'), ['Remove "status"', 'Remove "name"']);
});

test('an unknown name can be removed from a record that holds others', () => {
  assert.deepEqual(titlesIn(`{ "x": 1, ${other}, "status": "FAILED", "items": [${first.replace('3469', '5469')}] }`), [
    'Remove "x"',
  ]);
});

test('the last known name of a record in an envelope cannot be removed', () => {
  const inEnvelope = (item: string): string => `{ "next": 1, "items": [${first}, ${item}] }`;
  assert.deepEqual(titlesIn(inEnvelope('{ "$schema": "x", "message": "y" }')), ['Keep the records only']);
  assert.deepEqual(titlesIn(inEnvelope('{ "$schema": "x" }')), ['Keep the records only', 'Remove "$schema"']);
  assert.deepEqual(titlesIn(inEnvelope(`{ ${other}, "options": { "status": 1, "x": 2 } }`)), [
    'Keep the records only',
    'Remove "status"',
    'Remove "x"',
  ]);
});

test('fix all keeps the records in an envelope', () => {
  const last = '{ "status": null, "x": 1 }';
  const envelope = `{ "next": 1, "items": [${first}, { "type": null, ${other}, "status": "FAILED" }, ${last}] }`;
  assert.ok(fixedItem(envelope).includes(last));
});

test('a property that makes a record in an envelope recognizable cannot be removed', () => {
  const text = '[{ "jobId": "a" }, { "data": { "jobId": "x", "$schema": "y", "z": 1, "w": 2 } }]';
  const fixer = fixerOf(text);
  const titles = findingsOf(text).flatMap((finding) => fixer.fixesFor(finding).map(({ title }) => title));
  assert.ok(titles.includes('Remove "z"') && !titles.includes('Remove "$schema"'), titles.join(', '));
});

test('each removal in a record in an envelope is judged alone, by the names that are left', () => {
  const record = '"jobId": "x", "status": null, "z": 1, "w": 2';
  const fixes = (text: string): string[] => {
    const fixer = fixerOf(text);
    return findingsOf(text).flatMap((finding) => fixer.fixesFor(finding).map(({ title }) => title));
  };
  const inside = fixes(`[{ "jobId": "a" }, { "data": { ${record} } }, { "data": { "tenant": "a", ${record} } }]`);
  // One name more, and the record is one without its status, too.
  assert.equal(inside.filter((title) => title === 'Remove "status"').length, 1);
  assert.equal(inside.filter((title) => title === 'Remove "w"' || title === 'Remove "z"').length, 4);
});
