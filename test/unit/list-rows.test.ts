import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkFile } from '../../src/files/check-file.ts';
import { type RecordRow, recordRows } from '../../src/files/record-rows.ts';
import { countsInWords } from '../../src/model/severity-counts.ts';
import { defaultSettings } from '../../src/record/settings.ts';
import { checkedFile } from '../support/findings.ts';

const golden = join(import.meta.dirname, '..', 'golden');

function rowsOf(text: string, name = 'x.json'): RecordRow[] {
  return [...recordRows(checkedFile(text, name), defaultSettings)];
}

/** The line of each row, and its findings. */
function linesOf(text: string, name?: string): string[] {
  return rowsOf(text, name).map(({ line, findings }) => `${line} ${countsInWords(findings)}`.trim());
}

test('a row has the values of its record', () => {
  const text = `\n{ "name": "Nightly", "status": "COMPLETE", "backupType": "MANUAL", "totalObjectCount": 124,
    "created": "2021-05-11T22:23:16Z", "completed": "2021-05-11T22:24:17.25Z" }`;
  assert.deepEqual(rowsOf(text), [
    {
      line: 2,
      name: 'Nightly',
      status: 'COMPLETE',
      backupType: 'MANUAL',
      created: '2021-05-11T22:23:16Z',
      seconds: 61.25,
      totalObjectCount: 124,
      findings: { error: 0, warning: 0, information: 0, hint: 0 },
    },
  ]);
});

test('a row has undefined for missing values, and rounds nothing', () => {
  const [row] = rowsOf('{ "jobId": null, "NAME": " ", "status": ["x"], "totalObjectCount": 9007199254740993 }');
  assert.ok(row);
  const { name, status, created, totalObjectCount } = row;
  assert.deepEqual([name, status, created, totalObjectCount], [undefined, undefined, undefined, '9007199254740993']);
});

for (const [created, completed, seconds] of [
  ['2021-05-11T22:23:16.1Z', '2021-05-11T22:23:16.4Z', 0.3],
  ['2021-05-11T22:23:16+02:00', '2021-05-11T20:23:17Z', 1],
  ['\\/Date(1620771796000)\\/', '\\/Date(1620771797500)\\/', 1.5],
  ['2021-05-11T22:23:16Z', '2021-05-11T22:23:16Z', 0],
  ['2021-05-11T22:23:16Z', '2021-05-11T22:23:15Z', undefined],
  ['0001-01-01T00:00:00Z', '2021-05-11T22:23:15Z', undefined],
  ['2021-05-11T22:23:16Z', 'today', undefined],
  ['2021-05-11T22:23:16Z', '', undefined],
] as const) {
  test(`a job from ${created} to ${completed || 'no time'} took ${seconds ?? 'an unknown number of'} seconds`, () => {
    const [row] = rowsOf(`{ "jobId": "x", "created": "${created}", "completed": "${completed}" }`);
    assert.equal(row?.seconds, seconds);
  });
}

test('a count that is not a number is shown as the record has it', () => {
  for (const [written, objects] of [
    ['"10"', '10'],
    ['1.5', '1.5'],
    ['true', 'true'],
    ['" "', undefined],
    ['null', undefined],
    ['[]', undefined],
  ] as const)
    assert.equal(rowsOf(`{ "name": "x", "totalObjectCount": ${written} }`)[0]?.totalObjectCount, objects, written);
});

test('a row has the line and the findings of its record', () => {
  const wrong = '{ "status": "X", "y": 1, "name": "z" }';
  assert.deepEqual(linesOf(`[\n${wrong},\n5,\n{ "name": "a" }\n]`), ['2 1 error, 1 warning', '4']);
  assert.deepEqual(linesOf(`{ "name": "a" }\n\n${wrong}\n`, 'x.jsonl'), ['1', '3 1 error, 1 warning']);
  assert.deepEqual(linesOf('{ "items": [\n{ "jobId": "x", "status": "X" },\n{ "jobId": "x", "name": "y" }] }'), [
    '2 1 error, 1 information',
    '3 1 information',
  ]);
  assert.deepEqual(linesOf('[{ "data": [\n{ "jobId": "x", "name": "a" },\n{ "jobId": "y", "name": "b" }] }]'), [
    '2 1 information',
    '3 1 information',
  ]);
  assert.deepEqual(linesOf('[\n{ "name": "a"\n{ "name": "b" }\n]').length, 2);
  assert.deepEqual(linesOf('{ "name": "a", "status": "COMP'), ['1 1 error']);
  assert.deepEqual(linesOf(''), []);
  assert.deepEqual(linesOf('{ "type": "CREATE_DRAFT", "mode": "x" }'), []);
});

test('a row respects severities and allowed values', () => {
  const allowed = { values: { status: ['X'] }, properties: [] };
  const checked = checkFile(new TextEncoder().encode('{ "status": "X", "y": 1 }'), 'x.json', allowed);
  const [row] = recordRows(checked, {
    allowed,
    severities: { ...defaultSettings.severities, 'unknown-property': 'hint' },
  });
  assert.equal(row && countsInWords(row.findings), '1 hint');
});

test('every golden file has as many rows as records', () => {
  for (const name of readdirSync(golden).filter((one) => /\.json[cl]?$/.test(one))) {
    const checked = checkedFile(readFileSync(join(golden, name)), name);
    assert.equal([...recordRows(checked, defaultSettings)].length, checked.recordCount, name);
  }
});
