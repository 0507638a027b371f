import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { fileActions } from '../../src/editor/status/file-actions.ts';
import { summarize } from '../../src/editor/status/file-summary.ts';
import { indexOf, rank } from '../support/open-index.ts';

/** The status of a text that was recognized by its content. */
function status(text: string, format?: Format): string {
  const { text: what, detail } = summarize(indexOf(text, format), 'content', rank);
  return `${what}: ${detail}`;
}

const right = '{ "status": "COMPLETE" }';
const wrong = '{ "status": "COMPLETED", "totalObjectCount": -1 }';

test('the status of a file shows the numbers of records and problems', () => {
  assert.equal(status(right), 'BackupResponse, 1 record: by its content, no problems in its records');
  assert.equal(status(`[${right}, ${wrong}]`), 'BackupResponse, 2 records: by its content, 1 error, 1 warning');
  assert.equal(
    status(`{ "value": [${right}, ${right}], "Count": 2 }`),
    'BackupResponse, 2 records: by its content, 1 error',
  );
  assert.equal(
    status(`${right}\n\n${wrong}\n`, 'lines'),
    'BackupResponse, 2 records: by its content, 1 error, 1 warning',
  );
  assert.equal(status(''), 'BackupResponse, no records: by its content, no problems in its records');
  assert.equal(status('[]'), 'BackupResponse, no records: by its content, no problems in its records');
  assert.equal(status('"x"'), 'BackupResponse, no records: by its content, 1 error');
  assert.equal(status(`[5, ${right}, null]`), 'BackupResponse, 1 record: by its content, 2 errors');
});

test('the number of problems is correct beyond the 1,000 that VS Code shows', () => {
  assert.equal(
    status(`[${Array(1_500).fill(wrong).join()}]`),
    'BackupResponse, 1,500 records: by its content, 1,500 errors, 1,500 warnings',
  );
});

test('the status has the severity of the worst problem, and ignores rules that are off', () => {
  const index = indexOf(wrong);
  const { problems, worst } = summarize(index, 'name', rank);
  assert.deepEqual([problems, worst], [2, 0]);
  const withoutEnum = summarize(index, 'name', (rule) => (rule === 'enum' ? undefined : rank(rule)));
  assert.deepEqual([withoutEnum.problems, withoutEnum.worst], [1, 1]);
  const without = summarize(index, 'name', () => undefined);
  assert.deepEqual([without.problems, without.worst], [0, undefined]);
});

test('the status says where the check stopped', () => {
  const long = `{ "name": [${'\n"x",'.repeat(1_000_000)}] }`;
  const index = indexOf(`[\n${wrong},\n${long},\n${wrong}\n]`);
  const { detail, isPartial } = summarize(index, 'json.schemas', rank);
  assert.equal(isPartial, true);
  assert.equal(detail, 'not checked from line 3 on, because a value is too long; by json.schemas, 1 error, 1 warning');
  const oneLine = summarize(indexOf(`[${wrong}, { "name": "${'x'.repeat(3_000_000)}`), 'name', rank);
  assert.equal(
    oneLine.detail,
    `not checked from line 1, column ${wrong.length + 4} on, because a value is too long; by its name, 1 error, 1 warning`,
  );
});

test('the status of a file of another kind names the kind', () => {
  assert.equal(
    status('{ "jobId": "x", "type": "CREATE_DRAFT", "status": "COMPLETE" }'),
    'Not a BackupResponse file: This is a draft job, not a BackupResponse file. It is not checked.',
  );
});

const file = {
  recognition: 'content',
  isExcluded: false,
  isUntitled: false,
  hasJsonSchema: false,
  problems: 0,
  fixable: 0,
  records: 1,
  hasLongLine: false,
  rulesOff: 0,
  rulesChanged: 0,
} as const;
const commands = (state: Parameters<typeof fileActions>[0]) =>
  fileActions(state).map((group) => group.map(({ command }) => command.replace('backupResponse.', '')).join(' '));

test('the menu offers the actions that apply to the file', () => {
  const help = 'openRules showCommandLine showLog';
  const ofRecords = 'new duplicateRecord removeRecord pasteAsRecord';
  const exchange = 'showTable compareRecords compareFiles sortProperties copyAsPowerShell copyAnonymized';
  assert.deepEqual(commands(file), [ofRecords, exchange, 'associate exclude', help]);
  assert.deepEqual(commands({ ...file, records: 2 }), [`goToRecord ${ofRecords}`, exchange, 'associate exclude', help]);
  assert.deepEqual(commands({ ...file, records: 0 }), ['new pasteAsRecord', 'associate exclude', help]);
  assert.deepEqual(commands({ ...file, problems: 3 }), [
    'editor.action.marker.next workbench.actions.view.problems',
    ofRecords,
    exchange,
    'associate exclude',
    help,
  ]);
  const last = (state: Parameters<typeof fileActions>[0]) => commands(state).slice(-2);
  assert.deepEqual(last({ ...file, recognition: 'name' }), ['exclude', help]);
  assert.deepEqual(last({ ...file, recognition: 'json.schemas' }), ['openSchemaSettings exclude', help]);
  assert.deepEqual(last({ ...file, isUntitled: true }), ['exclude', help]);
  assert.deepEqual(commands({ ...file, recognition: undefined, isExcluded: true }), ['include', help]);
  assert.deepEqual(commands({ ...file, recognition: undefined }), ['associate', help]);
  assert.deepEqual(commands({ ...file, recognition: undefined, isUntitled: true }), [help]);
});

test('the menu begins with how many problems can be fixed', () => {
  const label = (fixable: number | undefined) => fileActions({ ...file, problems: 7, fixable })[0]?.[0]?.label;
  assert.equal(label(5), 'Fix 5 of 7 Problems');
  assert.equal(label(undefined), 'Fix All Certain Problems');
  assert.equal(label(0), 'Go to Next Problem');
});

test('the menu resets rules that are off or have another severity', () => {
  const details = (rulesOff: number, rulesChanged: number, problems = 0) =>
    fileActions({ ...file, problems, rulesOff, rulesChanged })
      .flat()
      .filter(({ command }) => command.endsWith('resetRules'))
      .map(({ detail }) => detail);
  assert.deepEqual(details(0, 0), []);
  assert.deepEqual(details(1, 0), ['1 rule is off here']);
  assert.deepEqual(details(2, 1, 3), ['2 rules are off here, 1 rule with another severity']);
  assert.deepEqual(details(0, 2), ['2 rules with another severity']);
});

test('the action that excludes a file says if VS Code still offers completion', () => {
  const detail = (hasJsonSchema: boolean) =>
    fileActions({ ...file, hasJsonSchema })
      .flat()
      .find(({ command }) => command.endsWith('exclude'))?.detail;
  assert.match(detail(true) ?? '', /VS Code/);
  assert.doesNotMatch(detail(false) ?? '', /VS Code/);
});
