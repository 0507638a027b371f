import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CompletionSource } from '../../src/features/completion/completion.ts';
import { type Completions, completionsAt } from '../../src/features/completion/completions.ts';
import { now } from '../../src/features/scaffold.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { objectType } from '../../src/model/schema.ts';
import { anyRecord } from '../support/arbitraries.ts';

const source: CompletionSource = {
  now: new Date('2024-03-05T10:00:00Z'),
  allowed: { ...nothingAllowed, values: { includeTypes: ['NEW_TYPE'] } },
  isWholeFile: true,
  otherValues: (name) => (name === 'tenant' ? ['acme', 'a $1 "b"'] : []),
};

/** The completions at `|`. */
function completionsIn(marked: string, of: CompletionSource = source): Completions | undefined {
  const found = completionsAt(`[${marked.replace('|', '')}`, marked.indexOf('|') + 1, of);
  return found && 'items' in found ? found : undefined;
}

/** The same, each as `label → the text with it`. */
function suggested(marked: string, of: CompletionSource = source): string[] {
  const text = marked.replace('|', '');
  const found = completionsIn(marked, of);
  if (!found) return [];
  const start = found.span.offset - 1;
  const end = start + found.span.length;
  return found.items.map(({ label, insert }) => {
    const inserted = insert.replace(now, '‹now›');
    return `${label} → ${text.slice(0, start)}${inserted}${text.slice(end)}`;
  });
}

const utc = '"2024-03-05T10:00:00.000Z"';

test('completion of a time offers now, in local time or UTC, and the other times of the record', () => {
  assert.deepEqual(suggested('{ "created": | }'), [
    'now → { "created": ‹now› }',
    `now, in UTC → { "created": ${utc} }`,
  ]);
  assert.deepEqual(suggested('{ "modified": "20|24", "created": "x", "completed": "" }'), [
    'now → { "modified": ‹now›, "created": "x", "completed": "" }',
    `now, in UTC → { "modified": ${utc}, "created": "x", "completed": "" }`,
    '"x" → { "modified": "x", "created": "x", "completed": "" }',
  ]);
  for (const gap of [' ', '\n\t', ' // a comment\n', ' /* , */ '])
    assert.equal(
      suggested(`{ "created": |${gap}"name": "x" }`)[1],
      `now, in UTC → { "created": ${utc},${gap}"name": "x" }`,
    );
});

test('completion of the tenant offers those of other records, and inserts them literally', () => {
  assert.deepEqual(suggested('{ "tenant": "|" }'), [
    '"acme" → { "tenant": "acme" }',
    '"a $1 \\"b\\"" → { "tenant": "a \\$1 \\\\"b\\\\"" }',
  ]);
  const ofAda: CompletionSource = { ...source, otherValues: (name) => (name === 'requesterName' ? ['Ada'] : []) };
  assert.deepEqual(suggested('{ "requesterName": | }', ofAda), ['"Ada" → { "requesterName": "Ada" }']);
  assert.deepEqual(suggested('{ "requesterName": | }'), ['"" → { "requesterName": "" }']);
});

test('completion offers each value once, the likely ones first, those that the user allows last', () => {
  const labels = (text: string, allowed = nothingAllowed) =>
    completionsIn(text, { ...source, allowed })?.items.map(({ label }) => label);
  assert.deepEqual(
    labels('{ "status": "|" }', { values: { status: ['MADE_UP', 'FAILED'] }, properties: [] }),
    ['COMPLETE', 'NOT_STARTED', 'IN_PROGRESS', 'CANCELLED', 'FAILED', 'MADE_UP'].map((value) => JSON.stringify(value)),
  );
  assert.deepEqual(labels('{ "backupType": | }')?.[0], '"MANUAL"');
  for (const name of ['fileExists', 'userCanDelete', 'isPartial'])
    assert.deepEqual(labels(`{ "${name}": | }`), ['true', 'false']);
  assert.deepEqual(labels('{ "jobId": "|" }'), ['a new id']);
  assert.deepEqual(labels('{ "options": | }'), ['{ }', 'null']);
  assert.deepEqual(labels('{ "options": { "includeTypes": | } }'), ['[ ]']);
});

test('completion replaces a word without quotes', () => {
  assert.deepEqual(suggested('{ "fileExists": tr|, "name": "x" }')[0], 'true → { "fileExists": true, "name": "x" }');
  assert.deepEqual(suggested('{ "fileExists": t|ru }')[0], 'true → { "fileExists": true }');
  assert.deepEqual(suggested('{ "status": COM| }')[0], '"COMPLETE" → { "status": "COMPLETE" }');
  assert.deepEqual(suggested('{ job| }')[0], 'jobId → { "jobId": "$UUID" }');
});

