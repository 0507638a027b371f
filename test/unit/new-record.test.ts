import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { insertionAt } from '../../src/features/insertion.ts';
import { newRecord, sharedValues } from '../../src/features/new-record.ts';
import { choices, onOneLine, recordSnippet, Verbatim } from '../../src/features/scaffold.ts';
import { edited, openAt } from '../support/cursor.ts';
import { valuesOf } from '../support/values.ts';

const source = { jobId: '3469b87d-48ca-439a-868f-2160001da8c1', now: new Date('2026-11-23T09:00:00Z') };

test('a new record describes a complete backup that was started by hand, now', () => {
  assert.deepEqual(newRecord(source), {
    values: {
      jobId: '3469b87d-48ca-439a-868f-2160001da8c1',
      status: 'COMPLETE',
      type: 'BACKUP',
      tenant: 'acme-solar',
      requesterName: 'Ada Lovelace',
      fileExists: true,
      created: '2026-11-23T09:00:00.000Z',
      modified: '2026-11-23T09:00:00.000Z',
      name: 'Before the spring release',
      userCanDelete: true,
      isPartial: false,
      backupType: 'MANUAL',
      options: null,
      hydrationStatus: 'HYDRATED',
      totalObjectCount: 10,
      cloudStorageStatus: 'SYNCED',
    },
    refused: [],
  });
});

test('chosen values replace the defaults, and values that a record cannot have are refused', () => {
  const { values, refused } = newRecord(source, {
    $schema: 'x',
    tenant: 'acme',
    status: 'DONE',
    totalObjectCount: 5,
    color: 'red',
  });
  assert.deepEqual(values, { ...newRecord(source).values, tenant: 'acme', totalObjectCount: 5 });
  assert.deepEqual(refused, ['$schema', 'color', 'status']);
});

test('a new record with another status has no file and no objects', () => {
  const { values, refused } = newRecord(source, { status: 'IN_PROGRESS' });
  assert.deepEqual(
    [values.status, values.fileExists, values.hydrationStatus, values.totalObjectCount, values.cloudStorageStatus],
    ['IN_PROGRESS', false, 'NOT_HYDRATED', 0, 'NOT_SYNCED'],
  );
  assert.deepEqual(refused, []);
});

for (const [options, isPartial, refused] of [
  [{ includeTypes: ['ROLE'] }, true, []],
  [{}, false, []],
  [null, false, []],
  [5, false, ['options']],
  ['includeTypes', false, ['options']],
] as const) {
  test(`a new record with the options ${JSON.stringify(options)} is ${isPartial ? 'partial' : 'not partial'}`, () => {
    const record = newRecord(source, { options });
    assert.deepEqual([record.values.isPartial, record.refused], [isPartial, refused]);
    assert.deepEqual(record.values.options, refused.length === 0 ? options : null);
  });
}

test('a new record takes the tenant and the requester of another, unless they are blank or not text', () => {
  assert.deepEqual(sharedValues('{ "tenant": "acme", "name": "x", "requesterName": "Ada" }'), {
    tenant: 'acme',
    requesterName: 'Ada',
  });
  assert.deepEqual(sharedValues('{ "tenant": "acme", "requesterName": '), { tenant: 'acme' });
  for (const text of [
    '',
    '{}',
    '5',
    '{ "tenant": " ", "requesterName": "" }',
    '{ "tenant": 5, "requesterName": null }',
  ])
    assert.deepEqual(sharedValues(text), {}, text);
});

test('the snippet of a record has a tab stop for each value, in the order of the schema', () => {
  const snippet = recordSnippet({
    name: 'the "$best" }',
    totalObjectCount: 0,
    color: 'red',
    tenant: undefined,
    jobId: Verbatim.json('a $1'),
    status: 'FAILED',
    fileExists: false,
    isPartial: true,
    backupType: 'OTHER',
    created: new Verbatim('"$CURRENT_YEAR"'),
    options: { includeTypes: ['ROLE', '$x'] },
  });
  assert.deepEqual(snippet, [
    '{',
    '\t"jobId": "a \\$1",',
    `\t"status": "\${1|${from('status', 'FAILED')}|}",`,
    '\t"fileExists": ${2|false,true|},',
    '\t"created": "$CURRENT_YEAR",',
    '\t"name": "${3:the \\\\"\\$best\\\\" \\}}",',
    '\t"isPartial": ${4|true,false|},',
    '\t"backupType": "${5:OTHER}",',
    '\t"options": {',
    '\t\t"includeTypes": [',
    '\t\t\t"ROLE",',
    '\t\t\t"\\$x"',
    '\t\t]',
    '\t\\},',
    '\t"totalObjectCount": ${6:0}',
    '}',
  ]);
});

