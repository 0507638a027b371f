import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { RecordSearch } from '../../src/features/record-search.ts';
import type { RecordIndex } from '../../src/index/record-index.ts';
import {
  cursorAt,
  findingsIn,
  RecordCursor,
  type RecordRef,
  rangeIn,
  recordsOf,
  refsFrom,
} from '../../src/index/records.ts';
import { indexOf, open, put } from '../support/open-index.ts';

const count = 300;
const records = Array.from({ length: count }, (_, number) =>
  JSON.stringify({ jobId: `id ${number}`, status: number % 100 === 7 ? 'Done' : 'COMPLETE', name: `Backup ${number}` }),
);
const page = `{"count":${count},"items":[${records.join(',')}]}`;

/** The records of a document as they are listed, with their texts. */
function listed(index: RecordIndex) {
  return Array.from(recordsOf(index), ({ title, summary, range }) => ({
    title,
    summary,
    text: index.source.getText(range),
  }));
}

const expected = listed(indexOf(`[${records.join(',\n')}]`));

for (const [what, text, format] of [
  ['on a line of JSON Lines', `${page}\n`, 'lines'],
  ['on a line with Windows line ends', `\r\n${page}\r\n`, 'lines'],
  ['on a line, behind what nobody sees', `\u200b${page}\n`, 'lines'],
  ['in an object in a response, on a line', `{"status":200,"data":{"items":[${records.join(',')}]}}`, 'lines'],
  ['that PowerShell wrapped, on a line', `{"value":[${records.join(',')}],"Count":${count}}`, 'lines'],
  ['one of several in a list', `[${page}]`, 'json'],
  ['over many lines in a list', `[\r\n  {\r\n "items": [\r\n${records.join(',\r\n')}\r\n] }\r\n]`, 'json'],
  [
    'with a comment, and values that are no records',
    `[{ "items": [${records.join(', 5, /* { */ ')}, null] }]`,
    'jsonc',
  ],
] as const) {
  test(`the records of a page are listed as those of a list: ${what}`, () => {
    assert.deepEqual(listed(indexOf(text, format as Format)), expected);
  });
}

test('the findings of a record in a page are listed with it, and no others', () => {
  const index = indexOf(`{}\n${page}`, 'lines');
  const found = [...refsFrom(new RecordCursor(index))].flatMap((ref) =>
    findingsIn(index, ref).map(({ finding }) => `${ref.inside} ${finding.rule}`),
  );
  const ids = Array.from({ length: count }, (_, number) => [
    `${number} job-id`,
    ...(number % 100 === 7 ? [`${number} enum`] : []),
  ]);
  assert.deepEqual(found, ids.flat());
});

test('after an edit, the records of a page are where they are now', () => {
  const { index, change } = open(`{"name":"first"}\n${page}\n${page}`, 'lines');
  const names = () => Array.from(recordsOf(index), ({ summary }) => summary.name);
  const texts = () => listed(index).map(({ text }) => text);
  change(put(0, 0, '{"name":"new"}\n'));
  index.step();
  assert.deepEqual(names().slice(0, 3), ['new', 'first', 'Backup 0']);
  assert.deepEqual(texts().slice(2), [...records, ...records]);
  change(put(2, page.indexOf('Backup 100'), 'A longer name', 'Backup 100'.length));
  index.step();
  assert.equal(names()[102], 'A longer name');
  assert.deepEqual(texts().slice(103), [...records.slice(101), ...records]);
  change(put(2, page.indexOf('['), '', 1));
  index.step();
  assert.deepEqual(texts().slice(-count), records);
});

test('the records around a position are those before it and behind it, inside pages and outside', () => {
  const index = indexOf(`{"name":"a"}\n5\n${page}\n\n{"name":"z"}`, 'lines');
  const all = [...refsFrom(new RecordCursor(index))];
  assert.equal(all.length, count + 2);
  const startOf = (ref: RecordRef | undefined) => {
    const range = ref && rangeIn(index, ref);
    assert.ok(range);
    return range.start;
  };
  for (const [number, before] of [
    [0, 0],
    [0, 9],
    [1, 0],
    [1, 1],
    [1, 2],
    [150, 100],
    [150, 149],
    [150, 150],
    [150, 151],
    [count + 1, 0],
    [count + 1, 1],
    [count + 1, count],
    [count + 1, count + 9],
  ] as const) {
    const cursor = cursorAt(index, startOf(all[number])).back(before);
    const [first] = refsFrom(cursor);
    assert.deepEqual(first, all[Math.max(0, number - before)], `${before} before ${number}`);
  }
  const behindPage = { line: 2, character: page.length };
  assert.deepEqual(cursorAt(index, behindPage).next(), undefined);
  assert.deepEqual([...refsFrom(cursorAt(index, behindPage))], all.slice(-1));
  assert.deepEqual([...refsFrom(cursorAt(index, { line: 9, character: 0 }))], []);
});

test('a search in a page stops at its deadline after each record, and continues there', () => {
  const search = new RecordSearch(indexOf(`${page}\n${page}`, 'lines'), 3);
  search.find('done');
  let steps = 0;
  while (!search.step(0)) steps++;
  assert.ok(steps >= 2 * count, `${steps}`);
  assert.equal(search.count, 6);
  assert.deepEqual(
    search.found,
    [7, 107, 207].map((inside) => ({ at: 0, inside })),
  );
});

test('without words, a search starts at any record of a page', () => {
  const search = new RecordSearch(indexOf(`${page}\n${page}`, 'lines'), 3);
  search.find('', { at: 0, inside: 298 });
  search.step();
  assert.deepEqual(search.found, [
    { at: 0, inside: 298 },
    { at: 0, inside: 299 },
    { at: 1, inside: 0 },
  ]);
  assert.equal(search.count, 2 * count);
});
