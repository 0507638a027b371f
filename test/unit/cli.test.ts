import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { encode } from '../../src/files/encoding.ts';
import { broken, check, clean, folder, id, onUnix, program, run, write } from '../support/command-line.ts';

test('standard input has the format of its name, and --fix prints the fixed text', () => {
  assert.match(run(['check', '-'], broken).out, /^stdin:1:\d+ error enum/);
  assert.match(run(['check', '-', '--stdin-name', 'x.jsonl'], `${clean}\n{\n`).out, /^x\.jsonl:2:2 error syntax/);
  const { code, out, error } = run(['check', '-', '--fix'], encode(broken, 'utf-8 with BOM'));
  assert.deepEqual([code, out, error], [0, `\ufeff${clean}`, '1 file with 1 record checked, no problems\n']);
});

test('severities and --max-warnings decide the exit code', () => {
  const name = write('warn.json', `{ ${id}, "x": 1 }`);
  assert.equal(check(name).code, 0);
  assert.equal(check('--max-warnings', '0', name).code, 1);
  assert.equal(check('--max-warnings=1', name).code, 0);
  assert.equal(check('--max-warnings=10', name).code, 0);
  assert.equal(check('--rule', 'unknown-property=error', name).code, 1);
  assert.equal(check('--rule=unknown-property=off', name).out, '1 file with 1 record checked, no problems\n');
});

test('--quiet hides warnings, --output-file writes a report, and the current folder is checked without a path', () => {
  write('quiet/x.json', `{ ${id}, "status": "X", "type": "BACKUP", "y": 1 }`);
  assert.match(
    check('quiet', '--quiet').out,
    /^quiet.x\.json:1:\d+ error enum .*\n1 file with 1 record checked, 1 error\n$/,
  );
  const { code, out } = check('quiet', '--format', 'json', '--output-file', 'report.json');
  assert.deepEqual([code, out], [1, '']);
  assert.equal(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).length, 2);
  assert.match(run(['explain', 'zero-time']).out, /^# zero-time\n/);
  assert.equal(run(['explain', 'nope']).code, 2);
  const here = spawnSync(process.execPath, [program, 'check'], { cwd: join(folder, 'quiet'), encoding: 'utf8' });
  assert.match(here.stdout, /^x\.json:1:/);
});

test('a reader that goes away does not change the exit code', onUnix, () => {
  const name = write('many.json', `[${Array.from({ length: 20_000 }, () => '{ "status": "X" }').join(',')}]`);
  const command = `"${process.execPath}" "${program}" check ${name} | head -1; exit \${PIPESTATUS[0]}`;
  const { status, stdout } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 1);
  assert.equal(stdout.split('\n').length, 2);
});

test('--help and --version print the usage and the version', () => {
  const help = run(['--help']).out;
  assert.match(help, /^Usage: backup-response check/);
  assert.match(help, /--settings FILE .* backupResponse\.\* and json\.schemas/);
  assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/);
});
