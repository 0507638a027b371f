import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextChange } from '../../src/document/text-source.ts';
import type { Format } from '../../src/document/value-scanner.ts';
import { countFindings, findingsAround, listFindings } from '../../src/index/listing.ts';
import { RecordIndex } from '../../src/index/record-index.ts';
import { defaultSeverities, type RuleId } from '../../src/record/rules/index.ts';
import { severities } from '../../src/record/severity.ts';
import { differential } from '../support/differential.ts';
import { TextDocument } from '../support/text-document.ts';

const rank = (rule: RuleId) => severities.indexOf(defaultSeverities[rule]);

/** A document and its index, which follows its changes. */
function open(text: string, format: Format = 'json') {
  const document = new TextDocument(text);
  const index = new RecordIndex(document, format);
  index.step();
  const change = (...changes: TextChange[]) => {
    document.apply(changes);
    index.change(changes);
  };
  return { document, index, change };
}

/** Puts a text in, or in the place of so many characters. */
function put(line: number, character: number, text: string, length = 0): TextChange {
  return { range: { start: { line, character }, end: { line, character: character + length } }, text };
}

/** The rules of the findings and their lines, the first ones of those that are wanted. */
function found(index: RecordIndex, near = 0, most = Number.POSITIVE_INFINITY): string[] {
  return listFindings(index, { rank, near, most }).map(({ finding, range }) => `${finding.rule} ${range.start.line}`);
}

test('after any edits, the index says what it would say from scratch', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { edits, mistakes } = differential({ seed, documents: 250, editsEach: 100 });
  assert.deepEqual(mistakes, []);
  assert.equal(edits, 25_000);
});

test('the seeds that have found mistakes find none', () => {
  for (const seed of [15, 1215, 1414, 1471, 1767, 2105, 1_850_231_787, 1_160_378_394, 1_884_753_087])
    assert.deepEqual(differential({ seed, documents: 1, editsEach: 100 }).mistakes, []);
});

test('an edit costs what it touches: no more is read than the record and the start of the next', () => {
  const record = `  {\n    "name": "x",\n    "status": "COMPLETE"\n  }`;
  const { document, index, change } = open(`[\n${Array.from({ length: 5_000 }, () => record).join(',\n')}\n]`);
  let read = 0;
  const { getText } = document;
  document.getText = (range) => {
    const text = getText.call(document, range);
    read += text.length;
    return text;
  };
  change(put(10_002, 9, 'z'));
  assert.ok(index.step());
  assert.deepEqual(found(index), ['unknown-property 10002']);
  change(put(10_002, 9, '', 1));
  assert.ok(index.step());
  assert.deepEqual(found(index), []);
  assert.ok(read < 10_000, `${read} characters`);
});

test('work that is paused goes on where it was', () => {
  const document = new TextDocument(`[${Array.from({ length: 2_000 }, () => '{ "status": "X" }').join(',\n')}]`);
  const index = new RecordIndex(document, 'json');
  let steps = 1;
  while (!index.step(0)) steps++;
  assert.ok(steps > 100, `${steps} steps`);
  assert.equal(index.count, 2_000);
});

test('of too many findings those that matter most come first, of equal ones the near', () => {
  const records = Array.from({ length: 100 }, (_, at) => (at % 10 === 0 ? '{ "status": "X" }' : '{ "x": 1 }'));
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
    listed.slice(0, 10).filter((one) => !one.startsWith('enum')),
    [],
  );
  assert.equal(listed[0], 'enum 51');
  assert.deepEqual(
    listed.slice(10).sort(),
    [49, 50, 52, 53].map((line) => `unknown-property ${line}`),
  );
  assert.equal(found(index, 51, 100).length, 100);
});

test('a repeated id is found and forgotten, whichever of its records changes', () => {
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

test('a record that has a finding before and after makes the id of another repeated', () => {
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

test('a record more in one place and one fewer in another leave the findings between them where they are', () => {
  const { index, change } = open('[\n{ "name": "x" },\n{ "status": "X" },\n{ "name": "y" }\n]');
  assert.deepEqual(found(index), ['enum 2']);
  change(put(3, 0, '', 15), put(1, 0, '{ "name": "z" }, '));
  index.step();
  assert.deepEqual(found(index), ['enum 2']);
});

test('what is around a place is found without the rest', () => {
  const { index } = open('[\n{ "status": "X" }, { "x": 1 },\n{ "status": "Y" }\n]');
  const place = { line: 1, character: 20 };
  const around = findingsAround(index, { start: place, end: place });
  assert.deepEqual(
    around.map(({ finding }) => finding.rule),
    ['unknown-property'],
  );
});

test('behind a value that is too long nothing is checked, until it is shorter', () => {
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

test('JSON Lines: a broken line costs itself, and what is wrong with its syntax is said', () => {
  const { index, change } = open('{ "status": "X" }\r\n{ "name": \r\n\r\n{ "status": "Y" }\r\n', 'lines');
  assert.deepEqual(found(index), ['enum 0', 'syntax 1', 'enum 3']);
  change(put(1, 10, '"x" }'));
  index.step();
  assert.deepEqual(found(index), ['enum 0', 'enum 3']);
});
