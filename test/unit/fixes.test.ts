import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixAll, fixesIn } from '../../src/document/fix.ts';
import { layoutOf } from '../../src/document/layout.ts';
import { applyEdits, Rewriting } from '../../src/record/edit.ts';
import { defaultSeverities } from '../../src/record/rules.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { findingsOf } from '../support/findings.ts';

/** For the first finding of a text: each fix as `title → text`, a preferred one with a star. */
function fixesOf(text: string): string[] {
  const [finding] = findingsOf(text);
  assert.ok(finding);
  return fixesIn(text, layoutOf(text), finding).map(
    ({ title, edits, isLossless }) => `${isLossless ? '* ' : ''}${title} → ${applyEdits(text, edits)}`,
  );
}

const cases: readonly (readonly [text: string, ...fixes: string[]])[] = [
  ['{ "fileExists": "TRUE" }', '* Change to true → { "fileExists": true }'],
  ['{ "fileExists": 1 }'],
  ['{ "totalObjectCount": "10" }', '* Change to 10 → { "totalObjectCount": 10 }'],
  ['{ "totalObjectCount": "9223372036854775808" }'],
  ['{ "totalObjectCount": "010" }'],
  ['{ "name": 1.50e2 }', '* Change to "1.50e2" → { "name": "1.50e2" }'],
  ['{ "status": 5 }'],
  ['{ "created": 5 }'],
  ['{ "options": "null" }', '* Change to null → { "options": null }'],
  ['{ "options": { "includeTypes": "ROLE" } }', '* Change to a list → { "options": { "includeTypes": ["ROLE"] } }'],
  ['{ "options": { "objectOptions": [ ] } }', '* Change to {} → { "options": { "objectOptions": { } } }'],
  [
    '{ "options": { "objectOptions": { "ROLE": { "includedNames": "a" } } } }',
    'Change to a list → { "options": { "objectOptions": { "ROLE": { "includedNames": ["a"] } } } }',
  ],
  [
    '{ "hydrationStatus": "not-hydrated" }',
    '* Change to "NOT_HYDRATED" → { "hydrationStatus": "NOT_HYDRATED" }',
    'Change to "HYDRATED" → { "hydrationStatus": "HYDRATED" }',
  ],
  [
    '{ "cloudStorageStatus": "SYNC" }',
    'Change to "SYNCED" → { "cloudStorageStatus": "SYNCED" }',
    'Change to "NOT_SYNCED" → { "cloudStorageStatus": "NOT_SYNCED" }',
    'Change to "SYNC_FAILED" → { "cloudStorageStatus": "SYNC_FAILED" }',
  ],
  [
    '{ "created": "2021-05-11 22:23:16Z" }',
    '* Change to "2021-05-11T22:23:16Z" → { "created": "2021-05-11T22:23:16Z" }',
  ],
  [
    '{ "created": "2021-05-11T22:23:16" }',
    'Treat as UTC: "2021-05-11T22:23:16Z" → { "created": "2021-05-11T22:23:16Z" }',
  ],
  ['{ "created": "yesterday" }'],
  [
    '{ "tenantt": "a", "name": "b" }',
    'Change to "tenant" → { "tenant": "a", "name": "b" }',
    'Remove "tenantt" → { "name": "b" }',
  ],
  ['{ "tenantt": 5 }', 'Remove "tenantt" → { }'],
  ['{ "JobId": "x" }', '* Change to "jobId" → { "jobId": "x" }'],
  ['{ "Name": "x", "name": "y" }', 'Change to "name" → { "name": "x", "name": "y" }'],
  [
    '{ "name": "x", "name": "y" }',
    'Remove the earlier "name" → { "name": "y" }',
    'Remove the later "name" → { "name": "x" }',
  ],
  ['{ "name": "x", "jobId": null }', '* Remove "jobId" → { "name": "x" }'],
  [
    '{ "options": { "includeTypes": ["ROLE", "ROLE"] } }',
    '* Remove "ROLE" → { "options": { "includeTypes": ["ROLE"] } }',
  ],
  [
    '{ "status": "IN_PROGRESS", "completed": "2021-05-11T22:23:16Z" }',
    'Remove "completed" → { "status": "IN_PROGRESS" }',
  ],
  [
    '{ "options": { "includeTypes": [\n  "ROLE"\n], "objectOptions": { "TAG": {} } } }',
    'Add "TAG" to "includeTypes" → { "options": { "includeTypes": [\n  "ROLE",\n  "TAG"\n], "objectOptions": { "TAG": {} } } }',
  ],
  [
    '{ "options": { "includeTypes": [], "objectOptions": { "TAG": {} } } }',
    'Add "TAG" to "includeTypes" → { "options": { "includeTypes": ["TAG"], "objectOptions": { "TAG": {} } } }',
  ],
  [
    '{ "created": "\\/Date(1620771796123)\\/" }',
    '* Change to "2021-05-11T22:23:16.123Z" → { "created": "2021-05-11T22:23:16.123Z" }',
  ],
  [
    '{ "created": "/Date(-62135596800000)/" }',
    '* Change to "0001-01-01T00:00:00Z" → { "created": "0001-01-01T00:00:00Z" }',
  ],
  ['{ "created": "/Date(-62135596800001)/" }'],
  [
    '[{ "options": { "includeTypes": "ROLE CONNECTOR_RULE" } }]',
    '* Change to a list → [{ "options": { "includeTypes": ["ROLE", "CONNECTOR_RULE"] } }]',
  ],
  ['{ "Count": 1, // one\n "value": [{}] }', '* Unwrap the list →  // one\n[{}]'],
];

