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

test('JSON Lines have one record per line, whatever the other lines hold', () => {
  const text = '{ "status": "X" }\r\n\r\n{ "name": {\n5\n{ "status": "Y" } { "status": "Z" }\n';
  assert.deepEqual(found(text, 'lines'), ['enum "X"', 'type {', 'not-a-record 5', 'enum "Y"']);
});

test('a line of JSON Lines is a value if it starts as an object or a list, or if nothing else is on it', () => {
  const text = '[1] x\n"a" x\n5 x\n{} x\n"b"\n';
  assert.deepEqual(valuesIn(text, 'lines'), ['array [1]', 'object {}', 'string "b"']);
});

test('JSON Lines that start with a word are still lines, even if a record takes several of them', () => {
  const { shape, isOverSeveralLines } = layoutOf('x\n{\n"name": "y" }\n', 'lines');
  assert.deepEqual([shape, isOverSeveralLines], ['lines', undefined]);
});

test('each value has its type, and a word that is none is passed over', () => {
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

test('a second list of records is read like the first, and another one is not', () => {
  const record = '{ "status": "X" }';
  assert.deepEqual(valuesIn(`[{}]\n[${record}, "x"]`), ['object {}', `object ${record}`, 'string "x"']);
  assert.deepEqual(valuesIn(`{}\n[${record}, "x"]`), ['object {}', `object ${record}`], 'behind a record');
  assert.deepEqual(valuesIn(`[{}]\n[[${record}]]`), ['object {}']);
  assert.deepEqual(valuesIn(`[{}]\n["x", ${record}]`), ['object {}']);
});

test('a list of strings, numbers or nothing is told from what a program logs in brackets', () => {
  const startOf = (text: string) => {
    const { shape, start } = layoutOf(`${text}\n{ "status": "X" }`);
    return `${shape} ${start}`;
  };
  for (const list of ['[5]', '["x" ] ,', '[5, 6]', '["x"\n, 5]', '[]', '[ ],']) {
    assert.equal(startOf(list), 'list 0', list);
    assert.equal(startOf(`WARNING: x\n${list}`), 'list 11', list);
  }
  for (const log of ['[INFO]', '[5] x', '["x"] y', '[5 x', '[INFO, 5] x', '[] x'])
    assert.equal(startOf(`WARNING: x\n${log}`), `record ${log.length + 12}`, log);
  for (const log of ['[INFO]', '[5] x', '[INFO, 5] x']) assert.equal(startOf(log), `record ${log.length + 1}`, log);
});

test('behind other text, a list starts at its first bracket, whatever is in it', () => {
  for (const list of ['[\n  { "status": "X" }\n]', '[[{}]]', '[ [1, 2] ]', '[{}]', '[['])
    assert.equal(layoutOf(`WARNING: x\n${list}`).start, 11, list);
  for (const log of ['[[INFO]]', '[ {0}]', '[[1 x, 2]]'])
    assert.equal(layoutOf(`WARNING: x\n${log}\n[{}]`).start, log.length + 12, log);
});

test('what starts like Python is none if it has names as JSON has them', () => {
  for (const python of ["{'status': \"DONE\", 'name': 'x'}", '[{\'status\' : "a" }]', '[None, "x", "y z": 1]'])
    assert.equal(layoutOf(python).shape, 'text', python);
  for (const json of ['{\'status\': 1, "name": 2}', '{\'status\': 1, "name" : 2}', '[None, { "jobId"\t\n: "x" }]'])
    assert.notEqual(layoutOf(json).shape, 'text', json);
});

test('a bracket at the end of a text is where its JSON starts, even behind other text', () => {
  for (const text of ['WARNING: x\n{', 'WARNING: x\n[ ']) assert.equal(layoutOf(text).start, 11, text);
});

test('an envelope that is not closed is one all the same', () => {
  for (const text of ['{ "items": [{ "jobId": "x", "status": "X"', '{ "data": { "jobId": "x", "status": "X"'])
    assert.deepEqual([layoutOf(text).shape, layoutOf(text).items.length], ['envelope', 1], text);
});

test('an object around one record is an envelope, unless all that is beside it are records too', () => {
  const record = '{ "jobId": "x", "status": "FAILED" }';
  for (const [text, expected] of [
    [`{ "data": ${record} }`, 'envelope'],
    [`{ "data": ${record}, "count": 1 }`, 'envelope'],
    [`{ "data": ${record}, "more": ${record} }`, 'record'],
    [`{ "data": ${record}, "more": ${record}, "count": 2 }`, 'envelope'],
    [`{ "items": [${record}], "more": ${record} }`, 'envelope'],
    [`{ "count": , "data": ${record} }`, 'envelope'],
  ] as const)
    assert.equal(layoutOf(text).shape, expected, text);
});

test('more values than a record can have make a list of a broken wrapper, and of nothing else', () => {
  const shapeOf = (before: string, count: number) => layoutOf(`{ ${before}: [${'0,'.repeat(count)}0], "x": 1 }`).shape;
  assert.deepEqual([shapeOf('"value"', 999), shapeOf('"value"', 1_000)], ['record', 'list']);
  assert.equal(shapeOf('"values"', 1_000), 'record');
});

const longRecords = [40_000, 10, 20_000, 30_000, 100_000, 10].map((length) => `{ "x": "${'y'.repeat(length)}" }`);

test('in a file that is too long to be read at once, values are found where they are', () => {
  const records = longRecords;
  const before = '{ "Count": 6,\n"value": [';
  const text = `${before}${records.join(',\n')}\n] } `;
  const { shape, items, enclosure } = layoutOf(text);
  assert.equal(shape, 'wrapped');
  assert.deepEqual(
    items.map(({ offset, length }) => text.slice(offset, offset + length)),
    records,
  );
  assert.deepEqual(enclosure?.span, { offset: 0, length: text.length - 1 });
  const offset = before.length - 1;
  assert.deepEqual(enclosure?.records, { offset, length: text.length - 3 - offset });
});

test('a record that follows a comma and other text on its line is found, however long that text is', () => {
  const record = '{ "status": "X" }';
  for (const length of [1, 40_000]) {
    const space = ' '.repeat(length);
    for (const between of [`,${space}x, `, `, /* ${space} */ x, `, `, x${space}, `])
      assert.deepEqual(valuesIn(`{}${between}${record}`), ['object {}', `object ${record}`], between.trim());
  }
});

test('in JSON Lines that are too long to be read at once, each line is a record', () => {
  assert.deepEqual(
    valuesIn(longRecords.join('\n'), 'lines'),
    longRecords.map((record) => `object ${record}`),
  );
});

test('the object around records is found behind other text', () => {
  const text = '> log\n{ "items": [{ "jobId": "x", "status": "FAILED" }], "count": 1 } ';
  const { enclosure } = layoutOf(text);
  assert.deepEqual(enclosure?.span, { offset: 6, length: text.length - '> log\n '.length });
});

test('what is in a wrapped list is told by its place in a list', () => {
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

test('a foreign file is reported at its first bracket, in JSON Lines too', () => {
  const foreign = '{ "version": 1, "objects": [] }';
  for (const [text, format] of [
    [`\n${foreign}\n${foreign}\n`, 'lines'],
    [`\n[${foreign}]`, 'json'],
  ] as const)
    assert.deepEqual(findingsOf(text, format), [
      { rule: 'foreign-file', offset: 1, length: 1, kind: 'export', isWholeFile: true },
    ]);
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
  test(`${what}: does not hang`, () => assert.ok(withinSeconds(120, () => Array.isArray(found(text)))));
}
