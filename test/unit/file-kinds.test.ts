import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileStartOf } from '../../src/document/file-start.ts';

const padding = ' '.repeat(3_000);
const record = '{ "jobId": "x", "status": "FAILED" }';

/** How a whole file starts: its shape, and for an object around records, their name. */
function startOf(text: string): string {
  const { shape, enclosed } = fileStartOf(text, true);
  return enclosed ? `${shape} ${text.slice(enclosed.name.offset, enclosed.name.offset + enclosed.name.length)}` : shape;
}

test('the first property that holds records makes an object one around records', () => {
  for (const [text, expected] of [
    [`{ "count": 1, "items": [${record}], "data": ${record} }`, 'enclosed "items"'],
    [`{ "data": ${record} }`, 'enclosed "data"'],
    [`{ "a": { "x": 1 }, "b": [5, ${record}], "c": [${record}] }`, 'enclosed "c"'],
    [`{ "options": { "jobId": "x", "status": "y" } }`, 'record'],
    // Broken before the records.
    [`{ x "items": [${record}] }`, 'record'],
    [`{ "items" [${record}] }`, 'record'],
    [`{ "a": 1 "items": [${record}] }`, 'record'],
  ] as const)
    assert.equal(startOf(text), expected, text);
});

test('the list in the wrapper of PowerShell may hold anything, and nothing but "Count" is beside it', () => {
  for (const text of ['{ "value": [5] }', '{ "Count": 1, "value": [] }', '{ "value": [ ], "Count": 0 }'])
    assert.equal(startOf(text), 'enclosed "value"', text);
  for (const text of [
    '{ "x": 1, "value": [5] }',
    '{ "value": 5 }',
    '{ "values": [5] }',
    '{ "x": 1, "Count": 1, "value": [] }',
  ])
    assert.equal(startOf(text), 'record', text);
});

test('a file of one word is a value, and of several words it is text', () => {
  for (const text of ['"x"', '""', ' 5 ', 'true', '"x" // y']) assert.equal(startOf(text), 'value', text);
  for (const text of ['"', '"x', 'x', '5 6', '"x" y', 'true, false']) assert.equal(startOf(text), 'text', text);
});

test('whether a text is Python is told from its beginning', () => {
  assert.equal(startOf(`{'a': 1, ${padding}"name": 2}`), 'text');
});

test('a bracket after other text is one of JSON if nothing right behind it says otherwise', () => {
  const comment = `/* ${'long '.repeat(500)} */`;
  for (const [text, expected] of [
    ['x\n[1 /* short */, 2]', 'list'],
    ['x\n[1 /* short */ 2]', 'text'],
    [`x\n[1 ${comment}, 2]`, 'list'],
    [`x\n[${comment} ${record}]`, 'list'],
    [`x\n{${comment} "jobId": "x" }`, 'record'],
    [`x\n[INFO ${comment}]`, 'text'],
    ['x\n[\n[\n[\nfoo bar', 'text'],
    [`x\n[1 /*\n[${record}]`, 'list'],
  ] as const)
    assert.equal(startOf(text), expected, text.slice(0, 40));
});

test('a beginning of a file says the same as all of it, or that it is too short to tell', () => {
  for (const text of [
    `[${record},${padding}${record}]`,
    `{ "count": 1, "items": [${padding}${record}] }${padding}`,
    `{ "count": 1, "data": ${record} }${padding}`,
    `{ "name": "x", "options": {} }${padding}`,
    // Python, until the name that is written as in JSON.
    `{'status': 1,${' '.repeat(1_500)}"name": 2}${padding}`,
    `> log\n${record}${padding}`,
    `log, and nothing else${padding}`,
    `"a string"${padding}`,
    `${padding}// nothing`,
  ]) {
    const { decidedUntil: _, ...whole } = fileStartOf(text, true);
    for (let length = 0; length < text.length; length += 7) {
      const start = fileStartOf(text.slice(0, length), false);
      if (!start) continue;
      const { decidedUntil: __, ...beginning } = start;
      assert.deepEqual(beginning, whole, `${length} of ${text.slice(0, 40)}`);
    }
  }
});

test('a beginning that could go on in another way is too short to tell', () => {
  for (const text of [
    `[${' '.repeat(1_999)}`,
    `${padding}[{ "x": 1 }`,
    `> log\n[${' '.repeat(1_999)}`,
    `{ "a": "x"${padding}`,
    `{ "value": [${padding}`,
    `{ "data": { "jobId": "x",${padding}`,
    `log${padding}`,
  ])
    assert.equal(fileStartOf(text, false), undefined, text.trim());
  assert.equal(fileStartOf(`[${' '.repeat(2_000)}`, false)?.shape, 'list');
  assert.equal(fileStartOf(`{ "a": "x" }${padding}`, false)?.shape, 'record');
});

test('the start of a file is decided by 2,000 characters, and by the properties before its records', () => {
  for (const [text, expected] of [
    [`\n[${record}]`, 2_001],
    [`\n{ "data": ${record} }`, 2_001],
    [`{ "x":${padding}1, "data": ${record} }`, padding.length + '{ "x":1, "data": {'.length],
    [`{ "x":${padding}1, "data": [${record}] }`, padding.length + '{ "x":1, "data": ['.length],
    [`\n{ "name": "x" }`, 2_001],
    [`{ "name":${padding}1 }`, padding.length + '{ "name":1 '.length],
  ] as const)
    assert.equal(fileStartOf(text, true).decidedUntil, expected, text.slice(0, 30));
});
