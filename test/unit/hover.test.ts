import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { factsAt, type Reader } from '../../src/features/hover.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { definition } from '../../src/model/schema.ts';
import { valuesInOrder } from '../../src/model/values-in-order.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { valuesOf } from '../support/values.ts';

const now = new Date('2024-03-05T10:00:00Z');
const reader: Reader = {
  now,
  localTime: (time) => `<${time.toISOString().slice(0, 19)}>`,
  allowed: nothingAllowed,
  meaningOf: (_property, value) => `${value.toLowerCase()}.`,
};

function facts(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = factsAt(`[${text}`, offset + 1, reader);
  return found && `${text.slice(found.span.offset - 1).slice(0, found.span.length)}: ${found.text}`;
}

test('the hover of a value explains it, then lists the others', () => {
  assert.equal(
    facts('{ "cloudStorage|Status": "SYNCED" }'),
    `"cloudStorageStatus": \`SYNCED\`: synced.\n\nOther values:\n${listed('cloudStorageStatus', 'SYNCED')}`,
  );
  assert.equal(
    facts('{ "hydrationStatus": "HYD|RATED" }'),
    `"HYDRATED": \`HYDRATED\`: hydrated.\n\nOther values:\n${listed('hydrationStatus', 'HYDRATED')}`,
  );
  assert.equal(facts('{ "hydrationStatus": "DRY|" }'), `"DRY": Values:\n${listed('hydrationStatus')}`);
  if (valuesOf('type').length === 1) assert.equal(facts('{ "type": "BAC|KUP" }'), '"BACKUP": `BACKUP`: backup.');
});

test('the hover of an object type explains it', () => {
  assert.equal(facts('{ "options": { "includeTypes": ["TAG", "RO|LE"] } }'), '"ROLE": `ROLE`: role.');
  assert.equal(facts('{ "options": { "includeTypes": [5|] } }'), undefined);
  assert.equal(facts('{ "options": { "includeTypes": ["RO|LES"] } }'), undefined);
});

test('the hover lists the values in the order of completion, with those that the user allows', () => {
  const allowed = { values: { status: ['PAUSED'] }, properties: [] };
  const meaningOf = (_property: string, value: string) => (value === 'PAUSED' ? undefined : 'm');
  const text = factsAt('[{ "status": "PAUSED" }]', 15, { ...reader, allowed, meaningOf })?.text;
  const others = valuesInOrder(definition('status'), nothingAllowed).map((value) => `- \`${value}\`: m`);
  assert.equal(text, `\`PAUSED\`: Allowed by your settings.\n\nOther values:\n${others.join('\n')}`);
  assert.match(others[0] ?? '', /COMPLETE/);
});

/** The values of an enum in a list, each with its meaning. */
function listed(path: string, but?: string): string {
  const values = valuesOf(path).filter((value) => value !== but);
  return values.map((value) => `- \`${value}\`: ${value.toLowerCase()}.`).join('\n');
}

test('the hover of a time says how long ago it was, and how long the job took', () => {
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

test('the hover of "modified" compares with "completed", or else with "created"', () => {
  const times = '"created": "2024-03-05T08:00:00Z", "modif|ied": "2024-03-05T09:30:00Z"';
  assert.match(facts(`{ ${times}, "completed": "2024-03-05T08:30:00Z" }`) ?? '', / 1 hour after "completed"\.$/);
  for (const completed of ['', ', "completed": null', ', "completed": "2024-03-05T10:00:00Z"'])
    assert.match(facts(`{ ${times}${completed} }`) ?? '', / 1 hour 30 minutes after "created"\.$/, completed);
});

test('the hover says "less than a second" for shorter times', () => {
  assert.equal(
    facts('{ "created": "2024-03-05T10:00:00Z", "modif|ied": "2024-03-05T10:00:00.2Z" }'),
    '"modified": <2024-03-05T10:00:00> your time, less than a second ago. Less than a second after "created".',
  );
});

test('the hover explains a name or a value from its first character to its end', () => {
  for (const text of ['{ |"created": "<>" }', '{ "created"|: "<>" }', '{ "created": |"<>" }', '{ "created": "<>"| }'])
    assert.ok(facts(text.replace('<>', '2024-03-05T09:00:00Z')), text);
  for (const text of [
    '{| "created": "<>" }',
    '{ "created" |: "<>" }',
    '{ "created":| "<>" }',
    '{ "created": "<>" | }',
    '{ "created": { "x|": "<>" } }',
    '{ "x": { "created|": "<>" } }',
    '|{ "created": "<>" }',
    '"created|"',
    '{ "x": { "includeTypes|": ["ROLE"] } }',
  ])
    assert.equal(facts(text.replace('<>', '2024-03-05T09:00:00Z')), undefined, text);
});

test('the hover of includeTypes counts the object types of the record', () => {
  assert.equal(
    facts('{ "options": { "include|Types": ["ROLE", "TAG", "ROLE", 5] } }'),
    `"includeTypes": Lists 2 of the ${valuesOf('options.includeTypes[*]').length} object types.`,
  );
  assert.match(facts('{ "options": { "includeTypes": |["ROLE"] } }') ?? '', /^\["ROLE"\]: Lists 1 of/);
  assert.equal(facts('{ "options": { "include|Types": [] } }'), undefined);
});

test('the hover of broken text does not throw', () => {
  fc.assert(
    fc.property(anyRecord(), fc.nat(), fc.nat(), (record, cut, at) => {
      const text = `[${JSON.stringify(record)}`;
      const broken = text.slice(0, (cut % text.length) + 1);
      factsAt(broken, at % (broken.length + 1), reader);
    }),
  );
  const deep = `[{ "created": ${'['.repeat(100_000)}`;
  assert.equal(factsAt(deep, deep.length, reader), undefined);
});
