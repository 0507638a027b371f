import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TableList } from '../../src/cli/list/list-table.ts';
import type { ListedRecord } from '../../src/cli/list/listed-record.ts';
import { noCounts } from '../../src/model/severity-counts.ts';
import { clean, folder, id, type Outcome, onUnix, run, write } from '../support/command-line.ts';

function list(...args: string[]): Outcome {
  return run(['list', ...args]);
}

const nightly =
  '{ "name": "Nightly", "status": "COMPLETE", "backupType": "MANUAL", "created": "2021-05-11T22:23:16Z", "completed": "2021-05-11T22:24:16Z", "totalObjectCount": 7 }';

test('a table has an aligned line per record', () => {
  write('table/a.json', `[\n${nightly},\n{ ${id}, "status": "X", "y": 1 }\n]`);
  write('table/long-name.jsonl', `${clean}\n{}\n`);
  write('table/other.json', '{ "a": 1 }');
  const { code, out, error } = list('table');
  assert.deepEqual(
    { code, out: out.replaceAll('\\', '/'), error },
    {
      code: 0,
      out: [
        'file                   line  name     status    backupType  created               duration  totalObjectCount  findings',
        'table/a.json              2  Nightly  COMPLETE  MANUAL      2021-05-11T22:23:16Z  1 minute                 7',
        'table/a.json              3           X                                                                       1 error, 1 warning',
        'table/long-name.jsonl     1           COMPLETE',
        'table/long-name.jsonl     2',
        '',
      ].join('\n'),
      error: '',
    },
  );
});

test('CSV has a header and quotes, and no formulas', () => {
  const name = write(
    'csv.json',
    `[${nightly}, { "name": "=1+1, \\"a\\"", "status": "-5", "totalObjectCount": -5, "created": "\\tx" }]`,
  );
  assert.equal(
    list('--format', 'csv', name).out,
    [
      'file,line,name,status,backupType,created,durationSeconds,totalObjectCount,findings',
      'csv.json,1,Nightly,COMPLETE,MANUAL,2021-05-11T22:23:16Z,60,7,',
      `csv.json,1,"'=1+1, ""a""",'-5,,'\\tx,,-5,"2 errors, 1 warning"`,
      '',
    ].join('\r\n'),
  );
});

test('JSON is one array, which may be empty', () => {
  const name = write('list.json', `{ "name": "\\u001b[31m", ${id} }`);
  assert.deepEqual(JSON.parse(list('--format=json', name).out), [
    {
      file: 'list.json',
      line: 1,
      name: '\u001b[31m',
      status: null,
      backupType: null,
      created: null,
      durationSeconds: null,
      totalObjectCount: null,
      findings: { error: 0, warning: 0, information: 0, hint: 0 },
    },
  ]);
  const lines = list('--format=json', write('two.json', `[${clean}, ${clean}]`)).out.split('\n');
  assert.match(lines.join('\n'), /^\[\n {2}\{.*\},\n {2}\{.*\}\n\]\n$/);
  assert.equal(list('--format=json', write('draft.json', '{ "type": "CREATE_DRAFT", "mode": "x" }')).out, '[]\n');
});

test('a list escapes the control characters of a file', () => {
  const name = write('controls.json', '{ "name": "a\\u001b[31mb\\r\\nc\\u202e", "status": "X" }');
  for (const format of ['table', 'csv']) {
    const { out } = list('--format', format, name);
    assert.match(out, /a\\u001b\[31mb\\r\\nc\\u202e/);
    assert.ok(!out.includes('\u001b') && !out.includes('\u202e'));
  }
});

test('standard input, --settings, --rule and --output-file work as with check', () => {
  assert.match(
    run(['list', '-', '--stdin-filename', 'x.jsonl'], `${clean}\n${clean}`).out,
    /^x\.jsonl +2 .* 1 warning$/m,
  );
  write('.vscode/settings.json', '{ "backupResponse.rules": { "unknown-property": "off" } }');
  const name = write('y.json', `{ ${id}, "y": 1 }`);
  assert.match(list(name).out, / 1 warning\n$/);
  assert.doesNotMatch(list(name, '--settings', '.vscode/settings.json').out, /warning/);
  assert.match(list(name, '--rule', 'unknown-property=error').out, / 1 error\n$/);
  assert.equal(list(name, '--output-file', 'list.txt').out, '');
  assert.match(readFileSync(join(folder, 'list.txt'), 'utf8'), /^file .*\ny\.json /);
  assert.equal(list(name, '--output-file', name).code, 2);
});

test('a list fails for a file that cannot be read, and not for findings', onUnix, () => {
  assert.equal(list(write('broken.json', '{ "status": "X", "name": ')).code, 0);
  const { code, out, error } = list('nowhere.json', write('here.json', clean));
  assert.equal(code, 2);
  assert.match(out, /^here\.json /m);
  assert.match(error, /^backup-response: cannot read "nowhere\.json": no such file or folder\n$/);
  assert.match(list('--fix', 'here.json').error, /--fix is an option of "check", not of "list"\. Try --help\.\n$/);
  assert.match(list('--format', 'sarif').error, /unknown format "sarif": use table, csv, json\./);
  assert.match(run(['lst']).error, /unknown command "lst": use "check" or "list"\./);
});

const record: ListedRecord = {
  file: 'x.json',
  line: 1,
  name: undefined,
  status: undefined,
  backupType: undefined,
  created: undefined,
  durationSeconds: undefined,
  totalObjectCount: undefined,
  findings: noCounts,
};

function textOf(table: TableList, records: readonly ListedRecord[]): string {
  return [...table.add(records), ...table.end()].join('');
}

test('a table fits a terminal, and wide characters count twice', () => {
  const table = new TableList(80);
  const records = [
    { ...record, file: 'a/very/long/path/of/a/folder/with/a/file.json', name: '夜間バックアップ'.repeat(4) },
    { ...record, file: 'b.json', name: '夜', status: 'COMPLETE' },
  ];
  assert.deepEqual(textOf(table, records).split('\n'), [
    'file      line  name      status    backupT…  created  duration  totalOb…  findings',
    '…le.json     1  夜間バ…',
    'b.json       1  夜        COMPLETE',
    '',
  ]);
});

test('a table for a narrow terminal has columns of at most eight characters', () => {
  const table = new TableList(20);
  const records = [{ ...record, file: 'a/long/path/file.json', name: 'Nightly backup', status: 'IN_PROGRESS' }];
  assert.deepEqual(textOf(table, records).split('\n'), [
    'file      line  name      status    backupT…  created  duration  totalOb…  findings',
    '…le.json     1  Nightly…  IN_PROG…',
    '',
  ]);
});

test('a table is written while files are read, with the widths of the first records', () => {
  const table = new TableList();
  const written = Array.from({ length: 301 }, (_, at) =>
    [...table.add([{ ...record, name: at < 300 ? 'ab' : 'abcdefgh', status: 'X' }])].join(''),
  );
  assert.equal(written.slice(0, 299).join(''), '');
  assert.equal(written[299]?.split('\n').length, 302);
  assert.equal(written[300], 'x.json     1  abcdefgh  X\n');
  assert.deepEqual([...table.end()], []);
});
