import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecordSearch } from '../../src/features/record-search.ts';
import { recordIn } from '../../src/index/records.ts';
import { indexOf, newIndex } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

const many = Array.from({ length: 1_000 }, (_, number) => ({
  name: `Backup ${number}`,
  status: number % 2 === 0 ? 'COMPLETE' : 'FAILED',
  created: `2021-05-${String((number % 28) + 1).padStart(2, '0')}`,
}));

function find(search: RecordSearch, query: string): [count: number, found: readonly number[]] {
  search.find(query);
  search.step();
  assert.ok(search.isComplete);
  return [search.count, search.found.map(({ at }) => at)];
}

test('a search finds the records with all words, in any order and case, and keeps the first ones', () => {
  const search = new RecordSearch(indexOf(`[5, ${many.map((record) => JSON.stringify(record)).join(',\n')}]`), 3);
  assert.deepEqual(find(search, ''), [1_000, [1, 2, 3]]);
  assert.deepEqual(find(search, ' failed  BACKUP '), [500, [2, 4, 6]]);
  assert.deepEqual(find(search, '05-03 complete'), [36, [3, 31, 59]]);
  assert.deepEqual(find(search, 'backup 999'), [1, [1_000]]);
  assert.deepEqual(find(search, 'backup 999 complete'), [0, []]);
});

test('a word is found in one value, not across two', () => {
  const search = new RecordSearch(indexOf('[{ "name": "one", "status": "FAILED" }, { "name": "onefailed" }]'), 3);
  assert.deepEqual(find(search, 'onefailed'), [1, [1]]);
  assert.deepEqual(find(search, 'one'), [2, [0, 1]]);
});

/** A search in 100 records that notes what it reads. */
function searchThatReads(): { readonly search: RecordSearch; readonly read: string[] } {
  const index = indexOf(
    many
      .slice(0, 100)
      .map((one) => JSON.stringify(one))
      .join('\n'),
    'lines',
  );
  const { source } = index;
  const getText = source.getText.bind(source);
  const read: string[] = [];
  source.getText = (range) => {
    const text = getText(range);
    read.push(text);
    return text;
  };
  return { search: new RecordSearch(index, 10), read };
}

test('without words, nothing is read to find the records; then the texts for later queries are, each once', () => {
  const { search, read } = searchThatReads();
  assert.equal(search.isComplete, false, 'not searched yet');
  for (let step = 0; step < 100; step++) assert.equal(search.step(0), false);
  assert.ok(search.isComplete);
  assert.equal(search.found.length, 10);
  assert.deepEqual(read, []);
  for (let step = 1; step <= 100; step++) {
    assert.equal(search.step(0), false);
    assert.equal(read.length, step);
  }
  assert.equal(search.step(0), true);
  assert.deepEqual(find(search, 'failed'), [50, [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]]);
  assert.equal(read.length, 100);
});

test('a step without a deadline does all there is to do', () => {
  const { search, read } = searchThatReads();
  assert.equal(search.step(), true);
  assert.equal(read.length, 100);
  assert.equal(search.step(), true);
});

test('a search stops at its deadline and continues there', () => {
  const search = new RecordSearch(indexOf(many.map((record) => JSON.stringify(record)).join('\n'), 'lines'), 10);
  search.find('failed');
  let steps = 0;
  while (!search.step(0)) steps++;
  assert.deepEqual([search.count, search.found.map(({ at }) => at)], [500, [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]]);
  assert.ok(steps > 900, 'one record per step');
});

test('before there is a query, every record matches', () => {
  const search = new RecordSearch(indexOf('[{}, 5, {}]'), 10);
  search.step();
  assert.deepEqual([search.count, search.found.map(({ at }) => at)], [2, [0, 2]]);
});

test('without words, a search starts where it is told, and counts all records', () => {
  const search = new RecordSearch(indexOf(`[${many.map((record) => JSON.stringify(record)).join(',\n')}]`), 3);
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

test('a search also finds what else is said of a record', () => {
  const describe = ({ at }: { at: number }) => (at % 400 === 3 ? 'An Error' : '');
  const search = new RecordSearch(indexOf(many.map((one) => JSON.stringify(one)).join('\n'), 'lines'), 10, describe);
  assert.deepEqual(find(search, 'error backup'), [3, [3, 403, 803]]);
});

test('the records in an envelope are found, in a list, on a line and around all of them', () => {
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
    const titlesOf = () => search.found.map((place) => recordIn(index, place)?.title);
    assert.deepEqual(titlesOf(), ['zero', 'one', 'two'], text);
    search.find('tw');
    search.step();
    assert.deepEqual(titlesOf(), ['two'], text);
    const [found] = search.found.map((place) => recordIn(index, place)?.range);
    assert.match(index.source.getText(found), /^\{.*"two" \}$/);
  }
});

test('a search that is restarted looks for the same words', () => {
  const search = new RecordSearch(indexOf('[{ "name": "a c" }, { "name": "b a" }]'), 10);
  assert.deepEqual(find(search, 'A  b'), [1, [1]]);
  search.restart();
  search.step();
  assert.deepEqual(search.found, [{ at: 1 }]);
});

test('a search can be restarted after the document has changed', () => {
  const document = new TextDocument('[{ "name": "a" },\n{ "name": "b" }]');
  const index = newIndex(document, 'json');
  index.step();
  const search = new RecordSearch(index, 10);
  assert.deepEqual(find(search, 'b'), [1, [1]]);
  const change = {
    range: { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } },
    text: '{ "name": "bb" }, ',
  };
  document.apply([change]);
  index.change([change]);
  search.restart();
  search.step();
  assert.equal(search.isComplete, false, 'the check is not finished');
  index.step();
  search.step();
  assert.equal(search.isComplete, true);
  assert.deepEqual(search.found, [{ at: 0 }, { at: 2 }]);
});
