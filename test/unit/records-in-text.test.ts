import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from '../../src/document/layout.ts';
import type { Format } from '../../src/document/value-scanner.ts';
import { message } from '../../src/record/message.ts';
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

/** The values of a text where records may be, as `type text`. */
function valuesIn(text: string, format?: Format): string[] {
  return layoutOf(text, format).items.map(
    ({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`,
  );
}

for (const [what, text] of Object.entries(broken)) {
  test(`${what} affects no other record`, () => assert.deepEqual(found(text), ['enum "X"']));
}

test('each line of JSON Lines is a record of its own', () => {
  const text = '{ "status": "X" }\r\n\r\n{ "name": {\n5\n{ "status": "Y" } { "status": "Z" }\n';
  assert.deepEqual(found(text, 'lines'), ['enum "X"', 'type {', 'not-a-record 5', 'enum "Y"']);
});

test('a line of JSON Lines is a value if it starts as an object or a list, or if nothing else is on it', () => {
  const text = '[1] x\n"a" x\n5 x\n{} x\n"b"\n';
  assert.deepEqual(valuesIn(text, 'lines'), ['array [1]', 'object {}', 'string "b"']);
});

test('a value has its type, and a word that is not a value is skipped', () => {
  assert.deepEqual(valuesIn('[true, false, null, 1, -2.5, 0x, "x", [1], {}, nul, x1, -, +1]'), [
    'boolean true',
    'boolean false',
    'null null',
    'number 1',
    'number -2.5',
    'number 0x',
    'string "x"',
    'array [1]',
    'object {}',
  ]);
});

test('a second list of records is read like the first, but no other list', () => {
  const record = '{ "status": "X" }';
  assert.deepEqual(valuesIn(`[{}]\n[${record}, "x"]`), ['object {}', `object ${record}`, 'string "x"']);
  assert.deepEqual(valuesIn(`{}\n[${record}, "x"]`), ['object {}', `object ${record}`], 'after a record');
  assert.deepEqual(valuesIn(`[{}]\n[[${record}]]`), ['object {}']);
  assert.deepEqual(valuesIn(`[{}]\n["x", ${record}]`), ['object {}']);
});

const longRecords = [40_000, 10, 20_000, 30_000, 100_000, 10].map((length) => `{ "x": "${'y'.repeat(length)}" }`);

test('the records of a file that is read in parts are found', () => {
  const records = longRecords;
  const before = '{ "Count": 6,\n"value": [';
  const text = `${before}${records.join(',\n')}\n] } `;
  const { shape, items, envelope } = layoutOf(text);
  assert.equal(shape, 'wrapped');
  assert.deepEqual(
    items.map(({ offset, length }) => text.slice(offset, offset + length)),
    records,
  );
  assert.deepEqual(envelope?.whole, { start: 0, end: text.length - 1 });
  assert.deepEqual(envelope?.records, { start: before.length - 1, end: text.length - 3 });
});

test('a record that follows a comma and other text on its line is found, however long that text is', () => {
  const record = '{ "status": "X" }';
  for (const length of [1, 40_000]) {
    const space = ' '.repeat(length);
    for (const between of [`,${space}x, `, `, /* ${space} */ x, `, `, x${space}, `])
      assert.deepEqual(valuesIn(`{}${between}${record}`), ['object {}', `object ${record}`], between.trim());
  }
});

test('the lines of JSON Lines that are read in parts are records', () => {
  assert.deepEqual(
    valuesIn(longRecords.join('\n'), 'lines'),
    longRecords.map((record) => `object ${record}`),
  );
});

test('an envelope is found after other text', () => {
  const text = '> log\n{ "items": [{ "jobId": "x", "status": "FAILED" }], "count": 1 } ';
  const { envelope } = layoutOf(text);
  assert.deepEqual(envelope?.whole, { start: 6, end: text.length - 1 });
});

test('a message about an item of a wrapped list speaks of a list', () => {
  const findings = findingsOf('{ "value": [{ "status": "FAILED" }, "x"], "Count": 2 }');
  assert.deepEqual(findings.map(message), [
    'Keep only the list: Windows PowerShell wrapped it in an object, with members such as "Count".',
    'A list of backup records can contain only objects, not a string.',
  ]);
});

test('an unclosed comment extends its value to the end of the text, and no further', () => {
  const text = '[{ "jobId": {/*';
  const [finding] = findingsOf(text);
  assert.deepEqual([finding?.rule, finding?.offset, finding?.length], ['type', 12, 3]);
});

test('a file of another kind is reported at its first bracket, in JSON Lines too', () => {
  const foreign = '{ "version": 1, "objects": [] }';
  for (const [text, format] of [
    [`\n${foreign}\n${foreign}\n`, 'lines'],
    [`\n[${foreign}]`, 'json'],
  ] as const)
    assert.deepEqual(findingsOf(text, format), [
      { rule: 'foreign-file', offset: 1, length: 1, kind: 'export', isWholeFile: true },
    ]);
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
  test(`${what}: does not hang`, () => assert.ok(withinSeconds(120, () => Array.isArray(found(text)))));
}
