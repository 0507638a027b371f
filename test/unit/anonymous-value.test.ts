import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anonymize } from '../../src/record/anonymize.ts';
import { Placeholders } from '../../src/record/placeholders.ts';
import { schemaId } from '../../src/record/schema-id.ts';

const id = '3469b87d-48ca-439a-868f-2160001da8c1';

/** Values that stay where the `?` is, and others with what stands for them. */
interface Case {
  readonly title: string;
  readonly around: string;
  readonly staying?: readonly unknown[];
  readonly replaced?: readonly (readonly [before: unknown, after: unknown])[];
}

const cases: readonly Case[] = [
  {
    title: 'the name of a tenant is replaced, whatever it looks like',
    around: '{ "tenant": ? }',
    replaced: [id, schemaId, 'ROLE', 'System.Jo', '@{Jo}', '[Jo]', '{ "Jo": 1 }'].map((name) => [name, 'tenant-1']),
  },
  {
    title: 'the schema is no secret, but where somebody keeps one may be',
    around: '{ "$schema": ? }',
    staying: [schemaId],
    replaced: [
      ['file:///home/jo/backup.json', 'text-1'],
      [77, 1],
    ],
  },
  { title: 'a number in place of an enum stays', around: '{ "status": ? }', staying: [77] },
  { title: 'a number in place of a time stays', around: '{ "created": ? }', staying: [1_709_626_080_000] },
  {
    title: 'a flag stays in other words, and a text around it does not',
    around: '{ "isPartial": ? }',
    staying: [77, 'True', 'no'],
    replaced: [
      ['true for Jo', 'text-1'],
      ['Jo says yes', 'text-1'],
    ],
  },
  {
    title: 'a count stays as text, and a text around it does not',
    around: '{ "totalObjectCount": ? }',
    staying: [77, '-1.5e3'],
    replaced: [
      ['5 for Jo', 'text-1'],
      ['Jo has 5', 'text-1'],
    ],
  },
  {
    title: 'what takes the place of an object is read as what it is',
    around: '{ "options": ? }',
    staying: [77, 'System.Object', ['COMPLETE']],
    replaced: [
      [['Jo'], ['text-1']],
      ['System.Jo', 'System.Object'],
      ['Jo {', 'text-1'],
      [' { "note": "Jo" }', ' { "note": "text-1" }'],
      [
        { jobId: 'x', tenant: 'acme' },
        { jobId: 'text-1', tenant: 'text-2' },
      ],
      [{ includedIds: ['Jo'] }, { includedIds: ['text-1'] }],
    ],
  },
  {
    title: 'a wrong object type stays in a list, and a text stays that has object types only',
    around: '{ "options": { "includeTypes": ? } }',
    staying: [['ROLE', 'Jo'], 'ROLE TAG', 'role, CONNECTOR_RULE;'],
    replaced: [
      ['Jo', 'text-1'],
      ['ROLE Jo', 'text-1'],
    ],
  },
  {
    title: 'of the objects, all is replaced that may name one',
    around: '{ "options": { "objectOptions": { "ROLE": ? } } }',
    replaced: [
      [
        { includedIds: [77], includedNames: 77 },
        { includedIds: [1], includedNames: 1 },
      ],
      [{ note: 'Jo' }, { note: 'text-1' }],
    ],
  },
  {
    title: 'under an unknown name, what is public stays',
    around: '{ "note": ? }',
    staying: [77, 'ROLE TAG', 'ROLE  TAG', 'CREATE_DRAFT', '/Date(0)/', { Count: '12' }],
    replaced: [
      [{ PSPath: 'C:\\Jo' }, { PSPath: 'path-1' }],
      [{ Count: '1 Jo' }, { Count: 'text-1' }],
      [{ Count: 'Jo 1' }, { Count: 'text-1' }],
      [
        { tenant: 'acme', status: 'Jo' },
        { tenant: 'text-1', status: 'text-2' },
      ],
      [
        { jobId: 'x', tenant: 'acme' },
        { jobId: 'job-1', tenant: 'tenant-1' },
      ],
    ],
  },
  {
    title: 'what PowerShell adds to a time is replaced, but for the time',
    around: '{ "created": ? }',
    staying: [{ value: '/Date(0)/', DateTime: 'Friday' }],
    replaced: [
      [
        { value: '/Date(0)/', note: 'Jo' },
        { value: '/Date(0)/', note: 'text-1' },
      ],
    ],
  },
  {
    title: 'what PowerShell adds to anything else is no time',
    around: '{ "tenant": ? }',
    replaced: [
      [
        { value: 'acme', DateTime: 'Jo' },
        { value: 'tenant-1', DateTime: 'text-1' },
      ],
    ],
  },
  {
    title: 'what ConvertTo-Json left of an object keeps its form',
    around: '{ "note": ? }',
    staying: ['@{tenant=; name= ; isPartial=True; options=System.Object[]}'],
    replaced: [
      ['@{tenant=acme; status=FAILED', '@{tenant=tenant-1; status=FAILED}'],
      ['@{Jo; tenant=acme}', '@{text-1; tenant=tenant-1}'],
      ['@{tenant=acme\n; name=x}', '@{tenant=tenant-1; name=Backup 1}'],
      ['@{isPartial=true for Jo}', '@{isPartial=text-1}'],
      ['@{isPartial=Jo says true}', '@{isPartial=text-1}'],
    ],
  },
];

function anonymous(text: string): string {
  return anonymize(text, new Placeholders());
}

for (const { title, around, staying = [], replaced = [] } of cases) {
  test(`anonymized: ${title}`, () => {
    for (const [before, after] of [...staying.map((value) => [value, value]), ...replaced]) {
      const [text, wanted] = [before, after].map((value) => around.replace('?', () => JSON.stringify(value)));
      assert.equal(anonymous(text ?? ''), wanted);
    }
  });
}
