import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../src/record/finding.ts';
import { CleanReader } from '../../src/record/first-look/clean-reader.ts';
import { answerIndex } from '../../src/record/first-look/facts.ts';
import { type FirstLook, startFirstLook } from '../../src/record/first-look/first-look.ts';
import { jobKey, keyOf } from '../../src/record/first-look/job-key.ts';
import { endOfObject } from '../../src/record/parse/end-of-value.ts';
import type { Rule } from '../../src/record/rule.ts';
import { type RuleId, rules } from '../../src/record/rules/index.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { findingsOf, wrongIn } from '../support/findings.ts';
import { runs } from '../support/runs.ts';

const allRules: readonly Rule[] = rules;
/** A rule that offers no `passes` is asked about every record, so it lets none be clean. */
const passingRules = allRules.filter(({ passes }) => passes);
const look = startFirstLook() as FirstLook;

/** Where the record at the start of a text ends, if the first look and all rules that are asked accept it; -1 if not. */
function cleanEnd(text: string): number {
  const end = look.at(text, 0, 0, 0);
  return end >= 0 && passingRules.every((rule) => rule.passes?.(look.facts)) ? end : -1;
}

/** What is wrong with a record, as far as the rules are concerned that are asked at first look. */
function wrongToFirstLook(record: string): Finding[] {
  const isAsked = new Set(passingRules.map(({ id }) => id));
  return wrongIn(record).filter(({ rule }) => isAsked.has(rule));
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

test('a record that is clean at first look has no finding, and its end is found', () => {
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
      assert.deepEqual(wrongToFirstLook(read), [], read);
      assert.equal(endOfObject(text, 0, true), end);
      const { jobId } = JSON.parse(read);
      const [low = 0, high = 0] = look.answers.slice(answerIndex.jobKeyLow);
      assert.equal(keyOf(low, high), jobId === undefined ? 0 : jobKey(jobId));
      if (jobId) assert.ok(read.startsWith(`"${jobId}"`, look.answers[answerIndex.jobIdAt]));
    }),
    { numRuns: runs(4_000) },
  );
  assert.ok(clean > runs(100), `only ${clean} records were clean, which proves nothing`);
});

test('a rule that passes the facts of a record has nothing to report in it', () => {
  const passed = new Map<string, number>();
  fc.assert(
    fc.property(anyRecord(), (record) => {
      const text = JSON.stringify(record);
      if (look.at(text, 0, 0, 0) < 0) return;
      const wrong = new Set(wrongIn(text).map(({ rule }) => rule));
      for (const { id, passes } of passingRules) {
        if (!passes?.(look.facts)) continue;
        passed.set(id, (passed.get(id) ?? 0) + 1);
        assert.ok(!wrong.has(id as RuleId), `src/record/rules/${id}.ts: "passes" is wrong about ${text}`);
      }
    }),
    { numRuns: runs(2_000) },
  );
  for (const { id } of passingRules) assert.ok((passed.get(id) ?? 0) > runs(60), `"${id}" passed too few records`);
});

test('a record is clean if the first look accepts it and every rule passes it', () => {
  const reader = new CleanReader();
  fc.assert(
    fc.property(anyRecord(), (record) => {
      const text = JSON.stringify(record);
      reader.load(text);
      assert.equal(reader.record(0), passingRules.length === rules.length ? cleanEnd(text) : -1);
    }),
  );
});

for (const text of [
  '{}',
  '{ "created": "2021-05-31T22:23:16Z", "modified": "2021-05-31T22:23:16.5Z", "completed": "2021-06-30T00:00:00Z" }',
  '{ "created": "2021-05-31T22:23:16Z", "modified": "2021-05-31T22:23:16Z" }',
  '{ "created": "1970-01-01T00:00:01Z", "modified": "1970-01-01T00:00:01.5Z", "completed": "1970-01-02T00:00:00Z" }',
  '{ "created": "1970-01-01T00:00:00.5Z" }',
  '{ "isPartial": false, "options": {} }',
  '{ "isPartial": false, "options": { "includeTypes": [] } }',
  '{ "options": null, "totalObjectCount": 0, "isPartial": false }',
  '{ "options": { "objectOptions": { "ROLE": { "includedNames": ["a", "b"] }, "TAG": {} }, "includeTypes": ["TAG", "ROLE"] } }',
]) {
  test(`${text} is clean at first look`, () => assert.equal(cleanEnd(text), text.length));
}

for (const text of [
  '{ "created": "2021-02-29T00:00:00Z" }',
  '{ "created": "2021-04-31T00:00:00Z" }',
  '{ "created": "2021-05-11T22:23:60Z" }',
  '{ "created": "2021-05-11T22:23:16Z", "modified": "2021-05-11T22:23:15.9Z" }',
  '{ "created": "1970-01-01T00:00:00Z" }',
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
  test(`${text} is not clean`, () => assert.equal(cleanEnd(text), -1));
}

test('if two clean records have the same id, the later has the finding, which points to the earlier', () => {
  const text =
    '[{ "name": "a", "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]';
  const [finding, ...others] = findingsOf(text);
  assert.deepEqual(others, []);
  assert.ok(finding?.rule === 'duplicate-job-id');
  const { offset, length } = finding.earlier;
  assert.equal(text.slice(offset, offset + length), '"3469b87d-48ca-439a-868f-2160001da8c1"');
  assert.ok(offset < finding.offset);
});

test('where no WebAssembly may be compiled, there is no first look', () => {
  const host = globalThis as { WebAssembly?: unknown };
  const { WebAssembly } = host;
  host.WebAssembly = undefined;
  try {
    assert.equal(startFirstLook(), undefined);
  } finally {
    host.WebAssembly = WebAssembly;
  }
});
