import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileStartOf } from '../../src/document/file-start.ts';
import { layoutOf } from '../../src/document/layout.ts';
import { readLinesStart } from '../../src/document/several-lines.ts';
import { kindOfText } from '../../src/document/surroundings.ts';

const padding = ' '.repeat(3_000);
const record = '{ "jobId": "x", "status": "FAILED" }';

/** The shape of a file, and the name of the list or the record in an envelope. */
function shapeOf(text: string): string {
  const { shape, envelope } = layoutOf(text);
  return envelope ? `${shape} "${envelope.name}"` : shape;
}

test('a file holds nothing, a value, a record, a list, or a wrapped list', () => {
  const shapes = ['', ' // x', '{}', '[]', '{ "value": [], "Count": 0 }', '"x"', '{ "value": [], "Count": 0, "x": 1 }'];
  assert.deepEqual(
    shapes.map((text) => layoutOf(text).shape),
    ['empty', 'empty', 'record', 'list', 'wrapped', 'value', 'record'],
  );
});

test('the first property with records makes an object an envelope', () => {
  for (const [text, expected] of [
    [`{ "count": 1, "items": [${record}], "data": ${record} }`, 'envelope "items"'],
    [`{ "data": ${record} }`, 'envelope "data"'],
    [`{ "a": { "x": 1 }, "b": [5, ${record}], "c": [${record}] }`, 'envelope "c"'],
    [`{ "options": { "jobId": "x", "status": "y" } }`, 'record'],
    // Broken before the records.
    [`{ x "items": [${record}] }`, 'record'],
    [`{ "items" [${record}] }`, 'record'],
    [`{ "a": 1 "items": [${record}] }`, 'record'],
  ] as const)
    assert.equal(shapeOf(text), expected, text);
});

test('the wrapper of Windows PowerShell has a list of anything, "Count", and nothing else', () => {
  for (const text of ['{ "value": [5], "Count": 1 }', '{ "Count": 1, "value": [] }', '{ "value": [ ], "Count": 0 }'])
    assert.equal(shapeOf(text), 'wrapped "value"', text);
  for (const text of [
    '{ "value": [5] }',
    '{ "x": 1, "value": [5] }',
    '{ "value": 5 }',
    '{ "values": [5] }',
    '{ "x": 1, "Count": 1, "value": [] }',
  ])
    assert.equal(shapeOf(text), 'record', text);
});

test('a file of one word is a value, and a file of several words is text', () => {
  for (const text of ['"x"', '""', ' 5 ', 'true', '"x" // y']) assert.equal(shapeOf(text), 'value', text);
  for (const text of ['"', '"x', 'x', '5 6', '"x" y', 'true, false']) assert.equal(shapeOf(text), 'text', text);
});

test('a bracket after other text starts JSON, unless the text right after it is not JSON', () => {
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
    assert.equal(shapeOf(text), expected, text.slice(0, 40));
});

test('an envelope need not be closed', () => {
  for (const text of ['{ "items": [{ "jobId": "x", "status": "X"', '{ "data": { "jobId": "x", "status": "X"'])
    assert.deepEqual([layoutOf(text).shape, layoutOf(text).items.length], ['envelope', 1], text);
});

