import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { endOfObject } from '../../src/document/end-of-value.ts';
import { CleanReader } from '../../src/record/clean.ts';
import { startFirstLook } from '../../src/record/first-look.ts';
import { jobKey } from '../../src/record/job-key.ts';
import type { Rule } from '../../src/record/rule.ts';
import { type RuleId, rules } from '../../src/record/rules/index.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { findingsOf, wrongIn } from '../support/findings.ts';

const reader = new CleanReader();

/** Where the record ends that a text begins with, if it is clean at a glance; -1 otherwise. */
function cleanEnd(text: string): number {
  reader.load(text);
  return reader.record(0);
}

const spaces = fc.constantFrom('', ' ', '\n', '\t');
const noise = fc.constantFrom(
  '"',
  '\\',
  ',',
  ':',
  '{',
  '}',
  '[',
  ']',
  '0',
  '-',
  'Z',
  '\n',
  '\u0000',
  '//',
  'null',
  '"x": 1, ',
  '"status": "FAILED", ',
);

test('what is taken for clean at a glance has no finding, and ends where the record ends', () => {
  let clean = 0;
  fc.assert(
    fc.property(anyRecord(), spaces, fc.option(fc.tuple(fc.nat(), noise, fc.nat(2))), (record, space, damage) => {
      let text = JSON.stringify(record, undefined, space);
      if (damage) {
        const at = damage[0] % text.length;
        text = text.slice(0, at) + damage[1] + text.slice(at + damage[2]);
      }
      const end = cleanEnd(`${text}, {`);
      if (end < 0) return;
      clean++;
      const read = text.slice(0, end);
      assert.deepEqual(wrongIn(read), [], read);
      assert.equal(endOfObject(text, 0), end);
      const { jobId } = JSON.parse(read);
      assert.equal(reader.jobKey, jobId === undefined ? 0 : jobKey(jobId));
      if (jobId) assert.equal(read.slice(reader.jobIdAt).indexOf(`"${jobId}"`), 0);
    }),
    { numRuns: 10_000 },
  );
  assert.ok(clean > 300, `only ${clean} were taken for clean: nothing is proved`);
});

test('a rule that passes the facts of a record has nothing to report in it', () => {
  const look = startFirstLook();
  assert.ok(look);
  const passed = new Map<string, number>();
  fc.assert(
    fc.property(anyRecord(), (record) => {
      const text = JSON.stringify(record);
      if (look.at(text, 0, 0, 0) < 0) return;
      const wrong = new Set(wrongIn(text).map(({ rule }) => rule));
      for (const rule of rules as readonly Rule[]) {
        if (!rule.passes?.(look.facts)) continue;
        passed.set(rule.id, (passed.get(rule.id) ?? 0) + 1);
        assert.ok(!wrong.has(rule.id as RuleId), `src/record/rules/${rule.id}.ts: "passes" is wrong about ${text}`);
      }
    }),
    { numRuns: 5_000 },
  );
  for (const { id, passes } of rules as readonly Rule[]) {
    if (passes) assert.ok((passed.get(id) ?? 0) > 200, `"${id}" passed too few records to prove anything`);
  }
});

for (const text of [
  '{}',
  '{ "created": "2021-05-31T22:23:16Z", "modified": "2021-05-31T22:23:16.5Z", "completed": "2021-06-30T00:00:00Z" }',
  '{ "options": null, "totalObjectCount": 0, "isPartial": false }',
  '{ "options": { "objectOptions": { "ROLE": { "includedNames": ["a", "b"] }, "TAG": {} }, "includeTypes": ["TAG", "ROLE"] } }',
]) {
  test(`${text} is clean at a glance`, () => assert.equal(cleanEnd(text), text.length));
}

for (const text of [
  '{ "created": "2021-02-29T00:00:00Z" }',
  '{ "created": "2021-04-31T00:00:00Z" }',
  '{ "created": "2021-05-11T22:23:60Z" }',
  '{ "created": "2021-05-11T22:23:16Z", "modified": "2021-05-11T22:23:15.9Z" }',
  '{ "jobId": "", "name": "x" }',
  '{ "totalObjectCount": 00 }',
  '{ "totalObjectCount": 1.5 }',
  '{ "fileExists": truely }',
  '{ "status": "IN_PROGRESS", "completed": "2021-05-11T22:23:16Z" }',
  '{ "isPartial": false, "options": { "includeTypes": ["TAG"] } }',
  '{ "options": { "objectOptions": { "ROLE": {} }, "includeTypes": [] } }',
  '{ "name": "x", }',
  '{ "name": "x"',
]) {
  test(`${text} is not`, () => assert.equal(cleanEnd(text), -1));
}

test('of two clean records with one id, the later has the finding, which points to the earlier id', () => {
  const text =
    '[{ "name": "a", "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]';
  const [finding, ...others] = findingsOf(text);
  assert.deepEqual(others, []);
  assert.ok(finding?.rule === 'duplicate-job-id');
  const { offset, length } = finding.earlier;
  assert.equal(text.slice(offset, offset + length), '"3469b87d-48ca-439a-868f-2160001da8c1"');
  assert.ok(offset < finding.offset);
});
