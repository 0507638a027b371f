import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from '../../src/document/layout.ts';
import { findingsOf, found } from '../support/findings.ts';

/** What is broken costs the record that it stands in: the others are found and checked all the same. */
const broken: Readonly<Record<string, string>> = {
  'a string without its end': '[{ "name": "x\n}, { "status": "X" }]',
  'a string that ends in a backslash': '[{ "name": "x\\\n}, { "status": "X" }]',
  'a record without its end': '[{ "name": "x", { "status": "X" }]',
  'a record and its comma missing': '[{ "name": "x"\n { "status": "X" }]',
  'an object in a record without its end': '[{ "options": { "includeTypes": ["ROLE"] }, { "status": "X" }]',
  'a list in a record without its end': '[{ "options": { "includeTypes": ["ROLE" } }, { "status": "X" }]',
  'a name without a value': '[{ "name" }, { "status": "X" }]',
  'a name without its colon': '[{ "options" { "includeTypes": [] } }, { "status": "X" }]',
  'a brace too many': '[{ "name": "x" }}, { "status": "X" }]',
  'a bracket too many': '[{ "name": "x" }], { "status": "X" }]',
  'a list without its end': '[{ "name": "x" }, { "status": "X" }',
  'no comma between two records': '[{ "name": "x" } { "status": "X" }]',
  'words between two records': '[{ "name": "x" } and, { "status": "X" }]',
  'the brace before a record missing': '["options": { "x": 1 }, "name": "x" }, { "status": "X" }]',
  'two records without a list': '{ "name": "x" }\n{ "status": "X" }',
  'comments everywhere': '/* { */[ // {\n{ "name": /* } */ "x" }, // ]\n{ "status": "X" }]',
  'a comment without its end behind it': '[{ "status": "X" }, /* ',
};

for (const [what, text] of Object.entries(broken)) {
  test(`${what} costs no other record`, () => assert.deepEqual(found(text), ['enum "X"']));
}

test('JSON Lines have a record a line, whatever the others are', () => {
  const text = '{ "status": "X" }\r\n\r\n{ "name": {\n5\n{ "status": "Y" } { "status": "Z" }\n';
  assert.deepEqual(found(text, 'lines'), ['enum "X"', 'type {', 'not-a-record 5', 'enum "Y"']);
});

test('what a comment without its end makes longer reaches to the end of the text, and not beyond', () => {
  const text = '[{ "jobId": {/*';
  const [finding] = findingsOf(text);
  assert.deepEqual([finding?.rule, finding?.offset, finding?.length], ['type', 12, 3]);
});

test('a file says what it holds', () => {
  const shapes = ['', ' // x', '{}', '[]', '{ "value": [], "Count": 0 }', '"x"', '{ "value": [], "Count": 0, "x": 1 }'];
  assert.deepEqual(
    shapes.map((text) => layoutOf(text).shape),
    ['empty', 'empty', 'record', 'list', 'wrapped', 'value', 'record'],
  );
});

/** Texts that break parsers: an answer, quickly. Each of them takes seconds or overflows where something is amiss. */
const hostile: Readonly<Record<string, string>> = {
  'opening brackets': '['.repeat(100_000),
  'brackets that close': '['.repeat(100_000) + ']'.repeat(100_000),
  'brackets in a record': `{ "options": ${'['.repeat(100_000)}${']'.repeat(100_000)} }`,
  'opening braces': '{'.repeat(100_000),
  'nested objects': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  'closing brackets': `{ "options": ${']'.repeat(100_000)}`,
  'zeros in a number': `{ "totalObjectCount": 1${'0'.repeat(200_000)}1 }`,
  'zeros in a fraction': `{ "created": "2021-05-11T22:23:16.${'0'.repeat(200_000)}1Z" }`,
  'spaces in a string': `{ "status": "${' '.repeat(200_000)}" }`,
  comments: `{ ${'//'.repeat(100_000)}`,
  'a long name': `{ "${'x'.repeat(500_000)}": 1 }`,
  'one name over and over': `{ ${'"jobid": 1, '.repeat(20_000)} }`,
  'null items': `{ "options": { "includeTypes": [${'null, '.repeat(20_000)}] } }`,
  'lone surrogates': '{ "status": "\\ud800", "name": "\ud800" }',
};

for (const [what, text] of Object.entries(hostile)) {
  test(`${what}: an answer`, { timeout: 5_000 }, () => assert.ok(Array.isArray(found(text))));
}
