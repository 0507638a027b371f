import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFindings, findingsTouching, listFindings } from '../../src/index/listing.ts';
import { differential } from '../support/differential.ts';
import { countReading, found, newIndex, open, put, rank, room } from '../support/open-index.ts';
import { runs } from '../support/runs.ts';
import { seed } from '../support/seed.ts';
import { TextDocument } from '../support/text-document.ts';

/* The findings of an open document. Random edits compare them with a check from scratch; the others are cases by name. */

test('after any edits, the index equals a check from scratch', () => {
  const { edits, mistakes } = differential({ seed, documents: runs(20), editsEach: 100 });
  assert.deepEqual(mistakes, []);
  assert.equal(edits, runs(20) * 100);
});

test('after any edits of merge conflicts, the index equals a check from scratch', () => {
  const { mistakes } = differential({ seed, documents: runs(10), editsEach: 100, hasConflicts: true });
  assert.deepEqual(mistakes, []);
});

test('the end of a merge conflict, typed far below it, hides the records of its other side at once', () => {
  const side = '{ "status": "X" },\n'.repeat(100);
  const { index, change } = open(`[\n<<<<<<< HEAD\n{},\n=======\n${side}>>>>>>\n{}]`);
  assert.equal(
    countFindings(index, () => true),
    100,
  );
  change(put(104, 0, '>'));
  index.step();
  assert.equal(
    countFindings(index, () => true),
    0,
  );
});

test('the seeds that once found mistakes find none', () => {
  // A seed makes other documents once test/support/differential.ts makes them in another way. Then it goes from here.
  for (const seed of [33_804, 23_014, 89_038, 20_141, 830_042])
    assert.deepEqual(differential({ seed, documents: 1, editsEach: 200 }).mistakes, []);
});

test('an open document has the same findings wherever a chunk of it ends', () => {
  const space = ' '.repeat(2_000);
  for (const text of [
    `[${space} {}\n<<<<<<< a/5 and 5\n, { "status": "X" }\n=======\n, { "name": "/", "x": 5 }\n>>>>>>> b/5 and 5\n, 5]`,
    `{ "name": "x" }${space}, [1, {"a": { "items": [{ "jobId": "x", "status": "X" }] }2}]`,
    `[${space} "a" /* x */ : 5, "b": /* x */ { "status": "Y" }, { "name": "é😀" }, "c" // x\n, { "x": 1 }]`,
    `[${space}{ "status": "X" }]\n{0} [INFO] "a" : { "x": 1, "name": "" }\n [{ "status": "Y" }, "x"]\n[ /* \n{} */ {}]`,
  ]) {
    const expected = found(open(text).index);
    assert.ok(expected.length > 0);
    for (let length = 1; length < text.length - space.length; length++)
      assert.deepEqual(found(open(text, 'json', { first: length, max: length }).index), expected, `${length}`);
  }
});

const manyRecords = Array.from({ length: 2_500 }, () => `  {\n    "name": "x",\n    "status": "COMPLETE"\n  }`);
for (const [what, before, separator, others, format] of [
  ['record in a list', '[{}', ',\n', manyRecords, 'json'],
  ['record in a list of strings', '[{}', ',\n', Array(10_000).fill('"x"'), 'json'],
  ['record without a list', '', '\n', manyRecords, 'json'],
  ['line of JSON Lines', '', '\n', Array(10_000).fill('x'), 'lines'],
] as const) {
  test(`an edit reads only the ${what} and the start of the next`, () => {
    const { document, index, change } = open([before, ...others, '{ "name": "x" }', ...others].join(separator), format);
    const errors = index.countOf('syntax');
    const read = countReading(document);
    change(put(10_001, 7, 'z'));
    assert.ok(index.step());
    assert.deepEqual([index.countOf('unknown-property'), index.countOf('syntax')], [1, errors]);
    change(put(10_001, 7, '', 1));
    assert.ok(index.step());
    assert.deepEqual([index.countOf('unknown-property'), index.countOf('syntax')], [0, errors]);
    assert.ok(read.characters < 10_000, `${read.characters} characters`);
  });
}

