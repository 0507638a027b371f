import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/json/edit.ts';
import type { Fix } from '../../src/record/fix.ts';
import type { RuleId } from '../../src/record/rules/index.ts';
import { findingsOf, fixed, fixerOf } from '../support/findings.ts';

/** Removals that touch each other, in every layout: `before → after` of fix-all. */
const removals: readonly (readonly [before: string, after: string])[] = [
  ['{ "jobId": null }', '{ }'],
  ['{"jobId":null,"status":"","name":"x"}', '{"name":"x"}'],
  ['{"name":"x","jobId":null,"status":""}', '{"name":"x"}'],
  ['{ "name": "x", "jobId": null, "tenant": "y", "status": "" }', '{ "name": "x", "tenant": "y" }'],
  ['{\n  "jobId": null,\n  "name": "x",\n  "status": ""\n}', '{\n  "name": "x"\n}'],
  ['{\r\n\t"name": "x",\r\n\t"jobId": null,\r\n\t"status": ""\r\n}\r\n', '{\r\n\t"name": "x"\r\n}\r\n'],
  ['{\n  "jobId": null,\n  "status": ""\n}', '{\n}'],
  [
    '{\n  "name": "x", // one\n  "jobId": null, // two\n  "status": "" // three\n}',
    '{\n  "name": "x" // one\n  // two\n  // three\n}',
  ],
  ['{ "name": "x" /* a */, /* b */ "jobId": null /* c */ }', '{ "name": "x" /* a */ /* b */ /* c */ }'],
  ['{ "jobId": null /* a */, "name": "x" }', '{ /* a */ "name": "x" }'],
  ['{\n  "jobId": null, "name": "x"\n}', '{\n  "name": "x"\n}'],
  ['{\n  "name": "x",\n  "jobId": null,\n}', '{\n  "name": "x"\n}'],
  ['{ "options": { "includeTypes": ["ROLE", null, "", "ROLE"] } }', '{ "options": { "includeTypes": ["ROLE"] } }'],
  ['{ "options": { "includeTypes": [null, "TAG", null] } }', '{ "options": { "includeTypes": ["TAG"] } }'],
  ['{ "jobId": null , "name": "x" }', '{ "name": "x" }'],
  ['{"jobId":null }', '{ }'],
  ['{"jobId":null, "status":"", "name":"x"}', '{ "name":"x"}'],
  ['{\t"jobId":null,\t"name":"x"\t}', '{\t"name":"x"\t}'],
  // In a record that is broken, only what is whole is removed.
  [
    '{ "options": { "includeTypes": [null, "TAG"] }, "x": tru }',
    '{ "options": { "includeTypes": ["TAG"] }, "x": tru }',
  ],
  ['{ "name": "x", "jobId": null oops }', '{ "name": "x", "jobId": null oops }'],
  ['{ "name": "x", "jobId": null', '{ "name": "x", "jobId": null'],
  ['{ "JobId": null, "Status": "complete" }', '{ "status": "COMPLETE" }'],
];

for (const [before, after] of removals) test(`fix all of ${before}`, () => assert.equal(fixed(before), after));

test('fix all of one rule fixes its findings only, in the file and in records', () => {
  const text = '{ "value": [{ "status": "complete" }], "Count": 1 }';
  const fixer = fixerOf(text);
  const fixedOf = (rule: RuleId) =>
    applyEdits(
      text,
      fixer.fixAll(findingsOf(text), (finding) => finding.rule === rule),
    );
  assert.equal(fixedOf('powershell-array'), '[{ "status": "complete" }]');
  assert.equal(fixedOf('enum'), '{ "value": [{ "status": "COMPLETE" }], "Count": 1 }');
});

test('a file of another kind has no fix', () => {
  const text = '[{ "type": "CREATE_DRAFT" }]';
  const [finding, ...others] = findingsOf(text);
  assert.ok(finding?.rule === 'foreign-file' && others.length === 0);
  assert.deepEqual(fixerOf(text).fixesFor(finding), []);
});

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
  test(`the fix in ${text} is also offered for the whole file: ${title}`, () => {
    const [fix] = fixesIn(text);
    assert.equal(fix?.forAll?.title('all 3'), title);
  });
}

test('removing a duplicate and unwrapping a value are offered for one place only', () => {
  for (const text of ['{ "tenant": { "value": "acme", "Length": 4 } }', '{ "status": "FAILED", "status": "FAILED" }'])
    assert.deepEqual([...new Set(fixesIn(text).map(({ forAll }) => forAll))], [undefined], text);
});

test('a fix for the whole file fixes the same mistake, and no other', () => {
  for (const [records, isSame] of [
    ['{ "created": "2021-05-11T22:23:16" }, { "created": "2022-05-11T22:23:16" }', true],
    ['{ "jobId": "a" }, { "jobId": "b" }', true],
    ['{ "status": "complete" }, { "status": "complete" }', true],
    ['{ "status": null, "name": "x" }, { "status": null, "name": "y" }', true],
    ['{ "status": "complete" }, { "status": "failed" }', false],
    ['{ "status": null, "name": "x" }, { "type": null, "name": "y" }', false],
    ['{ "options": { "objectOptions": { "role": {} }, "includeTypes": ["role"] } }', false],
  ] as const) {
    const text = `[${records}]`;
    const fixer = fixerOf(text);
    const [first, second] = findingsOf(text).map((finding) => fixer.fixesFor(finding)[0]?.forAll?.key);
    assert.ok(first && second, text);
    assert.equal(first === second, isSame, text);
  }
});