for (const [text, ...fixes] of cases) test(`fixes for ${text}`, () => assert.deepEqual(fixesOf(text), fixes));

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
  ['{ "JobId": null, "Status": "complete" }', '{ "status": "COMPLETE" }'],
];

for (const [before, after] of removals) test(`fix all of ${before}`, () => assert.equal(fixed(before), after));

function fixed(text: string): string {
  return applyEdits(
    text,
    fixAll(text, layoutOf(text), findingsOf(text), () => true),
  );
}

const documents = fc
  .tuple(
    fc.array(anyRecord(), { maxLength: 3 }),
    fc.constantFrom(undefined, 1, '\t'),
    fc.constantFrom('list', 'wrapped', 'record'),
  )
  .map(([records, indent, shape]) => {
    const value = { list: records, wrapped: { value: records, Count: records.length }, record: records[0] ?? {} }[
      shape
    ];
    return JSON.stringify(value, undefined, indent);
  });

test('fix all loses no lossless fix, and applied twice equals once', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const once = fixed(text);
      JSON.parse(once);
      assert.equal(fixed(once), once);
      const left = findingsOf(once).filter((finding) =>
        fixesIn(once, layoutOf(once), finding).some(({ isLossless }) => isLossless),
      );
      assert.deepEqual(left, []);
    }),
    { numRuns: 1_000 },
  );
});

test('a fix never leaves a new error, one is preferred at most, and JSON stays JSON', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const errors = countErrors(text);
      for (const finding of findingsOf(text)) {
        const fixes = fixesIn(text, layoutOf(text), finding);
        assert.ok(fixes.filter(({ isLossless }) => isLossless).length <= 1);
        for (const { edits, title } of fixes) {
          const after = applyEdits(text, edits);
          JSON.parse(after);
          assert.ok(countErrors(after) <= errors, `${title}\n${text}\n${after}`);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('no text throws, whatever it is', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\n',
    ' ',
    '//',
    '/*',
    '*/',
    '\\',
    '"jobId"',
    '"status"',
    '"x"',
    'null',
    '1',
    'é',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        for (const finding of findingsOf(text)) {
          assert.ok(finding.offset >= 0 && finding.length >= 0 && finding.offset + finding.length <= text.length);
          fixesIn(text, layoutOf(text), finding);
        }
        fixed(text);
      },
    ),
    { numRuns: 3_000 },
  );
});

test('edits of edits come to the same text as one after the other', () => {
  const edit = fc.record({ offset: fc.nat(20), length: fc.nat(5), content: fc.string({ maxLength: 4 }) });
  fc.assert(
    fc.property(fc.string({ minLength: 20, maxLength: 40 }), fc.array(edit, { maxLength: 6 }), (original, edits) => {
      const rewriting = new Rewriting(original);
      let text = original;
      for (const { offset, length, content } of edits) {
        const start = Math.min(offset, text.length);
        const one = { offset: start, length: Math.min(length, text.length - start), content };
        rewriting.apply([one]);
        text = applyEdits(text, [one]);
      }
      assert.equal(rewriting.text, text);
      assert.equal(applyEdits(original, rewriting.edits()), text);
    }),
  );
});

function countErrors(text: string): number {
  return findingsOf(text).filter(({ rule }) => defaultSeverities[rule] === 'error').length;
}
