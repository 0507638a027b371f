import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { broken, check, clean, folder, onUnix, program, run, write } from '../support/command-line.ts';

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Expects that a run is refused before it writes anything. */
function refused(output: string, reason: string, ...args: readonly string[]): void {
  for (const command of [['check'], ['check', '--fix'], ['check', '--diff'], ['list']]) {
    const { code, out, error } = run([...command, '--output-file', output, ...args]);
    const sentence = `backup-response: cannot write "${output}": it is ${reason}. Choose another output file\n`;
    assert.deepEqual({ code, out, error }, { code: 2, out: '', error: sentence }, command.join(' '));
  }
}

test('an output file never replaces a file to read, under any name, and nothing is fixed before', onUnix, () => {
  for (const name of ['a', 'b', 'z']) write(`inputs/${name}.json`, broken);
  const output = (name: string) => join(folder, 'names', name);
  mkdirSync(join(folder, 'names'));
  symlinkSync('../inputs/b.json', output('link.json'));
  linkSync(join(folder, 'inputs', 'b.json'), output('hard-link.json'));
  symlinkSync('../inputs', output('folder'));
  for (const name of ['inputs/b.json', './inputs/../inputs/b.json', output('link.json'), output('hard-link.json')]) {
    refused(name, 'one of the files to read', 'inputs/a.json', 'inputs/b.json');
    refused(name, 'one of the files to read in "inputs"', 'inputs');
    refused(name, 'one of the files to read in "inputs/*.json"', 'inputs/*.json');
  }
  refused(output('folder/b.json'), 'one of the files to read', 'inputs/b.json');
  refused(output('folder/z.json'), 'one of the files to read in "inputs"', 'inputs');
  refused('inputs/b.json', 'one of the files to read', output('link.json'));
  for (const name of ['a', 'b', 'z']) assert.equal(read(`inputs/${name}.json`), broken);
});

test('an output file never replaces the settings or the file that standard input comes from', onUnix, () => {
  const settings = write('place/settings.json', '{}');
  const name = write('place/x.json', broken);
  symlinkSync('settings.json', join(folder, 'place', 'link.json'));
  refused(settings, 'the settings file', '--settings', settings, name);
  refused('place/link.json', 'the settings file', '--settings', settings, name);
  const input = openSync(join(folder, name), 'r');
  const { status, stderr } = spawnSync(process.execPath, [program, 'check', '-', '--output-file', name], {
    cwd: folder,
    stdio: [input, 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  closeSync(input);
  assert.deepEqual([status, stderr.includes('it is one of the files to read')], [2, true]);
  assert.deepEqual([read(settings), read(name)], ['{}', broken]);
});

test('a file that settings associate with backup records is a file to read, with any content', () => {
  const settings = write(
    'ours/settings.jsonc',
    '{ "json.schemas": [{ "url": "backup-response://schemas/backup-response.json", "fileMatch": ["ours*.json"] }] }',
  );
  const name = write('ours/ours1.json', '{ "x": 1 }');
  write('ours/y.json', clean);
  refused(name, 'one of the files to read in "ours"', '--settings', settings, 'ours');
  assert.equal(read(name), '{ "x": 1 }');
});

test('the report of an earlier run is replaced, even in the folder that is checked', () => {
  write('again/x.json', broken);
  for (const format of ['json', 'sarif', 'text', 'github']) {
    const args = ['again', '--format', format, '--output-file', 'again/report.json'];
    const first = check(...args);
    const report = read('again/report.json');
    assert.deepEqual([first.code, first.error], [1, ''], format);
    assert.equal(check(...args).code, 1, format);
    assert.ok(report.length > 0 && read('again/report.json').length > 0);
  }
});

test('the folder of an output file is created, without temporary files', () => {
  const name = write('made.json', broken);
  assert.equal(check(name, '--output-file', 'reports/of/today/report.txt').code, 1);
  assert.match(read('reports/of/today/report.txt'), /^made\.json:1:\d+ error enum/);
  assert.deepEqual(readdirSync(join(folder, 'reports/of/today')), ['report.txt']);
  const { code, error } = check(name, '--output-file', `${name}/report.txt`);
  assert.equal(code, 2);
  assert.match(error, /^backup-response: cannot write "made\.json\/report\.txt": /);
  assert.equal(read(name), broken);
});

test('an existing output file stays a link, a file with two names, or a device', onUnix, () => {
  const name = write('stays.json', broken);
  write('stays/report.txt', 'before');
  linkSync(join(folder, 'stays/report.txt'), join(folder, 'stays/other-name.txt'));
  symlinkSync('report.txt', join(folder, 'stays/link.txt'));
  symlinkSync('new.txt', join(folder, 'stays/dangling.txt'));
  for (const output of ['link', 'dangling'])
    assert.equal(check(name, '--output-file', `stays/${output}.txt`).code, 1, output);
  assert.match(read('stays/other-name.txt'), /^stays\.json:1:/);
  assert.match(read('stays/new.txt'), /^stays\.json:1:/);
  assert.equal(statSync(join(folder, 'stays/report.txt')).nlink, 2);
  assert.equal(check(name, '--output-file', '/dev/null').code, 1);
});
