import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nothingAllowed } from '../../src/record/allowed.ts';
import { factsAt, type Reader } from '../../src/record/hover.ts';
import { recordInsertionAt } from '../../src/record/record-place.ts';
import { objectType } from '../../src/record/schema.ts';
import { type SuggestionSource, suggestionsAt } from '../../src/record/suggestions.ts';
import { anyRecord } from '../support/arbitraries.ts';

const now = new Date('2024-03-05T10:00:00Z');
const source: SuggestionSource = {
  now,
  allowed: { ...nothingAllowed, values: { includeTypes: ['NEW_TYPE'] } },
  isWholeFile: true,
  otherValues: (name) => (name === 'tenant' ? ['acme', 'a $1 "b"'] : []),
};

/** What is suggested at `|`, each as `label → the text with it`. */
function suggested(marked: string, of: SuggestionSource = source): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = suggestionsAt(`[${text}`, offset + 1, of);
  if (!found) return [];
  const start = found.span.offset - 1;
  const end = start + found.span.length;
  return found.items.map(({ label, insert }) => `${label} → ${text.slice(0, start)}${insert}${text.slice(end)}`);
}

const utc = '"2024-03-05T10:00:00.000Z"';

test('a time is now, or another of the record', () => {
  assert.deepEqual(suggested('{ "created": | }'), [`now, in UTC → { "created": ${utc} }`]);
  assert.deepEqual(suggested('{ "modified": "20|24", "created": "x", "completed": "" }'), [
    `now, in UTC → { "modified": ${utc}, "created": "x", "completed": "" }`,
    '"x" → { "modified": "x", "created": "x", "completed": "" }',
  ]);
  assert.deepEqual(suggested('{ "created": | "name": "x" }'), [`now, in UTC → { "created": ${utc}, "name": "x" }`]);
});

test('the tenant is that of other records, as a snippet that inserts it literally', () => {
  assert.deepEqual(suggested('{ "tenant": "|" }'), [
    '"acme" → { "tenant": "acme" }',
    '"a $1 \\"b\\"" → { "tenant": "a \\$1 \\\\"b\\\\"" }',
  ]);
  assert.deepEqual(suggested('{ "requesterName": "|" }'), []);
});

test('includeTypes gets what it does not list yet', () => {
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

test('objectOptions gets the listed types first, and none that it has', () => {
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

test('only a record that is the whole file names its schema', () => {
  assert.deepEqual(suggested('{ "$schema": "|" }'), [
    '"backup-response://schemas/backup-response.json" → { "$schema": "backup-response://schemas/backup-response.json" }',
  ]);
  assert.deepEqual(suggested('{ "$schema": "|" }', { ...source, isWholeFile: false }), []);
});

test('elsewhere the schema knows all there is', () => {
  for (const text of ['{ | }', '{ "status": | }', '{ "status": "|" }', '{ "options": { | } }', '|', '{ "name": "|" }'])
    assert.deepEqual(suggested(text), [], text);
});

test('a record can stand in a list, after a comma, and on a line of its own', () => {
  const place = (marked: string) => recordInsertionAt(marked.replace('|', ''), marked.indexOf('|'));
  for (const text of ['[|', '[ | ]', '[{}, |]', '[{},\n  // more\n  |\n]'])
    assert.deepEqual(place(text), { typed: 0, comma: '' }, text);
  assert.deepEqual(place('[{}, | {}'), { typed: 0, comma: ',' });
  assert.deepEqual(place('[backup-m|'), { typed: 8, comma: '' });
  for (const text of ['[{} |]', '[{|}]', '[{ "a": | }]', '[{ "a": [|] }]', '["|"]', '[{ | '])
    assert.equal(place(text), undefined, text);
});

const reader: Reader = {
  now,
  localTime: (time) => `<${time.toISOString().slice(0, 19)}>`,
  meaningOf: (_property, value) => `${value.toLowerCase()}.`,
};

function facts(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = factsAt(`[${text}`, offset + 1, reader);
  return found && `${text.slice(found.span.offset - 1).slice(0, found.span.length)}: ${found.text}`;
}

test('the values that a property may have; the schema explains the present one', () => {
  assert.equal(
    facts('{ "cloudStorage|Status": "SYNCED" }'),
    '"cloudStorageStatus": Other values:\n- `NOT_SYNCED`: not_synced.\n- `SYNC_FAILED`: sync_failed.',
  );
  assert.equal(
    facts('{ "hydrationStatus": "HYD|RATED" }'),
    '"HYDRATED": Other values:\n- `NOT_HYDRATED`: not_hydrated.',
  );
  assert.equal(
    facts('{ "hydrationStatus": "DRY|" }'),
    '"DRY": Values:\n- `HYDRATED`: hydrated.\n- `NOT_HYDRATED`: not_hydrated.',
  );
  assert.equal(facts('{ "type": "BAC|KUP" }'), undefined, 'there is only one');
});

test('when a time was, and how long the job took', () => {
  assert.equal(
    facts('{ "created": "2024-03-05T09:0|0:00+01:00" }'),
    '"2024-03-05T09:00:00+01:00": <2024-03-05T08:00:00> your time, 2 hours ago.',
  );
  assert.equal(
    facts('{ "created": "2024-03-05T08:00:00Z", "complet|ed": "2024-03-05T08:00:45Z" }'),
    '"completed": <2024-03-05T08:00:45> your time, 1 hour 59 minutes ago. The job took 45 seconds.',
  );
  assert.equal(
    facts(
      '{ "created": "2024-03-05T08:00:00Z", "completed": "2024-03-05T08:00:45Z", "modified": "2024-03-05T1|1:00:45Z" }',
    ),
    '"2024-03-05T11:00:45Z": <2024-03-05T11:00:45> your time, in 1 hour. 3 hours after "completed".',
  );
  assert.equal(
    facts('{ "created": "\\/Date(1709625600000|)\\/" }'),
    '"\\/Date(1709625600000)\\/": <2024-03-05T08:00:00> your time, 2 hours ago.',
  );
  assert.equal(
    facts('{ "created": "2024-03-05T08:00:00Z", "completed": "2024-03-05T0|7:00:00Z" }')?.includes('took'),
    false,
  );
  for (const nothing of [
    '{ "created": "0001-01-01T00:00:00Z|" }',
    '{ "created": "1970-01-01T00:00:00Z|" }',
    '{ "created": "soon|" }',
    '{ "created": nu|ll }',
  ])
    assert.equal(facts(nothing), undefined, nothing);
});

test('how many of the object types a record lists', () => {
  assert.equal(
    facts('{ "options": { "include|Types": ["ROLE", "TAG", "ROLE", 5] } }'),
    '"includeTypes": Lists 2 of the 24 object types.',
  );
  assert.equal(facts('{ "options": { "include|Types": [] } }'), undefined);
});

test('no text, however broken, throws', () => {
  fc.assert(
    fc.property(anyRecord(), fc.nat(), fc.nat(), (record, cut, at) => {
      const text = `[${JSON.stringify(record)}`;
      const broken = text.slice(0, (cut % text.length) + 1);
      const offset = at % (broken.length + 1);
      suggestionsAt(broken, offset, source);
      factsAt(broken, offset, reader);
      recordInsertionAt(broken, offset);
    }),
  );
  const deep = `[{ "created": ${'['.repeat(100_000)}`;
  assert.equal(suggestionsAt(deep, deep.length, source), undefined);
  assert.equal(factsAt(deep, deep.length, reader), undefined);
});
