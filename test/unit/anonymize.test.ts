import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Node } from 'jsonc-parser';
import { anonymize } from '../../src/record/anonymize.ts';
import { parse } from '../../src/record/parse.ts';
import { Placeholders } from '../../src/record/placeholders.ts';
import { rules } from '../../src/record/rules/index.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { found, wrongIn } from '../support/findings.ts';
import { runs } from '../support/runs.ts';

function anonymous(text: string): string {
  return anonymize(text, new Placeholders());
}

const uuid = (count: number) => `00000000-0000-4000-8000-00000000000${count}`;

for (const [title, before, after] of [
  [
    'what only its owner should know',
    '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "tenant": "acme", "requesterName": "Jo", "name": "Nightly", "message": "Jo did it" }',
    `{ "jobId": "${uuid(1)}", "tenant": "tenant-1", "requesterName": "requester-1", "name": "Backup 1", "message": "text-1" }`,
  ],
  [
    'the objects, equal ones alike',
    '{ "options": { "objectOptions": { "ROLE": { "includedNames": ["a", "b", "a", "", " "], "includedIds": ["2c9180", "3469b87d-48ca-439a-868f-2160001da8c1"] } } } }',
    `{ "options": { "objectOptions": { "ROLE": { "includedNames": ["Object 1", "Object 2", "Object 1", "", " "], "includedIds": ["id-1", "${uuid(1)}"] } } } }`,
  ],
  [
    'strings under unknown names, but what anybody may read',
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
    'wrong types by the same types',
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
    '{\n  "tenant": "tenant-1",\n  "name": "Backup 1"\n}\n',
  ],
  [
    "PowerShell's leftovers",
    '{ "tenant": { "value": "acme", "PSPath": "C:\\\\Jo", "PSDrive": { "Root": "C:\\\\" }, "ReadCount": 1 }, "options": "System.Object[]", "jobId": { "value": "u", "Guid": "u" }, "created": { "value": "/Date(0)/", "DateTime": "Friday" } }',
    '{ "tenant": { "value": "tenant-1", "PSPath": "path-1", "PSDrive": { "Root": "path-2" }, "ReadCount": 1 }, "options": "System.Object[]", "jobId": { "value": "job-1", "Guid": "job-1" }, "created": { "value": "/Date(0)/", "DateTime": "Friday" } }',
  ],
  [
    'text in place of an object',
    '{ "options": "@{includeTypes=System.Object[]; objectOptions=Jo; and Jo}", "x": "@{jobId=7; tenant=acme; status=FAILED}" }',
    '{ "options": "@{includeTypes=System.Object[]; objectOptions=text-1}", "x": "@{jobId=job-1; tenant=tenant-1; status=FAILED}" }',
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
  [
    'an escaped id by one with an escape',
    '{ "jobId": "\\u0033469b87d-48ca-439a-868f-2160001da8c1" }',
    `{ "jobId": "\\u0030${uuid(1).slice(1)}" }`,
  ],
  ['records in a list, whatever they have', '[{ "tenant": "acme" }]', '[{ "tenant": "tenant-1" }]'],
  [
    'no wrong enum and no unknown name, although there is a comment',
    '{ "status": "almost", "note": 1, "jobId": "\\u0033469b87d-48ca-439a-868f-2160001da8c1" // Jo\n}',
    `{ "status": "almost", "note": 1, "jobId": "\\u0030${uuid(1).slice(1)}"\n}`,
  ],
  ['nothing', '', ''],
  ['an unclosed string', '{\n  "tenant": "acme,\n  "name": "Jo', '{\n  "tenant": "x\n  "x": "x'],
  ['text that is no JSON', '{ "tenant": acme, Jo: "Jo", "status": "Jo\n}', '{ "tenant": x, x: "x", "status": "x\n}'],
  ['a broken number', '{ "tenant": -77e }', '{ "tenant": -1.5e }'],
  ['a string with a tab', '{ "tenant": "ac\tme" }', '{ "tenant": "tenant-1\t" }'],
  ['a string with a wrong escape', '{ "tenant": "ac\\me" }', '{ "tenant": "tenant-1\\m" }'],
] as const) {
  test(`anonymized: ${title}`, () => assert.equal(anonymous(before), after));
}

test('the same original has the same placeholder in all records', () => {
  const placeholders = new Placeholders();
  assert.equal(anonymize('{ "tenant": "acme" }', placeholders), '{ "tenant": "tenant-1" }');
  assert.equal(anonymize('{ "tenant": "other" }', placeholders), '{ "tenant": "tenant-2" }');
  assert.equal(anonymize('{ "tenant": "\\u0061cme" }', placeholders), '{ "tenant": "tenant-1" }');
});

test('two ids that are the same, but for an escape, are not told apart where they were not before', () => {
  const record = '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "FAILED" }';
  const list = `[${record}, ${record.replace('"3', '"\\u0033')}, ${record}]`;
  assert.deepEqual(found(anonymous(list)), [`duplicate-job-id "${uuid(1)}"`]);
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

test('the findings stay the same', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      const text = JSON.stringify(record);
      assert.deepEqual(rulesIn(anonymous(text)), rulesIn(text), anonymous(text));
    }),
    { numRuns: runs(1_000) },
  );
});

test('the findings stay the same in the faulty records of every rule', async () => {
  for (const { id } of rules.filter((rule) => rule.id !== 'syntax')) {
    const { ruleTest } = await import(`../rules/${id}.ts`);
    for (const [text] of ruleTest.findings as [string][]) {
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

test('nothing secret is left, whole or cut off', () => {
  fc.assert(
    fc.property(withSecrets, fc.nat(), (text, end) => {
      for (const part of [text, text.slice(0, end % (text.length + 1))]) {
        assert.doesNotMatch(anonymous(part), /secret|3469b87d/i);
      }
    }),
    { numRuns: runs(1_000) },
  );
});

test('a second time, and for a record cut off, the findings stay the same', () => {
  fc.assert(
    fc.property(anyRecord(), fc.nat(), (record, end) => {
      const text = JSON.stringify(record, undefined, 1);
      const once = anonymous(text);
      assert.equal(anonymous(text), once);
      assert.deepEqual(rulesIn(anonymous(once)), rulesIn(text));
      const part = text.slice(0, 1 + (end % text.length));
      assert.deepEqual(rulesIn(anonymous(part)), rulesIn(part), `${part} → ${anonymous(part)}`);
    }),
    { numRuns: runs(1_000) },
  );
});
