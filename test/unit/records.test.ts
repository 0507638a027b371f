import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import type { RecordIndex } from '../../src/index/record-index.ts';
import {
  cursorAt,
  findingsIn,
  RecordCursor,
  type RecordRef,
  rangeIn,
  recordIn,
  recordsOf,
  refsFrom,
} from '../../src/index/records.ts';
import { summaryOf } from '../../src/record/summary.ts';
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
  ['on a line, after an invisible character', `\u200b${page}\n`, 'lines'],
  ['in an object in a response, on a line', `{"status":200,"data":{"items":[${records.join(',')}]}}`, 'lines'],
  ['that PowerShell wrapped, on a line', `{"value":[${records.join(',')}],"Count":${count}}`, 'lines'],
  ['one of several in a list', `[${page}]`, 'json'],
  ['over many lines in a list', `[\r\n  {\r\n "items": [\r\n${records.join(',\r\n')}\r\n] }\r\n]`, 'json'],
  [
    'with a comment, and values that are not records',
    `[{ "items": [${records.join(', 5, /* { */ ')}, null] }]`,
    'jsonc',
  ],
] as const) {
  test(`the records of a page are listed like those of a list: ${what}`, () => {
    assert.deepEqual(listed(indexOf(text, format as Format)), expected);
  });
}

test('a record in a page has its own findings, and no others', () => {
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

test('the records of a page move with an edit', () => {
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

test('a position has records before and after it, inside pages and outside', () => {
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

const whole = {
  jobId: '3469b87d-48ca-439a-868f-2160001da8c1',
  status: 'COMPLETE',
  type: 'BACKUP',
  created: '2021-05-11T22:23:16Z',
  completed: '2021-05-11T22:24:16Z',
  name: 'Nightly',
  backupType: 'AUTOMATED',
  options: { name: 'not this', includeTypes: ['ROLE'] },
};
const summary = {
  name: 'Nightly',
  status: 'COMPLETE',
  type: 'AUTOMATED',
  time: '2021-05-11T22:23:16Z',
  jobId: '3469b87d-48ca-439a-868f-2160001da8c1',
};

test('a summary has the values that identify a record', () => {
  assert.deepEqual(summaryOf(JSON.stringify(whole)), summary);
});

test('a broken record has a summary of the part that can be read', () => {
  const text = JSON.stringify(whole, undefined, 2);
  for (const broken of [
    text.slice(0, -1),
    text.replace('"status"', '// why?\n"status"'),
    text.replace('["ROLE"]', '["ROLE"').replace('"type":', '"type"'),
    text.replace(/\}$/, ', "tenant": tru,, }'),
  ]) {
    assert.deepEqual(summaryOf(broken), summary, broken);
  }
  assert.deepEqual(summaryOf('{ "name": "Nightly", "status": "FAI'), { name: 'Nightly' });
  for (const nothing of ['', '{', '[]', 'null', '"name"', '{ "name" }'])
    assert.deepEqual(summaryOf(nothing), {}, nothing);
});

test('a summary reads names in any case, takes the best time and type, and leaves out empty values', () => {
  const text =
    '{ "Job_Id": 5, "NAME": " a\\n b ", "status": "", "type": "BACKUP", "created": null, "modified": [], "completed": "x" }';
  assert.deepEqual(summaryOf(text), { name: 'a b', type: 'BACKUP', time: 'x', jobId: '5' });
  assert.deepEqual(summaryOf('{ "name": { "x": 1 }, "status": ["x"], "jobId": null, "type": false }'), {
    type: 'false',
  });
  assert.equal(summaryOf(JSON.stringify({ name: 'x'.repeat(100_000) })).name?.length, 200);
});

test('a record is titled by its name, else by its id, else by its number or line', () => {
  const records = ['{ "name": "n", "jobId": "j" }', '{ "jobId": "j" }', '5', '{}'];
  assert.deepEqual(titlesIn(indexOf(`[${records.join(',\n')}]`)), ['n', 'j', 'Record 4']);
  assert.deepEqual(titlesIn(indexOf(`\n${records.join('\n')}`, 'lines')), ['n', 'j', 'Line 5']);
});

function titlesIn(index: RecordIndex): string[] {
  return Array.from(recordsOf(index), ({ title }) => title);
}

/** An envelope around two records without a name. */
const pair = '{ "items": [{ "status": "FAILED", "isPartial": false }, { "status": "COMPLETE", "isPartial": true }] }';

test('a record in an envelope is titled by the number or line of the envelope, and its own number', () => {
  assert.deepEqual(titlesIn(indexOf(`[{}, ${pair}]`)), ['Record 1', 'Record 2, record 1', 'Record 2, record 2']);
  assert.deepEqual(titlesIn(indexOf(`{}\n${pair}`, 'lines')), ['Line 1', 'Line 2, record 1', 'Line 2, record 2']);
});

test('a record in an envelope after an invisible character has the right range', () => {
  const index = indexOf(`{}\n\u200b${pair}`, 'lines');
  const record = recordIn(index, { at: 1, inside: 1 });
  assert.deepEqual(record && { at: record.at, inside: record.inside }, { at: 1, inside: 1 });
  assert.equal(record && index.source.getText(record.range), '{ "status": "COMPLETE", "isPartial": true }');
});

test('a record that has left its envelope is not found', () => {
  for (const [text, inside] of [
    [pair, 2],
    ['{ "status": "FAILED", "isPartial": false }', 0],
    ['oops', 0],
    [']', 0],
  ] as const)
    assert.equal(recordIn(indexOf(text, 'lines'), { at: 0, inside }), undefined, text);
});