test('an edit at the end reads nothing of an earlier edit at the start', () => {
  const { document, index, change } = open(`[${room}\n${Array(1_000).fill('{ "name": "x" }').join(',\n')}]`);
  change(put(1, 3, 's'));
  index.step();
  const read = countReading(document);
  change(put(1_000, 3, 's'));
  index.step();
  assert.deepEqual(found(index), ['unknown-property 1', 'unknown-property 1000']);
  assert.ok(read.characters < 1_000, `${read.characters} characters`);
});

test('a paused check continues where it stopped', () => {
  const document = new TextDocument(`[${Array.from({ length: 2_000 }, () => '{ "status": "X" }').join(',\n')}]`);
  const index = newIndex(document, 'json');
  let steps = 1;
  while (!index.step(0)) steps++;
  assert.ok(steps > 100, `${steps} steps`);
  assert.equal(index.count, 2_000);
});

test('a value that is too long stops the check, until it is shorter', () => {
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

test('the most severe of too many findings are listed first, then the nearest', () => {
  const records = Array.from({ length: 100 }, (_, at) =>
    at % 10 === 0 ? '{ "status": "X" }' : '{ "x": 1, "name": "" }',
  );
  const { index } = open(`[\n${records.join(',\n')}\n]`);
  assert.equal(
    countFindings(index, () => true),
    100,
  );
  assert.equal(
    countFindings(index, (rule) => rule === 'enum'),
    10,
  );
  const listed = found(index, 51, 14);
  assert.deepEqual(
    listed.slice(0, 10).filter((finding) => !finding.startsWith('enum')),
    [],
  );
  assert.equal(listed[0], 'enum 51');
  assert.deepEqual(
    listed.slice(10).sort(),
    [49, 50, 52, 53].map((line) => `unknown-property ${line}`),
  );
  assert.equal(found(index, 51, 100).length, 100);
});

for (const [title, records, near, listed] of [
  ['are searched for up to the first record', ['{ "status": "X" }', 'x', 'x', 'x'], 4, ['enum 1', 'x 4', 'x 3']],
  ['from above come from the first record on', ['x', 'x', 'x'], 0, ['x 1', 'x 2']],
  ['from below come from the last record back', ['x', 'x', 'x'], 4, ['x 3', 'x 2']],
] as const) {
  test(`the nearest findings ${title}`, () => {
    const texts = records.map((record) => record.replace(/^x$/, '{ "x": 1, "name": "" }'));
    const { index } = open(`[\n${texts.join(',\n')}\n]`);
    const expected = listed.map((one) => one.replace('x ', 'unknown-property '));
    assert.deepEqual(found(index, near, listed.length), expected);
  });
}

test('all findings are listed in the order of the text, the one of the whole file first, without rules that are off', () => {
  const { index } = open('{ "Count": 3, "value": [\n{ "x": 1, "name": "" },\n{ "status": "X" },\n5] }');
  assert.deepEqual(found(index, 0, 4), ['powershell-array 0', 'unknown-property 1', 'enum 2', 'not-a-record 3']);
  const off = ['powershell-array', 'not-a-record'];
  const listed = listFindings(index, {
    rank: (rule) => (off.includes(rule) ? undefined : rank(rule)),
    near: 0,
    max: 2,
  });
  assert.deepEqual(
    listed.map(({ finding }) => finding.rule),
    ['unknown-property', 'enum'],
  );
});

test('a repeated id is reported as long as it is repeated, whichever record changes', () => {
  const id = '3469b87d-48ca-439a-868f-2160001da8c1';
  const { index, change } = open(`[\n{ "jobId": "${id}" },\n{ "jobId": "${id}" },\n{ "jobId": "${id}" }\n]`);
  assert.deepEqual(found(index), ['duplicate-job-id 2', 'duplicate-job-id 3']);
  const [, second] = listFindings(index, { rank, near: 0, max: 10 });
  assert.deepEqual(second?.earlier?.start, { line: 1, character: 11 });
  change(put(1, 12, '4', 1));
  index.step();
  assert.deepEqual(found(index), ['duplicate-job-id 3']);
  change(put(3, 12, '5', 1));
  index.step();
  assert.deepEqual(found(index), []);
});

test('an edit repeats an id in a record that has a finding before and after', () => {
  const ids = ['3469b87d-48ca-439a-868f-2160001da8c1', '4469b87d-48ca-439a-868f-2160001da8c1'];
  const { index, change } = open(`[\n{ "jobId": "${ids[0]}" },\n{ "jobId": "${ids[1]}", "status": "X" }\n]`);
  assert.deepEqual(found(index), ['enum 2']);
  change(put(2, 12, '3', 1));
  index.step();
  assert.deepEqual(found(index), ['enum 2', 'duplicate-job-id 2']);
  change(put(2, 12, '4', 1));
  index.step();
  assert.deepEqual(found(index), ['enum 2']);
});

test('the findings around a range are those of the records that it touches', () => {
  const { index } = open('[\n{ "status": "X" }, { "x": 1, "name": "" },\n{ "status": "Y" }\n]');
  const around = (start: number, end: number) => {
    const range = { start: { line: 1, character: start }, end: { line: 1, character: end } };
    return findingsTouching(index, range, 100).map(({ finding }) => finding.rule);
  };
  assert.deepEqual(around(22, 22), ['unknown-property']);
  assert.deepEqual(around(17, 17), ['enum'], 'the end of the first');
  assert.deepEqual(around(18, 18), [], 'between them');
  assert.deepEqual(around(18, 19), ['unknown-property'], 'the start of the second');
  assert.deepEqual(around(17, 19), ['enum', 'unknown-property']);
});

for (const [what, between] of [
  ['white space after the comma', `,${' '.repeat(3_000)}x, `],
  ['a comment after the comma', `, /* ${' '.repeat(3_000)} */ x, `],
  ['text after the comma', `, x${' '.repeat(3_000)}, `],
] as const) {
  test(`after an edit, a record that follows other text on its line is still found: ${what}`, () => {
    const { index, change } = open(`{}${between}{ "status": "X" }`);
    assert.deepEqual([found(index), index.count], [['enum 0'], 2]);
    change(put(0, 1, ' '));
    index.step();
    assert.deepEqual([found(index), index.count], [['enum 0'], 2]);
  });
}

test('a broken line of JSON Lines has a syntax error, and costs no other line', () => {
  const { index, change } = open('{ "status": "X" }\r\n{ "name": \r\n\r\n{ "status": "Y" }\r\n', 'lines');
  assert.deepEqual(found(index), ['enum 0', 'syntax 1', 'enum 3']);
  change(put(1, 10, '"x" }'));
  index.step();
  assert.deepEqual(found(index), ['enum 0', 'enum 3']);
});

test('JSON Lines of another kind have one finding on the first line that tells, and syntax errors', () => {
  const mapping = '{ "version": 1, "objects": [] }';
  const { index, change } = open(`x y\n{ "version": 1, "objects": [], \n${mapping}\n`, 'lines');
  assert.deepEqual(found(index), ['foreign-file 1', 'syntax 0', 'syntax 1']);
  assert.deepEqual(index.foreign, { kind: 'export', start: { line: 1, character: 0 } });
  assert.equal(
    countFindings(index, () => true),
    3,
  );
  change(put(3, 0, '{ "status": "X" }'));
  index.step();
  assert.equal(index.foreign, undefined, 'one of the lines may be a record');
});

test('a broken wrapper with more values than a record can have is a list', () => {
  const { index } = open(`{ "value": [${Array(1_001).fill('{}')}`);
  assert.deepEqual([index.shape, index.count], ['list', 1_001]);
});

test('text that is not JSON has no values, however long it is', () => {
  const python = `[${Array(2_000).fill("{'jobId': 'x', 'totalObjectCount': 5}").join(',\n')}]`;
  const { index, change } = open(python);
  assert.deepEqual([index.shape, index.count, found(index)], ['text', 0, []]);
  change(put(1_000, 0, ' '));
  index.step();
  assert.deepEqual([index.shape, index.count, found(index)], ['text', 0, []]);
});

test('JSON Lines that are text of another kind have one finding, until a line has a record', () => {
  const csv = 'jobId,status,backupType\na,COMPLETE,MANUAL\nb,FAILED,MANUAL';
  const { index, change } = open(csv, 'lines');
  assert.deepEqual(found(index), ['syntax 0']);
  assert.deepEqual(index.otherText, { kind: 'CSV', start: { line: 0, character: 0 } });
  const count = () => countFindings(index, () => true);
  assert.equal(count(), 1);
  change(put(2, 15, '\n{ "status": "X" }'));
  index.step();
  assert.deepEqual(found(index), ['syntax 0', 'syntax 1', 'syntax 2', 'enum 3']);
  assert.equal(count(), 4);
});
