import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecordSearch } from '../../src/features/record-search.ts';
import { recordIn } from '../../src/index/records.ts';
import { indexOf, open, put } from '../support/open-index.ts';

const many = Array.from({ length: 1_000 }, (_, number) =>
  JSON.stringify({
    jobId: `id ${number}`,
    name: `Backup ${number}`,
    status: number % 2 === 0 ? 'COMPLETE' : 'FAILED',
    created: `2021-05-${String((number % 28) + 1).padStart(2, '0')}`,
  }),
);
const list = `[${many.join(',\n')}]`;

function find(search: RecordSearch, query: string): [count: number, found: readonly number[]] {
  search.find(query);
  search.step();
  assert.ok(search.isComplete);
  return [search.count, search.found.map(({ at }) => at)];
}

test('a search finds the records with all words, in any order and case, and keeps the first ones', () => {
  const search = new RecordSearch(indexOf(`[5, ${list.slice(1)}`), 3);
  assert.deepEqual(find(search, ''), [1_000, [1, 2, 3]]);
  assert.deepEqual(find(search, ' failed  BACKUP '), [500, [2, 4, 6]]);
  assert.deepEqual(find(search, '05-03 complete'), [36, [3, 31, 59]]);
  assert.deepEqual(find(search, 'backup 999'), [1, [1_000]]);
  assert.deepEqual(find(search, 'backup 999 complete'), [0, []]);
});

test('a search finds a word in one value, not across two', () => {
  const search = new RecordSearch(indexOf('[{ "name": "one", "status": "FAILED" }, { "name": "onefailed" }]'), 3);
  assert.deepEqual(find(search, 'onefailed'), [1, [1]]);
  assert.deepEqual(find(search, 'one'), [2, [0, 1]]);
});

test('a search also finds the problems of a record', () => {
  const describe = ({ at }: { at: number }) => (at % 400 === 3 ? 'An Error' : '');
  const search = new RecordSearch(indexOf(many.join('\n'), 'lines'), 10, describe);
  assert.deepEqual(find(search, 'error backup'), [3, [3, 403, 803]]);
});

test('a search without words starts at the record of the cursor, and counts all records', () => {
  const search = new RecordSearch(indexOf(list), 3);
  search.find('', { at: 500 });
  search.step();
  assert.deepEqual([search.count, search.found.map(({ at }) => at)], [1_000, [500, 501, 502]]);
  search.find('backup 77', { at: 500 });
  search.step();
  assert.deepEqual(
    search.found.map(({ at }) => at),
    [77, 177, 277],
  );
});

test('a search leaves out one record, and does not count it', () => {
  const search = new RecordSearch(indexOf(list), 3, undefined, { at: 1 });
  assert.deepEqual(find(search, ''), [999, [0, 2, 3]]);
  assert.deepEqual(find(search, 'failed'), [499, [3, 5, 7]]);
});

test('a search finds the records in an envelope, in a list, on a line and around all of them', () => {
  const page = '{ "items": [{ "jobId": "a", "name": "one" }, 5, { "jobId": "b", "name": "two" }], "next": null }';
  for (const [text, format] of [
    [`[{ "name": "zero" }, ${page}, { "type": "EXPORT" }, { "a": 1, "b": 2 }]`, 'json'],
    [`{ "name": "zero" }\n${page}\n{ "type": "EXPORT" }\n{ "a": 1, "b": 2 }`, 'lines'],
    ['{ "items": [{ "jobId": "x", "name": "zero" }, { "name": "one" }, 5, { "name": "two" }], "x": 1 }', 'json'],
  ] as const) {
    const index = indexOf(text, format);
    assert.equal(index.recordCount, 3, text);
    const search = new RecordSearch(index, 10);
    search.step();
    const titlesOf = () => search.found.map((ref) => recordIn(index, ref)?.title);
    assert.deepEqual(titlesOf(), ['zero', 'one', 'two'], text);
    search.find('tw');
    search.step();
    assert.deepEqual(titlesOf(), ['two'], text);
    const [found] = search.found.map((ref) => recordIn(index, ref)?.range);
    assert.match(index.source.getText(found), /^\{.*"two" \}$/);
  }
});

const page = `{"items":[${many.slice(0, 300)}]}`;

test('a search without words starts at any record of a page', () => {
  const search = new RecordSearch(indexOf(`${page}\n${page}`, 'lines'), 3);
  search.find('', { at: 0, inside: 298 });
  search.step();
  assert.deepEqual(search.found, [
    { at: 0, inside: 298 },
    { at: 0, inside: 299 },
    { at: 1, inside: 0 },
  ]);
  assert.equal(search.count, 600);
});

test('a search stops at its deadline after each record, in a page too, and continues there', () => {
  for (const [text, found] of [
    [many.join('\n'), [{ at: 1 }, { at: 3 }]],
    [`${page}\n${page}`, [1, 3].map((inside) => ({ at: 0, inside }))],
  ] as const) {
    const search = new RecordSearch(indexOf(text, 'lines'), 2);
    search.find('failed');
    let steps = 0;
    while (!search.step(0)) steps++;
    assert.deepEqual([search.count, search.found], [text.match(/FAILED/g)?.length, found]);
    assert.ok(steps > 2 * search.count - 10, `${steps}`);
  }
});

test('a search looks for the same words again after the document has changed', () => {
  const { index, change } = open('[{ "name": "a" },\n{ "name": "b" }]');
  const search = new RecordSearch(index, 10);
  assert.deepEqual(find(search, 'B'), [1, [1]]);
  change(put(0, 1, '{ "name": "bb" }, '));
  search.restart();
  search.step();
  assert.equal(search.isComplete, false, 'the check is not finished');
  index.step();
  search.step();
  assert.equal(search.isComplete, true);
  assert.deepEqual(search.found, [{ at: 0 }, { at: 2 }]);
});
