import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordIndex } from '../../src/index/record-index.ts';
import { Lines } from '../../src/json/lines.ts';
import { found, newIndex, open, put, room } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

test('it makes no difference where the chunks of a document end', () => {
  const texts = [
    '   /* x */ [{ "status": "X" }, "a" /* x */ : 5, "b": /* x */ { "status": "Y" }, { "name": "é😀" }, "c" // x\n]',
    '{ "Count" /* x */ : 2, "value": [{ "status": "X" }, 5, "a"\r\n : { "x": 1, "name": "" }] }',
    '{ "value": [{ "status": "X" }, {}], "Count": 2 } ',
    ' // x\n{ "options": { "includeTypes": ["ROLE", "ROLE"] } } /',
  ];
  for (const text of texts) {
    const expected = found(open(text).index);
    assert.notDeepEqual(expected, []);
    for (let length = 1; length <= text.length; length++) {
      const { document, index, change } = open(text, 'json', { first: length, most: length });
      assert.deepEqual(found(index), expected, `chunks of ${length}`);
      change(put(0, 0, ' '));
      index.step();
      assert.deepEqual(found(index), found(open(document.text).index), `chunks of ${length} after an edit`);
    }
  }
});

/** The findings of a document, and how many values it has. */
function foundAndCounted(index: RecordIndex): string[] {
  return [...found(index), `${index.count} values`];
}

for (const [what, before, values] of [
  ['comments and names', '[', ' "a" /* x */ : 5, "b": /* x */ { "status": "Y" }, "c" // x\n, "d" /  5, 5 /**/]'],
  [
    'a merge conflict',
    '[',
    '{}\n<<<<<<< a/5 and 5\n, { "status": "X" }\n=======\n, { "name": "/", "x": 5 }\n>>>>>>> b/5 and 5\n, 5]',
  ],
  ['a wrapper', '{ "Count": 2, "value": [', '{ "status": "X" }, 5, "a"\n : { "x": 1, "name": "" }] }'],
  [
    'text behind',
    '[',
    '{ "status": "X" }]\n{0} [INFO] "a" : { "x": 1, "name": "" }\n [{ "status": "Y" }, "x"]\n[ {0}, { "status": "Z" }]\n[ /* \n{ "a": 1 } */ { "status": "Z" }]\n[{ /* \n*/ }',
  ],
] as const) {
  test(`an edit far from the start is read in any chunks: ${what}`, () => {
    const text = before + room + values;
    const offset = text.length - values.length;
    const range = new Lines(text).rangeOf({ offset, length: values.length });
    const expected = foundAndCounted(open(text).index);
    for (let length = 1; length <= values.length; length++) {
      const { index, change } = open(text, 'json', { first: length, most: length });
      change({ range, text: values });
      index.step();
      assert.deepEqual(foundAndCounted(index), expected, `chunks of ${length}`);
    }
  });
}

test('what is a value inside of a list is none behind it, whatever chunks it is read in', () => {
  const values = '{}\n, [1, 2],\n"x", {0}, { }, [1], 5,{0}, { "status": "X" }, { /* */ "status": "Y" }]';
  const before = open(`[${room}${values}`);
  const after = open(`[${room}${values.replace(',', ']')}`);
  assert.notDeepEqual(foundAndCounted(before.index), foundAndCounted(after.index));
  for (let length = 1; length <= values.length; length++) {
    const { index, change } = open(`[${room}${values}`, 'json', { first: length, most: length });
    change(put(1, 0, ']', 1));
    index.step();
    assert.deepEqual(foundAndCounted(index), foundAndCounted(after.index), `chunks of ${length}`);
    change(put(1, 0, ',', 1));
    index.step();
    assert.deepEqual(foundAndCounted(index), foundAndCounted(before.index), `chunks of ${length}`);
  }
});

test('a string that gets a colon is a property name, even if it is the first value', () => {
  const { index, change } = open('[ "x"  { "status": "X" }]');
  assert.deepEqual(found(index), ['not-a-record 0', 'enum 0']);
  change(put(0, 6, ':'));
  index.step();
  assert.deepEqual([found(index), index.count], [[], 0]);
});

test('a string far from the start is a property name if a colon follows it after white space', () => {
  for (const before of ['', '"a", ', '{ "x": 1, "name": "" },']) {
    const { index, change } = open(`[${room}\n${before}\n"x"  { "status": "X" }, 5, 6]`);
    const [expected, { count }] = [found(index), index];
    change(put(2, 4, ':'));
    index.step();
    assert.equal(index.count, count - 2);
    assert.deepEqual(found(index), found(open(`[${room}\n${before}\n, 5, 6]`).index));
    change(put(2, 4, '', 1));
    index.step();
    assert.deepEqual([found(index), index.count], [expected, count]);
  }
});

test('values behind the start of a comment are none, until it is removed', () => {
  const { index, change } = open(`[${room}\n{ "x": 1, "name": "" },\n{ "x": 1, "name": "" },\n{ "x": 1, "name": "" }]`);
  change(put(2, 0, '/*'));
  index.step();
  assert.deepEqual([found(index), index.count], [['unknown-property 1'], 2]);
  change(put(2, 0, '', 2));
  index.step();
  assert.deepEqual([found(index).length, index.count], [3, 4]);
});

