import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fix } from '../../src/record/fix.ts';
import { findingsOf, fixerOf } from '../support/findings.ts';

/** The fixes of all findings, in the order of the text. */
function fixesIn(text: string): Fix[] {
  const fixer = fixerOf(text);
  return findingsOf(text).flatMap((finding) => fixer.fixesFor(finding));
}

const id = '3469b87d-48ca-439a-868f-2160001da8c1';

for (const [text, title] of [
  ['{ "created": "2021-05-11T22:23:16" }', 'Treat all 3 times as UTC in the file'],
  ['{ "created": 1709626080 }', 'Change all 3 1709626080 to "2024-03-05T08:08:00Z" in the file'],
  [`[{ "jobId": "${id}" }, { "jobId": "${id}" }]`, 'Give all 3 such records in the file a new id'],
  ['{ "JobId": null, "name": "x" }', 'Rename all 3 "JobId" to "jobId" in the file'],
  ['{ "status": "complete" }', 'Change all 3 "complete" to "COMPLETE" in the file'],
  ['{ "isPartial": false, "options": { "includeTypes": ["ROLE"] } }', 'Change all 3 false to true in the file'],
  ['{ "fileExists": "True" }', 'Change all 3 "True" to true in the file'],
  ['{ "status": null, "name": "x" }', 'Remove all 3 "status" in the file'],
  ['{ "options": { "includeTypes": ["ROLE", null] } }', 'Remove all 3 null in the file'],
  ['{ "options": { "includeTypes": ["ROLE", "ROLE"] } }', 'Remove all 3 "ROLE" in the file'],
] as const) {
  test(`for all findings like that in ${text}: ${title}`, () => {
    assert.equal(fixesIn(text)[0]?.forAll?.title('all 3'), title);
  });
}

for (const text of ['{ "tenant": { "value": "acme", "Length": 4 } }', '{ "status": "FAILED", "status": "FAILED" }']) {
  test(`no fix in ${text} is for others too`, () => {
    const fixes = fixesIn(text);
    assert.ok(fixes.length > 0);
    assert.deepEqual(
      fixes.map(({ forAll }) => forAll),
      fixes.map(() => undefined),
    );
  });
}

/** The key of the first fix that each finding has. */
function keysIn(text: string): (string | undefined)[] {
  const fixer = fixerOf(text);
  return findingsOf(text).map((finding) => fixer.fixesFor(finding)[0]?.forAll?.key);
}

test('the same mistake has the same fix for all', () => {
  for (const record of [
    '{ "created": "2021-05-11T22:23:16" }, { "created": "2022-05-11T22:23:16" }',
    '{ "jobId": "a" }, { "jobId": "b" }',
    '{ "status": "complete" }, { "status": "complete" }',
    '{ "status": null, "name": "x" }, { "status": null, "name": "y" }',
  ]) {
    const [first, second, ...others] = keysIn(`[${record}]`);
    assert.deepEqual([others.length, second], [0, first]);
    assert.ok(first);
  }
});

test('another mistake has another', () => {
  for (const record of [
    '{ "status": "complete" }, { "status": "failed" }',
    '{ "status": null, "name": "x" }, { "type": null, "name": "y" }',
    '{ "options": { "objectOptions": { "role": {} }, "includeTypes": ["role"] } }',
  ]) {
    const [first, second, ...others] = keysIn(`[${record}]`);
    assert.equal(others.length, 0);
    assert.ok(first && second && first !== second, record);
  }
});