test('the snippet of a record keeps options that are null', () => {
  assert.deepEqual(recordSnippet({ options: null }), ['{', '\t"options": null', '}']);
});

test('a snippet on one line has a space for each line end and the tabs after it', () => {
  assert.equal(onOneLine('{\n\t"a": {\n\t\t"b": "\\t"\n\t}\n}'), '{ "a": { "b": "\\t" } }');
});

test('a property with only one value has no tab stop', () => {
  const only = valuesOf('type').length === 1 ? 'BACKUP' : `\${1|${from('type', 'BACKUP')}|}`;
  assert.ok(recordSnippet({ type: 'BACKUP' }).includes(`\t"type": "${only}"`));
});

test('the choices of a property start with the chosen value', () => {
  assert.equal(choices('hydrationStatus', 'NOT_HYDRATED'), `|${from('hydrationStatus', 'NOT_HYDRATED')}|`);
});

/** The values of an enum, one of them first. */
function from(path: string, first: string): string {
  return [first, ...valuesOf(path).filter((value) => value !== first)].join(',');
}

const record = '{ "jobId": "x", "status": "FAILED" }';

/** Puts `R` where a record would go. */
function inserted(marked: string, format: Format = 'jsonc'): string | undefined {
  const { document, index, cursor } = openAt(marked, format);
  const insertion = insertionAt(index, cursor);
  if (!insertion) return undefined;
  const { range, before, after, isOnOneLine, isIndented } = insertion;
  return edited(document, [
    { range, content: `${before}${isIndented ? '\t' : ''}${isOnOneLine ? 'R1' : 'R'}${after}` },
  ]);
}

const tall = `{\n    "jobId": "x",\n    "status": "FAILED"\n  }`;

for (const [title, before, after, format = 'jsonc'] of [
  ['after the record at the cursor', `[\n  {|${tall.slice(1)},\n  ${tall}\n]`, `[\n  ${tall},\nR,\n  ${tall}\n]`],
  ['after the last one, from below', `[\n  ${tall}\n]|\n`, `[\n  ${tall},\nR\n]\n`],
  ['between two records', `[\n  ${tall},|\n  ${tall}\n]`, `[\n  ${tall},\nR,\n  ${tall}\n]`],
  ['before the first record', `|[\n  ${tall}\n]`, `[\n  R,\n${tall}\n]`],
  ['after a record that starts at the cursor', `[\n  |${tall}\n]`, `[\n  ${tall},\nR\n]`],
  ['before the first record, on a line of its own', `|[\n  ${record}\n]`, `[\n  R1,\n${record}\n]`],
  ['before the first record, on its line', `|[${record}]`, `[R1, ${record}]`],
  ['before a first record that starts on the line of the bracket', `|[${tall}]`, `[R1, ${tall}]`],
  ['on a line of its own', `[\n  ${record},\n  ${record}|\n]`, `[\n  ${record},\n  ${record},\nR1\n]`],
  ['on the line of the others', `[${record}|, ${record}]`, `[${record}, R1, ${record}]`],
  ['before a trailing comma', `[\n  ${tall}|,\n]`, `[\n  ${tall},\nR,\n]`],
  ['into an empty list', '[|]', '[\n\tR\n]'],
  ['into an empty list on two lines', '[\n|]', '[\n\tR\n]'],
  ['into an empty list with spaces in it', '[|  ]\n', '[\n\tR\n]\n'],
  ['before the comment in an empty list', '[|\n  // none yet\n]', '[\n\tR\n  // none yet\n]'],
  ['into an envelope', `{ "items": [\n  ${tall}|\n], "total": 1 }`, `{ "items": [\n  ${tall},\nR\n], "total": 1 }`],
  ['into an empty file', ' \n|\n', 'R\n'],
  ['after the comments of a file without records', '// mi|ne\n', '// mine\nR\n'],
  ['on a line of its own after a comment', '/* mi|ne */', '/* mine */\nR\n'],
  ['below a line of JSON Lines', `{|}\n{}\n`, '{}\nR1\n{}\n', 'lines'],
  ['on a blank line of JSON Lines', '{}\n |\n{}\n', '{}\nR1\n{}\n', 'lines'],
  ['on the last line of JSON Lines, which ends with a line break', '{}\n|', '{}\nR1\n', 'lines'],
] as const) {
  test(`a new record goes ${title}`, () => {
    assert.equal(inserted(before, format), after);
  });
}

test('a new record does not go next to a single record', () => {
  assert.equal(inserted(`|${record}`), undefined);
});
