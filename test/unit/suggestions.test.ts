import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nothingAllowed } from '../../src/record/allowed.ts';
import { recordInsertionAt } from '../../src/record/record-place.ts';
import { objectType } from '../../src/record/schema.ts';
import { type SuggestionSource, type Suggestions, suggestionsAt } from '../../src/record/suggestions.ts';
import { anyRecord } from '../support/arbitraries.ts';

const now = new Date('2024-03-05T10:00:00Z');
const source: SuggestionSource = {
  now,
  allowed: { ...nothingAllowed, values: { includeTypes: ['NEW_TYPE'] } },
  isWholeFile: true,
  otherValues: (name) => (name === 'tenant' ? ['acme', 'a $1 "b"'] : []),
};

/** What is suggested at `|`. */
function suggestionsIn(marked: string, of: SuggestionSource = source): Suggestions | undefined {
  return suggestionsAt(`[${marked.replace('|', '')}`, marked.indexOf('|') + 1, of);
}

/** The same, each as `label → the text with it`. */
function suggested(marked: string, of: SuggestionSource = source): string[] {
  const text = marked.replace('|', '');
  const found = suggestionsIn(marked, of);
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
  for (const gap of [' ', '\n\t'])
    assert.deepEqual(suggested(`{ "created": |${gap}"name": "x" }`), [
      `now, in UTC → { "created": ${utc},${gap}"name": "x" }`,
    ]);
});

test('the tenant is that of other records, as a snippet that inserts it literally', () => {
  assert.deepEqual(suggested('{ "tenant": "|" }'), [
    '"acme" → { "tenant": "acme" }',
    '"a $1 \\"b\\"" → { "tenant": "a \\$1 \\\\"b\\\\"" }',
  ]);
  assert.deepEqual(suggested('{ "requesterName": "|" }'), []);
  const ofAda: SuggestionSource = { ...source, otherValues: (name) => (name === 'requesterName' ? ['Ada'] : []) };
  assert.deepEqual(suggested('{ "requesterName": | }', ofAda), ['"Ada" → { "requesterName": "Ada" }']);
});

test('a suggestion says where it is from', () => {
  const details = (text: string) => suggestionsIn(text)?.items.map(({ detail }) => detail);
  assert.deepEqual(details('{ "tenant": | }'), ['as in other records', 'as in other records']);
  assert.deepEqual(details('{ "completed": |, "created": "x", "modified": "y" }'), [
    '2024-03-05T10:00:00.000Z',
    'as "created"',
    'as "modified"',
  ]);
  const types = '{ "options": { "includeTypes": ["TAG"], "objectOptions": { | } } }';
  assert.deepEqual(details(types)?.slice(0, 2), ['in includeTypes', undefined]);
});

test('what is suggested replaces the value that it touches, and comes nowhere behind one', () => {
  for (const text of ['{ "created": |"x" }', '{ "created": "x|" }', '{ "created": "x"| }', '{ "created": 5| }'])
    assert.deepEqual(suggested(text), [`now, in UTC → { "created": ${utc} }`], text);
  for (const text of [
    '{ "created": "x" | }',
    '{ "created": 5 |, "name": "x" }',
    '{ "options": { "includeTypes": ["ROLE" |] } }',
    '{ "options": { "objectOptions": { "ROLE" | } } }',
  ])
    assert.deepEqual(suggested(text), [], text);
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

test('a name in objectOptions is suggested once, that at the place too', () => {
  const labels = (text: string) => suggestionsIn(text)?.items.map(({ label }) => label) ?? [];
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

test('a name gets a value unless it has one', () => {
  const first = (text: string) => suggestionsIn(text)?.items[0];
  assert.equal(first('{ "options": { "objectOptions": { "R|" : {} } } }')?.insert, '"ACCESS_PROFILE"');
  const { insert, isName } = first('{ "options": { "objectOptions": { "R|" }, "x": 1 } }') ?? {};
  assert.deepEqual([insert?.slice(0, 37), isName], ['"ACCESS_PROFILE": {\n\t"includedNames":', true]);
});

test('only a record that is the whole file names its schema', () => {
  assert.deepEqual(suggested('{ "$schema": "|" }'), [
    '"backup-response://schemas/backup-response.json" → { "$schema": "backup-response://schemas/backup-response.json" }',
  ]);
  assert.deepEqual(suggested('{ "$schema": "|" }', { ...source, isWholeFile: false }), []);
});

test('elsewhere the schema knows all there is', () => {
  for (const text of [
    '{ | }',
    '{ "status": | }',
    '{ "status": "|" }',
    '{ "options": { | } }',
    '|',
    '{ "name": "|" }',
    '{ "x": { "objectOptions": { | } } }',
    '{ "options": { "x": { | } } }',
    '{ "options": { "objectOptions": { "ROLE": { | } } } }',
    '{ "options": { "objectOptions": | } }',
    '{ "x": { "includeTypes": [|] } }',
    '{ "options": { "x": [|] } }',
    '{ "options": { "includeTypes": | } }',
    '{ "options": { "includeTypes": [[|]] } }',
    '{ "x": [[|]] }',
    '{ "tenant": [|] }',
    '{ "created": { "x": | } }',
  ])
    assert.deepEqual(suggested(text), [], text);
});

test('a record can stand in a list, after a comma, and on a line of its own', () => {
  const place = (marked: string) => recordInsertionAt(marked.replace('|', ''), marked.indexOf('|'));
  for (const text of ['[|', '[ | ]', '[{}, |]', '[{},\n  // more\n  |\n]'])
    assert.deepEqual(place(text), { typed: 0, comma: '' }, text);
  assert.deepEqual(place('[{}, | {}'), { typed: 0, comma: ',' });
  assert.deepEqual(place('[backup-m|'), { typed: 8, comma: '' });
  assert.deepEqual(place('[{}, back|,\n{}]'), { typed: 4, comma: '' });
  for (const text of ['[{} |]', '[{|}]', '[{ "a": | }]', '[{ "a": [|] }]', '["|"]', '[{ | '])
    assert.equal(place(text), undefined, text);
});

test('no text, however broken, throws', () => {
  fc.assert(
    fc.property(anyRecord(), fc.nat(), fc.nat(), (record, cut, at) => {
      const text = `[${JSON.stringify(record)}`;
      const broken = text.slice(0, (cut % text.length) + 1);
      const offset = at % (broken.length + 1);
      suggestionsAt(broken, offset, source);
      recordInsertionAt(broken, offset);
    }),
  );
  const deep = `[{ "created": ${'['.repeat(100_000)}`;
  assert.equal(suggestionsAt(deep, deep.length, source), undefined);
});
