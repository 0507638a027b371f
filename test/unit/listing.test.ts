import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFindings, findingsAround, listFindings } from '../../src/index/listing.ts';
import type { RecordIndex } from '../../src/index/record-index.ts';
import type { RuleId } from '../../src/record/rules/index.ts';
import { found, open, positionText, rangeText, rank } from '../support/open-index.ts';

/** The findings as `rule line:character-line:character`. */
function placed(index: RecordIndex): string[] {
  const findings = listFindings(index, { rank, near: 0, max: 100 });
  return findings.map(({ finding, range }) => `${finding.rule} ${rangeText(range)}`);
}

const count = (index: RecordIndex) => countFindings(index, () => true);

test('JSON Lines with a record over several lines have a syntax error where it starts', () => {
  const { index } = open('\n {\n "status": "X"\n}', 'lines');
  assert.deepEqual([index.isOverSeveralLines, index.format], [true, 'json']);
  assert.deepEqual(placed(index), ['syntax 1:1-1:2', 'enum 2:11-2:14']);
  const [first] = listFindings(index, { rank, near: 0, max: 100 });
  assert.deepEqual(first?.finding, { rule: 'syntax', offset: 0, length: 0, problem: 'several lines' });
  assert.equal(count(index), 2);
  assert.equal(open('{ "status": "X" }\n', 'lines').index.isOverSeveralLines, false);
});

const mapping = '{ "version": 1, "objects": [] }';

test('a foreign file has one finding at its first bracket, whatever is in it', () => {
  const { index } = open(` [\n${mapping},\n{ "version": 1, "objects": [], "status": "X" }]`);
  assert.deepEqual(placed(index), ['foreign-file 0:1-0:2']);
  assert.equal(count(index), 1);
});

test('in foreign JSON Lines, the finding is on the first line that tells, and syntax errors are found too', () => {
  const { index } = open(`x y\n{ "version": 1, "objects": [], \n${mapping}\n`, 'lines');
  assert.deepEqual(placed(index), ['foreign-file 1:0-1:1', 'syntax 0:0-0:1', 'syntax 1:30-1:30']);
  assert.equal(count(index), 3);
  assert.deepEqual(index.foreign, { kind: 'export', start: { line: 1, character: 0 } });
});

test('a file is not foreign if one of its values may be a record', () => {
  const { index } = open(`[${mapping}, { "status": "X" }]`);
  assert.equal(index.foreign, undefined);
  assert.deepEqual(found(index), ['foreign-file 0', 'enum 0']);
  assert.equal(count(index), 2);
});

test('findings are listed in the order of the text if they all fit, and those of a rule that is off are left out', () => {
  const { index } = open('{ "Count": 3, "value": [\n{ "x": 1, "name": "" },\n{ "status": "X" },\n5] }');
  assert.deepEqual(found(index, 0, 4), ['powershell-array 0', 'unknown-property 1', 'enum 2', 'not-a-record 3']);
  const without = (rules: readonly RuleId[]) => {
    const rankOf = (rule: RuleId) => (rules.includes(rule) ? undefined : rank(rule));
    return listFindings(index, { rank: rankOf, near: 0, max: 2 }).map(({ finding }) => finding.rule);
  };
  assert.deepEqual(without(['powershell-array', 'not-a-record']), ['unknown-property', 'enum']);
});

test('a finding of the whole file takes one of the places', () => {
  const { index } = open(
    '{ "Count": 3, "value": [\n{ "x": 1, "name": "" },\n{ "x": 1, "name": "" },\n{ "x": 1, "name": "" }] }',
  );
  assert.deepEqual(found(index, 0, 2), ['powershell-array 0', 'unknown-property 1']);
});

test('the nearest findings are looked for from the first record on, and from behind the last one back', () => {
  const { index } = open('[\n{ "x": 1, "name": "" },\n{ "x": 1, "name": "" },\n{ "x": 1, "name": "" }\n]');
  assert.deepEqual(found(index, 0, 2), ['unknown-property 1', 'unknown-property 2']);
  assert.deepEqual(found(index, 4, 2), ['unknown-property 3', 'unknown-property 2']);
});

test('no more records are looked at than findings are listed', () => {
  const { index } = open(`[${Array(100).fill('{ "x": 1, "name": "" }').join(',\n')}]`);
  const looked: number[] = [];
  const { findingsOf } = index;
  index.findingsOf = (entry) => {
    looked.push(entry);
    return findingsOf.call(index, entry);
  };
  assert.equal(found(index, 50, 3).length, 3);
  assert.deepEqual(looked, [50, 49, 51]);
});

test('a repeated id is counted', () => {
  const id = '3469b87d-48ca-439a-868f-2160001da8c1';
  const record = `{ "jobId": "${id}" }`;
  const { index } = open(`[${record},\n{},\n${record},\n{ "x": 1, "name": "" },\n${record}]`);
  assert.deepEqual(found(index), ['duplicate-job-id 2', 'unknown-property 3', 'duplicate-job-id 4']);
  assert.equal(count(index), 3);
  const repeated = listFindings(index, { rank, near: 0, max: 10 }).filter(({ earlier }) => earlier);
  assert.deepEqual(
    repeated.map(({ earlier }) => earlier && positionText(earlier.start)),
    ['0:12', '0:12'],
  );
});

test('only the records with findings, or with an id that is repeated, are gone through', () => {
  const record = '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }';
  assert.deepEqual(open(`[${record}, {}, ${record}, { "x": 1, "name": "" }]`).index.indexesWithFindings(), [0, 2, 3]);
  assert.deepEqual(open(`[${record}, {}, { "x": 1, "name": "" }]`).index.indexesWithFindings(), [2]);
  assert.deepEqual(open(`[${record}, {}]`).index.indexesWithFindings(), []);
});

test('around a range, as many findings are looked at as wanted, and all of the last record', () => {
  const { index } = open('[{ "x": 1, "name": "" }, { "x": 1, "status": "X" },\n{ "x": 1, "name": "" }]');
  const around = (max: number) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    return findingsAround(index, range, max).map(({ range }) => positionText(range.start));
  };
  assert.deepEqual(around(1), ['0:3']);
  assert.deepEqual(around(2), ['0:3', '0:27', '0:45']);
  assert.deepEqual(around(3), ['0:3', '0:27', '0:45']);
  assert.deepEqual(around(4), ['0:3', '0:27', '0:45', '1:2']);
  assert.deepEqual(around(9), ['0:3', '0:27', '0:45', '1:2']);
});

test('a line that is a page or a wrapper has its records inside of it, and a record has none', () => {
  const record = '{ "status": "COMPLETE", "name": "x", "jobId": "x" }';
  const lines = [
    `{ "items": [${record}, ${record}] }`,
    `{ "value": [${record}, ${record}, ${record}], "Count": 3 }`,
    '{ "status": "COMPLETE", "options": { "includeTypes": { "value": ["ROLE"], "Count": 1 } } }',
    '[{}',
    record,
  ];
  const { index } = open(lines.join('\n'), 'lines');
  assert.deepEqual(
    lines.map((_, at) => [index.recordCountOf(at), index.recordsInside(at) !== undefined]),
    [
      [2, true],
      [3, true],
      [1, false],
      [0, false],
      [1, false],
    ],
  );
  assert.equal(index.recordCount, 7);
});
