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
  // In a broken record, only whole values are removed.
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
  assert.deepEqual(fixerOf(text).fixesOf(finding), []);
});

/** The fixes of all findings, in the order of the text. */
function fixesIn(text: string): Fix[] {
  const fixer = fixerOf(text);
  return findingsOf(text).flatMap((finding) => fixer.fixesOf(finding));
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
    const [first, second] = findingsOf(text).map((finding) => fixer.fixesOf(finding)[0]?.forAll?.key);
    assert.ok(first && second, text);
    assert.equal(first === second, isSame, text);
  }
});

const first = '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "FAILED" }';
const other = '"jobId": "4469b87d-48ca-439a-868f-2160001da8c1"';

/** An item after a record, with all its lossless fixes. */
function fixedItem(item: string): string {
  return fixed(`[${first}, ${item}]`).slice(`[${first}, `.length, -1);
}

/** The titles of all fixes in such an item. */
function titlesIn(item: string): string[] {
  return fixesIn(`[${first}, ${item}]`).map(({ title }) => title);
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
  const titles = fixesIn(text).map(({ title }) => title);
  assert.ok(titles.includes('Remove "z"') && !titles.includes('Remove "$schema"'), titles.join(', '));
});

test('each removal in a record in an envelope is judged alone, by the names that are left', () => {
  const record = '"jobId": "x", "status": null, "z": 1, "w": 2';
  const text = `[{ "jobId": "a" }, { "data": { ${record} } }, { "data": { "tenant": "a", ${record} } }]`;
  const inside = fixesIn(text).map(({ title }) => title);
  // One name more, and the record is one without its status, too.
  assert.equal(inside.filter((title) => title === 'Remove "status"').length, 1);
  assert.equal(inside.filter((title) => title === 'Remove "w"' || title === 'Remove "z"').length, 4);
});
