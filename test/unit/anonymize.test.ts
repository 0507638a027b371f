import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Node } from 'jsonc-parser';
import { anonymize } from '../../src/features/anonymize/anonymize.ts';
import { Placeholders } from '../../src/features/anonymize/placeholders.ts';
import { isJsonWithComments, parse } from '../../src/record/parse/parse.ts';
import { rules } from '../../src/record/rules/index.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { found, wrongIn } from '../support/findings.ts';
import { runs } from '../support/runs.ts';

function anonymous(text: string): string {
  return anonymize(text, new Placeholders()) ?? assert.fail(`not anonymized: ${text}`);
}

const uuid = (count: number) => `00000000-0000-4000-8000-00000000000${count}`;

for (const [title, before, after] of [
  [
    'the id, the names and the message',
    '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "tenant": "acme", "requesterName": "Jo", "name": "Nightly", "message": "Jo did it" }',
    `{ "jobId": "${uuid(1)}", "tenant": "tenant-1", "requesterName": "requester-1", "name": "Backup 1", "message": "text-1" }`,
  ],
  [
    'the objects, equal ones alike',
    '{ "options": { "objectOptions": { "ROLE": { "includedNames": ["a", "b", "a", "", " "], "includedIds": ["2c9180", "3469b87d-48ca-439a-868f-2160001da8c1"] } } } }',
    `{ "options": { "objectOptions": { "ROLE": { "includedNames": ["Object 1", "Object 2", "Object 1", "", " "], "includedIds": ["id-1", "${uuid(1)}"] } } } }`,
  ],
  [
    'strings under unknown names, but no enum values, times and flags',
    '{ "jobId": "x", "note": "Jo", "by": { "Jo": ["Jo", 5, true, "COMPLETE", "2021-05-11T22:23:16Z", "3469b87d-48ca-439a-868f-2160001da8c1"] } }',
    `{ "jobId": "job-1", "note": "text-1", "by": { "Jo": ["text-1", 5, true, "COMPLETE", "2021-05-11T22:23:16Z", "${uuid(1)}"] } }`,
  ],
  [
    'no enum, time, flag or count, not even a wrong one',
    '{ "status": "complete", "backupType": "x", "created": "today", "fileExists": "True", "isPartial": 1, "totalObjectCount": "10", "options": null }',
    '{ "status": "complete", "backupType": "x", "created": "today", "fileExists": "True", "isPartial": 1, "totalObjectCount": "10", "options": null }',
  ],
  [
    'free text where it does not belong',
    '{ "fileExists": "Jo", "totalObjectCount": "Jo", "options": "Jo" }',
    '{ "fileExists": "text-1", "totalObjectCount": "text-1", "options": "text-1" }',
  ],
  [
    'values of a wrong type by values of that type',
    '{ "tenant": 77, "requesterName": -77.5, "name": ["Jo"], "jobId": null, "message": { "text": "Jo" } }',
    '{ "tenant": 1, "requesterName": -1.5, "name": ["Backup 1"], "jobId": null, "message": { "text": "text-1" } }',
  ],
  [
    'names that are nearly right',
    '{ "Tenant": "acme", "tenant": "acme", "job_id": "x" }',
    '{ "Tenant": "tenant-1", "tenant": "tenant-1", "job_id": "job-1" }',
  ],
  [
    'comments',
    '// of Jo\n{\n  // Jo\n  "tenant": "acme", // Jo\n  "name": /* Jo */ "x" /* Jo */\n  /* Jo */ // Jo\n}\n// Jo',
    '{\n  "tenant": "tenant-1",\n  "name":  "Backup 1"\n}',
  ],
  [
    "PowerShell's leftovers",
    '{ "tenant": { "value": "acme", "PSPath": "C:\\\\Jo", "PSDrive": { "Root": "C:\\\\" }, "ReadCount": 1 }, "options": "System.Object[]", "jobId": { "value": "u", "Guid": "u" }, "created": { "value": "/Date(0)/", "DateTime": "Friday" } }',
    '{ "tenant": { "value": "tenant-1", "PSPath": "path-1", "PSDrive": { "Root": "path-2" }, "ReadCount": 1 }, "options": "System.Object[]", "jobId": { "value": "job-1", "Guid": "job-1" }, "created": { "value": "/Date(0)/", "DateTime": "Friday" } }',
  ],
  [
    'text in place of an object',
    '{ "options": "@{includeTypes=System.Object[]; objectOptions=Jo; and Jo}", "x": "@{jobId=7; tenant=acme; status=FAILED}" }',
    '{ "options": "@{}", "x": "@{}" }',
  ],
  [
    'JSON in a string',
    '{ "options": "{ \\"objectOptions\\": { \\"ROLE\\": { \\"includedNames\\": [\\"Jo\\"] } } }" }',
    '{ "options": "{ \\"objectOptions\\": { \\"ROLE\\": { \\"includedNames\\": [\\"Object 1\\"] } } }" }',
  ],
  [
    'lists that Windows PowerShell wrapped or joined',
    '{ "options": { "includeTypes": "ROLE SOURCE", "objectOptions": { "ROLE": { "includedNames": { "value": ["Jo"], "Count": "1" } }, "TAG": { "includedNames": "Jo Jo" } } } }',
    '{ "options": { "includeTypes": "ROLE SOURCE", "objectOptions": { "ROLE": { "includedNames": { "value": ["Object 1"], "Count": "1" } }, "TAG": { "includedNames": "Object 2" } } } }',
  ],
  [
    'records in an envelope',
    '{ "items": [{ "jobId": "x", "status": "DONE", "tenant": "acme" }], "next": "https://acme" }',
    '{ "items": [{ "jobId": "job-1", "status": "DONE", "tenant": "tenant-1" }], "next": "text-1" }',
  ],
  ['records in a list, whatever they have', '[{ "tenant": "acme" }]', '[{ "tenant": "tenant-1" }]'],
  [
    'text around a flag, a count and an object type',
    '{ "isPartial": "true for Jo", "totalObjectCount": "Jo has 5", "options": { "includeTypes": "ROLE Jo" } }',
    '{ "isPartial": "text-1", "totalObjectCount": "text-2", "options": { "includeTypes": "text-3" } }',
  ],
  ['a schema that is not ours', '{ "$schema": "file:///home/jo/backup.json" }', '{ "$schema": "text-1" }'],
  [
    'values nested deeper than rules look',
    `{ "x": ${'['.repeat(40)}"Jo"${']'.repeat(40)} }`,
    `{ "x": ${'['.repeat(32)}${']'.repeat(32)} }`,
  ],
  [
    'no type of another kind of job, wherever it is',
    '{ "jobId": "x", "job": { "type": "EXPORT", "mode": "CREATE_DRAFT", "kind": "BAKING" } }',
    '{ "jobId": "job-1", "job": { "type": "EXPORT", "mode": "CREATE_DRAFT", "kind": "text-1" } }',
  ],
  ['a trailing comma', '{ "tenant": "acme", }', '{ "tenant": "tenant-1" }'],
] as const) {
  test(`anonymizing replaces ${title}`, () => assert.equal(anonymous(before), after));
}