test('completion offers the names that the record lacks, in the order of the schema', () => {
  const labels = (text: string, allowed = nothingAllowed) =>
    completionsIn(text, { ...source, allowed })?.items.map(({ label }) => label) ?? [];
  assert.deepEqual(labels('{ "status": "x", |, "tenant": "x" }').slice(0, 3), ['jobId', 'type', 'requesterName']);
  assert.ok(labels('{ "jo|bId": "x" }').includes('jobId'), 'the name itself stays');
  assert.ok(!labels('{ | }').includes('$schema'), 'the SDK refuses it');
  assert.equal(labels('{ | }', { values: {}, properties: ['madeUp'] }).at(-1), 'madeUp');
  assert.deepEqual(labels('{ "options": { | } }'), ['includeTypes', 'objectOptions']);
  assert.deepEqual(labels('{ "options": { "objectOptions": { "ROLE": { | } } } }'), ['includedNames']);
});

test('completion of a name inserts its only value, or a tab stop', () => {
  const insertOf = (name: string, before = '', of = source) => {
    const item = completionsIn(`{ ${before}| }`, of)?.items.find(({ label }) => label === name);
    return [item?.insert.replace(now, '‹now›'), item?.opensList ?? false];
  };
  assert.deepEqual(insertOf('type'), ['"type": "BACKUP"', false]);
  assert.deepEqual(insertOf('jobId'), ['"jobId": "$UUID"', false]);
  assert.deepEqual(insertOf('created'), ['"created": ‹now›', false]);
  assert.deepEqual(insertOf('totalObjectCount'), ['"totalObjectCount": $1', false]);
  // Where there is a choice, the list of it opens.
  assert.deepEqual(insertOf('status'), ['"status": $1', true]);
  assert.deepEqual(insertOf('fileExists'), ['"fileExists": $1', true]);
  assert.deepEqual(insertOf('tenant'), ['"tenant": "$1"', true]);
  assert.deepEqual(insertOf('requesterName'), ['"requesterName": "$1"', false]);
  const alsoDraft: CompletionSource = { ...source, allowed: { values: { type: ['DRAFT'] }, properties: [] } };
  assert.deepEqual(insertOf('type', '', alsoDraft), ['"type": $1', true]);
});

test('completion of objectOptions inserts the only type in includeTypes, or a choice', () => {
  const inserted = (types: string) => {
    const found = completionsIn(`{ "options": { "includeTypes": [${types}], | } }`);
    const item = found?.items.find(({ label }) => label === 'objectOptions');
    return [item?.insert, item?.opensList];
  };
  const ofRole = '"objectOptions": {\n\t"ROLE": {\n\t\t"includedNames": [\n\t\t\t"$1"\n\t\t]\n\t}\n}';
  assert.deepEqual(inserted('"ROLE"'), [ofRole, false]);
  assert.deepEqual(inserted('"ROLE", "TAG"'), ['"objectOptions": {\n\t$1\n}', true]);
  assert.deepEqual(inserted(''), ['"objectOptions": {\n\t$1\n}', true]);
  assert.deepEqual(inserted('"NO_TYPE", 5'), ['"objectOptions": {\n\t$1\n}', true]);
});

test('completion says where a value comes from', () => {
  const details = (text: string) => completionsIn(text)?.items.map(({ detail }) => detail);
  assert.deepEqual(details('{ "tenant": | }'), ['as in other records', 'as in other records']);
  assert.deepEqual(details('{ "completed": |, "created": "x", "modified": "y" }'), [
    'with your offset',
    '2024-03-05T10:00:00.000Z',
    'as "created"',
    'as "modified"',
  ]);
  const types = '{ "options": { "includeTypes": ["TAG"], "objectOptions": { | } } }';
  assert.deepEqual(details(types)?.slice(0, 2), ['in includeTypes', undefined]);
});

test('completion replaces the value at the cursor, and offers nothing after a value', () => {
  for (const text of ['{ "created": |"x" }', '{ "created": "x|" }', '{ "created": "x"| }', '{ "created": 5| }'])
    assert.equal(suggested(text)[1], `now, in UTC → { "created": ${utc} }`, text);
  for (const text of [
    '{ "created": "x" | }',
    '{ "created": 5 |, "name": "x" }',
    '{ "options": { "includeTypes": ["ROLE" |] } }',
    '{ "options": { "objectOptions": { "ROLE" | } } }',
  ])
    assert.deepEqual(suggested(text), [], text);
});

test('completion in includeTypes offers the types that it does not list yet', () => {
  const labels = (text: string) => suggested(text).map((line) => line.split(' ')[0]);
  const all = objectType.values?.all ?? [];
  assert.equal(labels('{ "options": { "includeTypes": [|] } }').length, all.length + 1);
  const free = labels('{ "options": { "includeTypes": ["ROLE", "SOURCE", "|"] } }');
  assert.equal(free.length, all.length - 1);
  assert.ok(free.includes('"NEW_TYPE"') && !free.includes('"ROLE"') && !free.includes('"SOURCE"'));
  assert.ok(
    labels('{ "options": { "includeTypes": ["ROLE|", "SOURCE"] } }').includes('"ROLE"'),
    'the item itself stays',
  );
});

