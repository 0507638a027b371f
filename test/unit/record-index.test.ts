import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFindings, entriesWithFindings, findingsAround, listFindings } from '../../src/index/listing.ts';
import { Lines } from '../../src/json/lines.ts';
import { differential } from '../support/differential.ts';
import { countReading, found, newIndex, open, put, rank, room } from '../support/open-index.ts';
import { runs } from '../support/runs.ts';
import { seed } from '../support/seed.ts';
import { TextDocument } from '../support/text-document.ts';

test('after any edits, the index equals a check from scratch', () => {
  const { edits, mistakes } = differential({ seed, documents: runs(20), editsEach: 100 });
  assert.deepEqual(mistakes, []);
  assert.equal(edits, runs(20) * 100);
});

test('the seeds that once found mistakes find none', () => {
  for (const seed of [
    15, 187, 60_118, 1215, 1414, 1471, 1767, 2105, 1_850_231_787, 1_160_378_394, 1_884_753_087, 255_373_990,
    269_029_236, 675_928_465, 33_804, 23_014, 89_038,
  ])
    assert.deepEqual(differential({ seed, documents: 1, editsEach: 200 }).mistakes, []);
});

const manyRecords = Array.from({ length: 2_500 }, () => `  {\n    "name": "x",\n    "status": "COMPLETE"\n  }`);
for (const [what, before, separator, others, format] of [
  ['record in a list', '[{}', ',\n', manyRecords, 'json'],
  ['record in a list of strings', '[{}', ',\n', Array(10_000).fill('"x"'), 'json'],
  ['record without a list', '', '\n', manyRecords, 'json'],
  ['line of JSON Lines', '', '\n', Array(10_000).fill('x'), 'lines'],
] as const) {
  test(`after an edit, only the ${what} and the start of the next are read`, () => {
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

test('a check that was paused continues where it stopped', () => {
  const document = new TextDocument(`[${Array.from({ length: 2_000 }, () => '{ "status": "X" }').join(',\n')}]`);
  const index = newIndex(document, 'json');
  let steps = 1;
  while (!index.step(0)) steps++;
  assert.ok(steps > 100, `${steps} steps`);
  assert.equal(index.count, 2_000);
});

test('if there are too many findings, the most severe are listed first, then the nearest', () => {
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

test('a repeated id is reported as long as it is repeated, whichever record changes', () => {
  const id = '3469b87d-48ca-439a-868f-2160001da8c1';
  const { index, change } = open(`[\n{ "jobId": "${id}" },\n{ "jobId": "${id}" },\n{ "jobId": "${id}" }\n]`);
  assert.deepEqual(found(index), ['duplicate-job-id 2', 'duplicate-job-id 3']);
  const [, second] = listFindings(index, { rank, near: 0, most: 10 });
  assert.deepEqual(second?.earlier?.start, { line: 1, character: 11 });
  change(put(1, 12, '4', 1));
  index.step();
  assert.deepEqual(found(index), ['duplicate-job-id 3']);
  change(put(3, 12, '5', 1));
  index.step();
  assert.deepEqual(found(index), []);
});

test('an id becomes repeated by an edit in a record that has a finding before and after', () => {
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

test('removing one record and adding another leaves the findings between them in place', () => {
  const { index, change } = open('[\n{ "name": "x" },\n{ "status": "X" },\n{ "name": "y" }\n]');
  assert.deepEqual(found(index), ['enum 2']);
  change(put(3, 0, '', 15), put(1, 0, '{ "name": "z" }, '));
  index.step();
  assert.deepEqual(found(index), ['enum 2']);
});

test('the findings around a range are those of the records that it touches', () => {
  const { index } = open('[\n{ "status": "X" }, { "x": 1, "name": "" },\n{ "status": "Y" }\n]');
  const around = (start: number, end: number) => {
    const range = { start: { line: 1, character: start }, end: { line: 1, character: end } };
    return findingsAround(index, range, 100).map(({ finding }) => finding.rule);
  };
  assert.deepEqual(around(22, 22), ['unknown-property']);
  assert.deepEqual(around(17, 17), ['enum'], 'the end of the first');
  assert.deepEqual(around(18, 18), [], 'between them');
  assert.deepEqual(around(18, 19), ['unknown-property'], 'the start of the second');
  assert.deepEqual(around(17, 19), ['enum', 'unknown-property']);
});

test('the search for the most severe findings extends to the first record', () => {
  const { index } = open(
    '[\n{ "status": "X" },\n{ "x": 2, "name": "" },\n{ "x": 3, "name": "" },\n{ "x": 4, "name": "" }\n]',
  );
  assert.deepEqual(found(index, 4, 3), ['enum 1', 'unknown-property 4', 'unknown-property 3']);
});

test('the entries with findings are given with their findings, and no others', () => {
  const id = '3469b87d-48ca-439a-868f-2160001da8c1';
  const { index } = open(`[{ "jobId": "${id}" }, { "jobId": "${id}", "x": 1 }, {}, { "status": "X" }]`);
  assert.deepEqual(
    [...entriesWithFindings(index)].map(([entry, findings]) => [
      entry.start.character,
      findings.map(({ rule }) => rule),
    ]),
    [
      [54, ['unknown-property']],
      [119, ['enum']],
    ],
  );
});

test('a repeated id is flagged where it is, wherever its record starts', () => {
  const id = '"3469b87d-48ca-439a-868f-2160001da8c1"';
  const text = `[ { "jobId": ${id} }, { "jobId": ${id} },\n  {\n  "name": "x",  "jobId":\n ${id} }\n]`;
  const [one, two, three] = Array.from(text.matchAll(/"346/g), ({ index }) => index);
  const lines = new Lines(text);
  const positions = [one, two, three].map((at = 0) => lines.positionAt(at));
  const { index } = open(text);
  const listed = listFindings(index, { rank, near: 0, most: 10 });
  assert.deepEqual(
    listed.map(({ range, earlier }) => [range.start, earlier?.start]),
    [
      [positions[1], positions[0]],
      [positions[2], positions[0]],
    ],
  );
});

test('two edits before the next check, the second one further down, are both checked', () => {
  const { document, index, change } = open(`[${room}\n${Array(9).fill('{ "name": "x" }').join(',\n')}]`);
  change(put(2, 3, 's'));
  change(put(7, 3, 't'));
  assert.equal(index.isSettled, false);
  assert.equal(index.certainCount, 2);
  index.step();
  assert.equal(index.certainCount, 10);
  assert.deepEqual([found(index), index.count], [['unknown-property 2', 'unknown-property 7'], 10]);
  const read = countReading(document);
  change(put(8, 3, 's'));
  index.step();
  assert.deepEqual(found(index), ['unknown-property 2', 'unknown-property 7', 'unknown-property 8']);
  assert.ok(read.characters < 100, `${read.characters} characters`);
});

test('an edit at the end reads nothing of what was edited at the start', () => {
  const { document, index, change } = open(`[${room}\n${Array(1_000).fill('{ "name": "x" }').join(',\n')}]`);
  change(put(1, 3, 's'));
  index.step();
  const read = countReading(document);
  change(put(1_000, 3, 's'));
  index.step();
  assert.deepEqual(found(index), ['unknown-property 1', 'unknown-property 1000']);
  assert.ok(read.characters < 1_000, `${read.characters} characters`);
});

test('records that are broken over and over and repaired again leave nothing behind', () => {
  const records = '\n{ "x": 1, "name": "" },\n{ "status": "X" }, { /* x */ },\n{ "x": 1, "status": "X" }';
  const { index, change } = open(`[${room}${records}]`);
  const expected = [...found(index), index.indexesWithFindings()];
  for (let time = 0; time < 5; time++) {
    change(put(1, 0, '"'));
    index.step();
    change(put(1, 0, '', 1), put(3, 0, '5,'));
    index.step();
    change(put(3, 0, '', 2));
    index.step();
    assert.deepEqual([...found(index), index.indexesWithFindings()], expected);
  }
  assert.deepEqual(index.indexesWithFindings(), [1, 2, 4]);
  assert.equal(
    countFindings(index, () => true),
    4,
  );
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

test('a broken line of JSON Lines has a syntax error and costs no other line', () => {
  const { index, change } = open('{ "status": "X" }\r\n{ "name": \r\n\r\n{ "status": "Y" }\r\n', 'lines');
  assert.deepEqual(found(index), ['enum 0', 'syntax 1', 'enum 3']);
  change(put(1, 10, '"x" }'));
  index.step();
  assert.deepEqual(found(index), ['enum 0', 'enum 3']);
});