for (const text of [
  '',
  '{ "tenant": "acme',
  '{ "tenant": acme }',
  '{ "tenant": -77e }',
  '{ "tenant": "ac\tme" }',
  '{} {}',
]) {
  test(`a record with a syntax error is not anonymized: ${text}`, () => {
    assert.equal(anonymize(text, new Placeholders()), undefined);
  });
}

test('the same original has the same placeholder in all records', () => {
  const placeholders = new Placeholders();
  assert.equal(anonymize('{ "tenant": "acme" }', placeholders), '{ "tenant": "tenant-1" }');
  assert.equal(anonymize('{ "tenant": "other" }', placeholders), '{ "tenant": "tenant-2" }');
  assert.equal(anonymize('{ "tenant": "\\u0061cme" }', placeholders), '{ "tenant": "tenant-1" }');
});

/** The findings of a record, each with the number of the name or the value that it is at. */
function rulesIn(text: string): string[] {
  const root = parse(text);
  const numbers = new Map(root ? nodesIn(root).map(({ offset }, number) => [offset, number]) : []);
  return wrongIn(text).map(({ rule, offset }) => `${rule} ${numbers.get(offset)}`);
}

function nodesIn(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesIn)];
}

test('anonymizing keeps the findings of any record', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      const text = JSON.stringify(record);
      assert.deepEqual(rulesIn(anonymous(text)), rulesIn(text), anonymous(text));
    }),
    { numRuns: runs(500) },
  );
});

test('anonymizing keeps the findings of the faulty records of every rule', async () => {
  // A name that was spoilt is replaced like any other.
  for (const { id } of rules.filter((rule) => rule.id !== 'syntax' && rule.id !== 'mojibake')) {
    const { ruleTest } = await import(`../rules/${id}.ts`);
    const texts = (ruleTest.findings as [string][]).map(([text]) => text);
    for (const text of texts.filter(isJsonWithComments)) {
      const rulesOf = (json: string) => found(json).map((finding) => finding.split(' ')[0]);
      assert.deepEqual(rulesOf(anonymous(text)), rulesOf(text), `${id}: ${text} → ${anonymous(text)}`);
    }
  }
});

const secret = fc.constantFrom('Jo Secret', 'secret-tenant', '3469b87d-48ca-439a-868f-2160001da8c1', 'C:\\Secret\\x');
const secretNames = ['tenant', 'requesterName', 'name', 'jobId', 'message', 'note', 'Tenant'];

/** Records with secrets in them, as they are, in wrong types, and in comments. */
const withSecrets = fc
  .tuple(
    anyRecord(),
    fc.dictionary(
      fc.constantFrom(...secretNames),
      secret.chain((text) =>
        fc.constantFrom<unknown>(
          text,
          [text],
          { value: text, PSPath: text },
          { x: text },
          `@{tenant=${text}; x=${text}}`,
        ),
      ),
    ),
    fc.array(secret),
    fc.constantFrom(undefined, 1),
  )
  .map(([record, secrets, names, indent]) => {
    const options = { objectOptions: { ROLE: { includedNames: names, includedIds: names } } };
    const text = JSON.stringify({ ...record, ...secrets, options }, undefined, indent);
    return text.replaceAll('\n', ' // Jo Secret\n');
  });

test('anonymizing leaves no secret', () => {
  fc.assert(
    fc.property(withSecrets, (text) => assert.doesNotMatch(anonymous(text), /secret|3469b87d/i)),
    { numRuns: runs(500) },
  );
});

test('anonymizing a second time changes nothing', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      const once = anonymous(JSON.stringify(record));
      assert.deepEqual(rulesIn(anonymous(once)), rulesIn(once));
      assert.equal(anonymous(once).length, once.length);
    }),
    { numRuns: runs(300) },
  );
});