test('completion in objectOptions offers the listed types first, and none twice', () => {
  const text = '{ "options": { "includeTypes": ["TAG", "ROLE"], "objectOptions": { "TAG": {}, | } } }';
  const [first, second] = suggested(text);
  assert.equal(
    first,
    'ROLE → { "options": { "includeTypes": ["TAG", "ROLE"], "objectOptions": { "TAG": {}, "ROLE": {\n\t"includedNames": [\n\t\t"$1"\n\t]\n} } } }',
  );
  assert.match(second ?? '', /^ACCESS_PROFILE /);
  assert.ok(!suggested(text).some((line) => line.startsWith('TAG ')));
  assert.match(
    suggested('{ "options": { "objectOptions": { "R|": { "includedNames": [] } } } }')[0] ?? '',
    /\{ "ACCESS_PROFILE": \{ "inc/,
  );
});

test('completion in objectOptions offers the name at the cursor once', () => {
  const labels = (text: string) => completionsIn(text)?.items.map(({ label }) => label) ?? [];
  const all = objectType.values?.all ?? [];
  const found = labels(
    '{ "options": { "includeTypes": ["ROLE", "TAG"], "objectOptions": { "ROLE|": {}, "TAG": {} } } }',
  );
  assert.equal(found.length, all.length);
  assert.deepEqual(
    [found[0], new Set(found)],
    ['ROLE', new Set([...all, 'NEW_TYPE'].filter((type) => type !== 'TAG'))],
  );
});

test('completion of a name adds a value unless there is one', () => {
  const first = (text: string) => completionsIn(text)?.items[0];
  assert.equal(first('{ "options": { "objectOptions": { "R|" : {} } } }')?.insert, '"ACCESS_PROFILE"');
  const { insert, isName } = first('{ "options": { "objectOptions": { "R|" }, "x": 1 } }') ?? {};
  assert.deepEqual([insert?.slice(0, 37), isName], ['"ACCESS_PROFILE": {\n\t"includedNames":', true]);
});

test('completion offers the schema only to a record that is the whole file', () => {
  assert.deepEqual(suggested('{ "$schema": "|" }'), [
    '"backup-response://schemas/backup-response.json" → { "$schema": "backup-response://schemas/backup-response.json" }',
  ]);
  assert.deepEqual(suggested('{ "$schema": "|" }', { ...source, isWholeFile: false }), []);
});

test('completion offers nothing outside of names and values, and none for unknown names', () => {
  for (const text of [
    '|',
    '{ "status": "x" | }',
    '{ "options": {} | }',
    '{ "options": { "includeTypes": [] } | }',
    '{ "status" | }',
    '{ // a com|ment\n }',
    '{ /* a com|ment */ }',
    '{ "x": | }',
    '{ "x": { "objectOptions": { | } } }',
    '{ "options": { "x": { | } } }',
    '{ "x": { "includeTypes": [|] } }',
    '{ "options": { "x": [|] } }',
    '{ "options": { "includeTypes": [[|]] } }',
    '{ "x": [[|]] }',
    '{ "tenant": [|] }',
    '{ "created": { "x": | } }',
    '{ "created": { | } }',
  ])
    assert.deepEqual(suggested(text), [], text);
  assert.ok(suggested('{ "name": "http://x", | }').length > 0, 'no comment is in a string');
});

test('completion offers a new record in a list, after a comma, and on a line of its own', () => {
  const place = (marked: string) => {
    const found = completionsAt(marked.replace('|', ''), marked.indexOf('|'), source);
    return found && 'comma' in found ? found : undefined;
  };
  for (const text of ['[|', '[ | ]', '[{}, |]', '[{},\n  // more\n  |\n]', '[{ "a": "//" }, |]'])
    assert.deepEqual(place(text), { typed: 0, comma: '' }, text);
  assert.deepEqual(place('[{}, | {}'), { typed: 0, comma: ',' });
  assert.deepEqual(place('[backup-m|'), { typed: 8, comma: '' });
  assert.deepEqual(place('[{}, back|,\n{}]'), { typed: 4, comma: '' });
  for (const text of [
    '[{} |]',
    '[{|}]',
    '[{ "a": | }]',
    '[{ "a": [|] }]',
    '["|"]',
    '[{ | ',
    '[ // a|',
    '[{}, /* | */]',
  ])
    assert.equal(place(text), undefined, text);
});

test('completion in broken text does not throw', () => {
  fc.assert(
    fc.property(anyRecord(), fc.nat(), fc.nat(), (record, cut, at) => {
      const text = `[${JSON.stringify(record)}`;
      const broken = text.slice(0, (cut % text.length) + 1);
      const offset = at % (broken.length + 1);
      completionsAt(broken, offset, source);
    }),
  );
  const deep = `[{ "created": ${'['.repeat(100_000)}`;
  assert.equal(completionsAt(deep, deep.length, source), undefined);
});
