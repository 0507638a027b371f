import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordIndex } from '../../src/index/record-index.ts';
import { open, positionText, put, rangeText } from '../support/open-index.ts';

/** What an index says of the object around the records, and of the list. */
function around(index: RecordIndex) {
  const { enclosure, list } = index;
  return {
    shape: index.shape,
    list: list && rangeText(list),
    ...(enclosure && {
      rule: enclosure.rule,
      range: enclosure.range && rangeText(enclosure.range),
      name: rangeText(enclosure.nameRange),
      records: rangeText(enclosure.records),
      close: enclosure.close && positionText(enclosure.close),
    }),
  };
}

const record = '{ "jobId": "x", "backupType": "abc" }';

test('of a page of results, the list, its brackets and the object around it are known', () => {
  const { index } = open(`// x\n {"a": 1,\n  "items": [ ${record} , // ]\n "x" ] ,\n "b": [] }\n/**/`);
  assert.deepEqual(around(index), {
    shape: 'envelope',
    list: '2:12-3:5',
    rule: 'envelope',
    range: '1:1-4:10',
    name: '2:2-2:9',
    records: '2:11-3:6',
    close: '3:5',
  });
});

test('of a page of results on one line, they are known too', () => {
  const { index } = open(`{"items": [${record}, ] }`);
  assert.deepEqual(around(index), {
    shape: 'envelope',
    list: '0:11-0:50',
    rule: 'envelope',
    range: '0:0-0:53',
    name: '0:1-0:8',
    records: '0:10-0:51',
    close: '0:50',
  });
});

test('of a response with one record, the record and the object around it are known', () => {
  const { index } = open(`{\n"data": ${record}, "b": 1\n}`);
  assert.deepEqual(around(index), {
    shape: 'envelope',
    list: undefined,
    rule: 'envelope',
    range: '0:0-2:1',
    name: '1:0-1:6',
    records: '1:8-1:45',
    close: undefined,
  });
});

test('of a list of PowerShell without values, the brackets are known', () => {
  const { index } = open('{"value": [ ], "Count": 0 }');
  assert.deepEqual(around(index), {
    shape: 'wrapped',
    list: '0:11-0:12',
    rule: 'powershell-array',
    range: '0:0-0:27',
    name: '0:1-0:8',
    records: '0:10-0:13',
    close: '0:12',
  });
});

test('where a page of results is not closed, its records go up to the last value', () => {
  const { index, change } = open(`{"items": [${record}\n, `);
  const open1 = {
    shape: 'envelope',
    list: '0:11-9007199254740991:0',
    rule: 'envelope',
    range: undefined,
    name: '0:1-0:8',
    records: '0:10-0:48',
    close: undefined,
  };
  assert.deepEqual(around(index), open1);
  change(put(1, 0, ']'));
  index.step();
  assert.deepEqual(around(index), { ...open1, list: '0:11-1:0', records: '0:10-1:1', close: '1:0' });
  change(put(1, 1, '}'));
  index.step();
  assert.deepEqual(around(index).range, '0:0-1:2');
  change(put(1, 0, '', 2));
  index.step();
  assert.deepEqual(around(index), open1);
});

test('where a list ends between two values, nothing is known of its end', () => {
  const { index, change } = open(`{"items": [\n${record},\n${record}\n]}`);
  assert.equal(around(index).close, '3:0');
  change(put(1, 37, ']', 1));
  index.step();
  assert.deepEqual(around(index), {
    shape: 'envelope',
    list: '0:11-9007199254740991:0',
    rule: 'envelope',
    range: undefined,
    name: '0:1-0:8',
    records: '0:10-0:11',
    close: undefined,
  });
  change(put(1, 37, ',', 1));
  index.step();
  assert.equal(around(index).close, '3:0');
});

test('the object around one record is no longer known if there is a second value in it', () => {
  const { index, change } = open(`{"data": ${record}}`);
  assert.equal(around(index).range, '0:0-0:47');
  change(put(0, 46, ' {}'));
  index.step();
  assert.equal(around(index).range, undefined);
  change(put(0, 46, '', 3));
  index.step();
  assert.equal(around(index).range, '0:0-0:47');
});

test('of a list that ends between several values, the end is known once none of the brackets is left', () => {
  const { index, change } = open(`{"items": [\n${record},\n${record}]\n${record}\n]}`);
  assert.equal(around(index).close, undefined);
  change(put(1, 37, ']', 1));
  index.step();
  assert.equal(around(index).close, undefined, 'two brackets');
  change(put(1, 37, ',', 1));
  index.step();
  assert.equal(around(index).close, undefined, 'one bracket');
  // The record behind the bracket changes too.
  change({ range: { start: { line: 2, character: 37 }, end: { line: 3, character: 1 } }, text: ',\n{' });
  index.step();
  assert.equal(around(index).close, '4:0');
});
