import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { fileActions } from '../../src/editor/status/file-actions.ts';
import { summarize } from '../../src/editor/status/file-summary.ts';
import { RecordIndex } from '../../src/index/record-index.ts';
import { defaultSeverities, type RuleId } from '../../src/record/rules/index.ts';
import { severities } from '../../src/record/severity.ts';
import { TextDocument } from '../support/text-document.ts';

const rank = (rule: RuleId) => severities.indexOf(defaultSeverities[rule]);

function summaryOf(text: string, format: Format = 'json') {
  const index = new RecordIndex(new TextDocument(text), format);
  index.step();
  return index;
}

/** What is said of a text that is ours by its content. */
function said(text: string, format?: Format): string {
  const { text: what, detail } = summarize(summaryOf(text, format), 'content', rank);
  return `${what}: ${detail}`;
}

const right = '{ "status": "COMPLETE" }';
const wrong = '{ "status": "COMPLETED", "totalObjectCount": -1 }';

test('a file says how many records it holds, and how many problems', () => {
  assert.equal(said(right), 'BackupResponse, 1 record: by its content, no problems in its records');
  assert.equal(said(`[${right}, ${wrong}]`), 'BackupResponse, 2 records: by its content, 2 problems');
  assert.equal(
    said(`{ "value": [${right}, ${right}], "Count": 2 }`),
    'BackupResponse, 2 records: by its content, 1 problem',
  );
  assert.equal(said(`${right}\n\n${wrong}\n`, 'lines'), 'BackupResponse, 2 records: by its content, 2 problems');
  assert.equal(said(''), 'BackupResponse, no records: by its content, no problems in its records');
  assert.equal(said('[]'), 'BackupResponse, no records: by its content, no problems in its records');
  assert.equal(said('"x"'), 'BackupResponse, no records: by its content, 1 problem');
  assert.equal(said(`[5, ${right}, null]`), 'BackupResponse, 1 record: by its content, 2 problems');
});

test('above the thousand that VS Code shows, the count is the true one', () => {
  assert.equal(
    said(`[${Array(1_500).fill(wrong).join()}]`),
    'BackupResponse, 1,500 records: by its content, 3,000 problems',
  );
});

test('it is as grave as its worst problem, and one that is off does not count', () => {
  const index = summaryOf(wrong);
  const { problems, worst } = summarize(index, 'strong name', rank);
  assert.deepEqual([problems, worst], [2, 0]);
  const withoutEnum = summarize(index, 'strong name', (rule) => (rule === 'enum' ? undefined : rank(rule)));
  assert.deepEqual([withoutEnum.problems, withoutEnum.worst], [1, 1]);
  const without = summarize(index, 'strong name', () => undefined);
  assert.deepEqual([without.problems, without.worst], [0, undefined]);
});

test('it says from where on nothing is checked', () => {
  const long = `{ "name": [${'\n"x",'.repeat(1_000_000)}] }`;
  const index = summaryOf(`[\n${wrong},\n${long},\n${wrong}\n]`);
  const { detail, isPartial } = summarize(index, 'json.schemas', rank);
  assert.equal(isPartial, true);
  assert.equal(detail, 'not checked from line 3 on, where a value is too long; by json.schemas, 2 problems');
  const oneLine = summarize(summaryOf(`[${wrong}, { "name": "${'x'.repeat(3_000_000)}`), 'strong name', rank);
  assert.equal(
    oneLine.detail,
    `not checked from line 1, column ${wrong.length + 4} on, where a value is too long; by its name, 2 problems`,
  );
});

test('another file of the product is called what it is', () => {
  assert.equal(
    said('{ "jobId": "x", "type": "CREATE_DRAFT", "status": "COMPLETE" }'),
    'Not a BackupResponse file: This is a draft job, not a BackupResponse file. It is not checked.',
  );
});

const file = {
  recognition: 'content',
  isExcluded: false,
  isUntitled: false,
  hasJsonSchema: false,
  problems: 0,
} as const;
const commands = (state: Parameters<typeof fileActions>[0]) =>
  fileActions(state).map((group) => group.map(({ command }) => command.replace('backupResponse.', '')).join(' '));

test('the menu offers what fits the file', () => {
  const help = 'openRules showLog';
  assert.deepEqual(commands(file), ['associate exclude', help]);
  assert.deepEqual(commands({ ...file, problems: 3 }), [
    'editor.action.marker.next workbench.actions.view.problems',
    'associate exclude',
    help,
  ]);
  assert.deepEqual(commands({ ...file, recognition: 'strong name' }), ['exclude', help]);
  assert.deepEqual(commands({ ...file, recognition: 'json.schemas' }), ['openSchemaSettings exclude', help]);
  assert.deepEqual(commands({ ...file, isUntitled: true }), ['exclude', help]);
  assert.deepEqual(commands({ ...file, recognition: undefined, isExcluded: true }), ['include', help]);
  assert.deepEqual(commands({ ...file, recognition: undefined }), ['associate', help]);
  assert.deepEqual(commands({ ...file, recognition: undefined, isUntitled: true }), [help]);
});

test('who excludes a file is told what VS Code goes on with, where it does', () => {
  const detail = (hasJsonSchema: boolean) =>
    fileActions({ ...file, hasJsonSchema })
      .flat()
      .find(({ command }) => command.endsWith('exclude'))?.detail;
  assert.match(detail(true) ?? '', /VS Code/);
  assert.doesNotMatch(detail(false) ?? '', /VS Code/);
});
