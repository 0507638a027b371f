import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from '../../src/document/layout.ts';
import { findingsOf, found } from '../support/findings.ts';
import { withinSeconds } from '../support/within-seconds.ts';

/** A mistake costs its own record: the others are found and checked all the same. */
const broken: Readonly<Record<string, string>> = {
  'an unclosed string': '[{ "name": "x\n}, { "status": "X" }]',
  'a string that ends with a backslash': '[{ "name": "x\\\n}, { "status": "X" }]',
  'an unclosed record': '[{ "name": "x", { "status": "X" }]',
  'a missing brace and comma': '[{ "name": "x"\n { "status": "X" }]',
  'an unclosed object in a record': '[{ "options": { "includeTypes": ["ROLE"] }, { "status": "X" }]',
  'an unclosed list in a record': '[{ "options": { "includeTypes": ["ROLE" } }, { "status": "X" }]',
  'a name without a value': '[{ "name" }, { "status": "X" }]',
  'a name without its colon': '[{ "options" { "includeTypes": [] } }, { "status": "X" }]',
  'an extra brace': '[{ "name": "x" }}, { "status": "X" }]',
  'an extra bracket': '[{ "name": "x" }], { "status": "X" }]',
  'an unclosed list': '[{ "name": "x" }, { "status": "X" }',
  'a missing comma between two records': '[{ "name": "x" } { "status": "X" }]',
  'words between two records': '[{ "name": "x" } and, { "status": "X" }]',
  'a missing brace at the start of a record': '["options": { "x": 1 }, "name": "x" }, { "status": "X" }]',
  'two records without a list': '{ "name": "x" }\n{ "status": "X" }',
  'comments everywhere': '/* { */[ // {\n{ "name": /* } */ "x" }, // ]\n{ "status": "X" }]',
  'an unclosed comment at the end': '[{ "status": "X" }, /* ',
};

for (const [what, text] of Object.entries(broken)) {
  test(`${what} affects no other record`, () => assert.deepEqual(found(text), ['enum "X"']));
}

test('JSON Lines have one record per line, whatever the other lines hold', () => {
  const text = '{ "status": "X" }\r\n\r\n{ "name": {\n5\n{ "status": "Y" } { "status": "Z" }\n';
  assert.deepEqual(found(text, 'lines'), ['enum "X"', 'type {', 'not-a-record 5', 'enum "Y"']);
});

test('an unclosed comment extends its value to the end of the text, and no further', () => {
  const text = '[{ "jobId": {/*';
  const [finding] = findingsOf(text);
  assert.deepEqual([finding?.rule, finding?.offset, finding?.length], ['type', 12, 3]);
});

test('the shape of a file', () => {
  const shapes = ['', ' // x', '{}', '[]', '{ "value": [], "Count": 0 }', '"x"', '{ "value": [], "Count": 0, "x": 1 }'];
  assert.deepEqual(
    shapes.map((text) => layoutOf(text).shape),
    ['empty', 'empty', 'record', 'list', 'wrapped', 'value', 'record'],
  );
});

/** Texts that make a naive parser take seconds or overflow the stack. */
const hostile: Readonly<Record<string, string>> = {
  'opening brackets': '['.repeat(100_000),
  'brackets that are closed': '['.repeat(100_000) + ']'.repeat(100_000),
  'brackets in a record': `{ "options": ${'['.repeat(100_000)}${']'.repeat(100_000)} }`,
  'opening braces': '{'.repeat(100_000),
  'nested objects': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  'closing brackets': `{ "options": ${']'.repeat(100_000)}`,
  'zeros in a number': `{ "totalObjectCount": 1${'0'.repeat(200_000)}1 }`,
  'zeros in a fraction': `{ "created": "2021-05-11T22:23:16.${'0'.repeat(200_000)}1Z" }`,
  'spaces in a string': `{ "status": "${' '.repeat(200_000)}" }`,
  comments: `{ ${'//'.repeat(100_000)}`,
  'a long name': `{ "${'x'.repeat(500_000)}": 1 }`,
  'one name again and again': `{ ${'"jobid": 1, '.repeat(20_000)} }`,
  'null items': `{ "options": { "includeTypes": [${'null, '.repeat(20_000)}] } }`,
  'lone surrogates': '{ "status": "\\ud800", "name": "\ud800" }',
};

for (const [what, text] of Object.entries(hostile)) {
  test(`${what}: does not hang`, () => assert.ok(withinSeconds(20, () => Array.isArray(found(text)))));
}