test('the types of values are known', () => {
  const { index } = open('[{}, [], "x", 5, true, null, nul]');
  const types = Array.from({ length: index.count }, (_, at) => index.entryAt(at).type);
  assert.deepEqual(types, ['object', 'array', 'string', 'number', 'boolean', 'null']);
  const lines = open('{}\nx y\nnull', 'lines').index;
  assert.deepEqual(
    [0, 1, 2].map((at) => lines.entryAt(at).type),
    ['object', undefined, 'null'],
  );
});

test('the shape of a document is known, and what its values are checked as', () => {
  const record = '{ "jobId": "x", "backupType": "abc" }';
  for (const [text, format, shape, place] of [
    ['', 'json', 'empty', 'root'],
    ['5', 'json', 'value', 'root'],
    ['x', 'json', 'text', 'root'],
    [record, 'json', 'record', 'root'],
    [`[${record}]`, 'json', 'list', 'list'],
    [`{ "a": [${record}] }`, 'json', 'envelope', 'list'],
    [`{ "value": [], "Count": 0 }`, 'json', 'wrapped', 'list'],
    [`{ "value": [5, 6] }`, 'json', 'record', 'root'],
    [`{ "value": [${Array(1_001).fill('{}')}`, 'json', 'list', 'list'],
    [`${record}\n`, 'lines', 'lines', 'line'],
    ['', 'lines', 'lines', 'line'],
    ['{\n"name": "x"\n}', 'lines', 'record', 'root'],
  ] as const) {
    const { index } = open(text, format);
    assert.deepEqual([index.shape, index.context.place], [shape, place], text.slice(0, 40));
  }
  assert.equal(newIndex(new TextDocument(record), 'json').shape, 'empty', 'not checked yet');
});

test('nothing in a text that is not JSON is a value, however long it is', () => {
  const lines = `{'status': 'X'}\n`.repeat(3_000);
  const { index, change } = open(`${lines}{ "status": "X" }`);
  assert.deepEqual([index.shape, ...foundAndCounted(index)], ['text', '0 values']);
  change(put(2_000, 0, ' '));
  index.step();
  assert.deepEqual([index.shape, ...foundAndCounted(index)], ['text', '0 values']);
  change({ range: { start: { line: 0, character: 0 }, end: { line: 3_000, character: 0 } }, text: '' });
  index.step();
  assert.deepEqual([index.shape, ...foundAndCounted(index)], ['record', 'enum 0', '1 values']);
});

test('an edit in one value or text makes a record or a list of the document, and back', () => {
  for (const [text, added] of [
    ['5\n', put(0, 0, '{ "x": ')],
    ['\n 5\n', put(0, 0, '[')],
    ['5 // x', put(0, 4, '\n[{ "status": "X" }]')],
    ['"x"', put(0, 3, ': { "x": 1, "name": "" }')],
    ['x y\n', put(1, 0, '{ "status": "X" }')],
  ] as const) {
    const { document, index, change } = open(text);
    const before = [index.shape, ...foundAndCounted(index)];
    change(added);
    index.step();
    const { index: fresh } = open(document.text);
    assert.deepEqual([index.shape, ...foundAndCounted(index)], [fresh.shape, ...foundAndCounted(fresh)], document.text);
    const whole = { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } };
    change({ range: { start: whole.start, end: { line: document.lineCount - 1, character: 99 } }, text });
    index.step();
    assert.deepEqual([index.shape, ...foundAndCounted(index)], before, text);
  }
});

for (const [what, count, times] of [
  ['a document of usual size is read at once', 1_000, 1],
  ['a document of more than 2 MB is never joined', 70_000, 0],
] as const) {
  test(what, () => {
    const document = new TextDocument(`[\n${Array(count).fill('{ "name": "x", "jobId": "x12345" }').join(',\n')}]`);
    let wholes = 0;
    const { getText } = document;
    document.getText = (range) => {
      if (!range) wholes++;
      return getText.call(document, range);
    };
    const index = newIndex(document, 'json', { first: 2_048, most: 8_192 });
    index.step();
    assert.deepEqual([index.count, wholes], [count, times]);
    document.apply([put(0, 0, ' ')]);
    index.change([put(0, 0, ' ')]);
    index.step();
    assert.deepEqual([index.count, wholes], [count, times], 'after an edit');
  });
}

test('a wrapped list ends at the first bracket after its values', () => {
  const { index, change } = open('{ "Count": 1, "value": [{}]]}');
  assert.equal(index.shape, 'record');
  change(put(0, 27, '', 1));
  index.step();
  assert.equal(index.shape, 'wrapped');
});

test('nothing is checked from a value on that is too long, until it is shorter', () => {
  const long = 'x'.repeat(3_000_000);
  const { index, change } = open(`[\n{ "status": "X" },\n{ "name": "${long}" },\n{ "status": "Y" }\n]`);
  assert.deepEqual(index.stoppedAt, { line: 2, character: 0 });
  assert.deepEqual(found(index), ['enum 1']);
  change(put(0, 1, '\n'));
  assert.ok(index.step());
  assert.deepEqual(index.stoppedAt, { line: 3, character: 0 });
  change(put(3, 12, '', long.length));
  assert.ok(index.step());
  assert.equal(index.stoppedAt, undefined);
  assert.deepEqual(found(index), ['enum 2', 'enum 4']);
});