test('an object around one record is an envelope, unless everything beside it is a record too', () => {
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

test('a broken wrapper with more values than a record can have is a list', () => {
  const shapeOf = (before: string, count: number) => layoutOf(`{ ${before}: [${'0,'.repeat(count)}0], "x": 1 }`).shape;
  assert.deepEqual([shapeOf('"value"', 999), shapeOf('"value"', 1_000)], ['record', 'list']);
  assert.equal(shapeOf('"values"', 1_000), 'record');
});

test('a list of strings or numbers, or an empty list, is not taken for a log in brackets', () => {
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

test('a list after other text starts at its first bracket', () => {
  for (const list of ['[\n  { "status": "X" }\n]', '[[{}]]', '[ [1, 2] ]', '[{}]', '[['])
    assert.equal(layoutOf(`WARNING: x\n${list}`).start, 11, list);
  for (const log of ['[[INFO]]', '[ {0}]', '[[1 x, 2]]'])
    assert.equal(layoutOf(`WARNING: x\n${log}\n[{}]`).start, log.length + 12, log);
});

test('a bracket at the end of a text starts its JSON', () => {
  for (const text of ['WARNING: x\n{', 'WARNING: x\n[ ']) assert.equal(layoutOf(text).start, 11, text);
});

test('an object with quoted names is JSON, even if it starts like Python', () => {
  for (const python of ["{'status': \"DONE\", 'name': 'x'}", '[{\'status\' : "a" }]', '[None, "x", "y z": 1]'])
    assert.equal(layoutOf(python).shape, 'text', python);
  assert.equal(layoutOf(`{'a': 1, ${padding}"name": 2}`).shape, 'text', 'too late to be noticed');
  for (const json of ['{\'status\': 1, "name": 2}', '{\'status\': 1, "name" : 2}', '[None, { "jobId"\t\n: "x" }]'])
    assert.notEqual(layoutOf(json).shape, 'text', json);
});

const overSeveralLines = [
  '{\n}\n',
  '[\n]',
  '[\ntrue\n]',
  ' \n{\n\n  "name": "x"\n}',
  '{ "name": "x",\n"status": "FAILED" }\n',
  '{ "name":\n-1.5 }',
  '[{},\n{}]',
];
const linesAsTheyShouldBe = [
  '',
  ' \n',
  'x\n{\n"name": "x"',
  '{ "name": "x" }\n',
  '{ "name": "x" }\n"status": "FAILED" }',
  '{ "name": "x" }\n[]\n',
  '[1]\n2\n',
  '{ "name": "x",\n{ "name": "y" }\n',
  '{\n]',
  '{ "name": \nx }',
  '[\ntrust\n]',
];

test('JSON Lines are JSON over several lines if the first line goes on in the second', () => {
  for (const text of overSeveralLines) assert.equal(layoutOf(text, 'lines').isOverSeveralLines, true, text);
  for (const text of linesAsTheyShouldBe) assert.equal(layoutOf(text, 'lines').shape, 'lines', text);
  const { shape, isOverSeveralLines } = layoutOf('x\n{\n"name": "y" }\n', 'lines');
  assert.deepEqual([shape, isOverSeveralLines], ['lines', undefined], 'the first line is a word');
});

test('the beginning of a file tells its kind, or is too short to tell', () => {
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
  for (const text of [...overSeveralLines, ...linesAsTheyShouldBe]) {
    const whole = readLinesStart(text, true);
    for (let length = 0; length <= text.length; length++) {
      const start = readLinesStart(text.slice(0, length), false);
      if (start) assert.deepEqual(start, whole, `${length} of ${JSON.stringify(text)}`);
    }
  }
});

const kinds = {
  'HTTP headers': [
    'HTTP/1.1 200 OK',
    'HTTP/2 503',
    'Content-Type: application/json',
    'etag: "1"',
    'X-Request-Id: 7',
    'Date: Tue, 05 Mar 2024 08:00:00 GMT\r\nServer: nginx\r\nCache-Control: no-store',
    'Date: today\nSet-Cookie: a\nx-rate-limit: 1',
  ],
  HTML: ['<!DOCTYPE html>', '<html lang="en">', '<body>'],
  XML: ['<?xml version="1.0"?>', '<htmlx>'],
  'code fence': ['```json', '~~~'],
  'terminal colours': ['\u001b[32m{', '\u009b[0m'],
  Python: ["{'status': 'FAILED'}", '[None]', 'BackupResponse(status=1)', "[({ 'a'", 'datetime.datetime(2024, 1, 1)'],
  'Format-Table': ['jobId status\r\n----- ------\r\n1     FAILED', 'jobId status\n ---- ------'],
  'Format-List': ['status : FAILED', 'tenant   : acme'],
  'PowerShell message': [
    'WARNING: cut',
    'VERBOSE: x',
    'DEBUG: x',
    'PS C:\\> Get-Backup',
    'PS>Get-Backup',
    '\n\n  WARNING: x',
  ],
  other: [
    'see HTTP/1.1 200',
    'HTTP/1.1 20',
    'Name: x\nTenant: y',
    '7: x\netag: y',
    'my content-type: x',
    'a <html>',
    'x ```',
    '[32m',
    'NoneOf(them)',
    'jobId status\n-----',
    ' : FAILED',
    'WARNINGS: x',
    'a WARNING: x',
    'a PS C:\\> x',
    'PS C:\\',
  ],
} as const;

test('text that is not JSON is recognized by its start', () => {
  for (const [kind, texts] of Object.entries(kinds))
    for (const text of texts) assert.equal(kindOfText(text), kind, JSON.stringify(text));
});
