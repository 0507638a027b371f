import assert from 'node:assert/strict';
import { ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { transformSync } from 'esbuild';
import { listOf, type Results } from '../../scripts/results.ts';
import { sourcePlaces } from '../vscode/source-places.ts';
import { type WatchOptions, watchTests } from '../vscode/watch-tests.ts';

/* A run of the editor tests, played by a process that prints what VS Code prints. */

const passed = `console.log('BACKUP-RESPONSE-TEST {"passed":"one"}');`;
const failed = `console.log('[main] BACKUP-RESPONSE-TEST {"failed":"two","reason":"Error: why"}');`;
const ended = `console.log('BACKUP-RESPONSE-TEST {"ended":true}');`;

function watched(script: string, options: Partial<WatchOptions> = {}): Promise<Results> {
  const child = spawn(process.execPath, ['--eval', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  return watchTests(child, { title: 'Editor tests', ...options });
}

/** The counts, and the failures as they are listed. */
async function outcome(results: Promise<Results>): Promise<readonly unknown[]> {
  const { passed, failed, failures } = await results;
  return [passed, failed, listOf(failures, '/')];
}

async function withSilence<T>(seconds: string, run: () => Promise<T>): Promise<T> {
  process.env.BACKUP_RESPONSE_SILENCE = seconds;
  try {
    return await run();
  } finally {
    delete process.env.BACKUP_RESPONSE_SILENCE;
  }
}

test('tests are counted, and failures have their reasons', async () => {
  assert.deepEqual(await outcome(watched(passed + ended)), [1, 0, '']);
  assert.deepEqual(await outcome(watched(`${passed}${failed}${ended}process.exitCode = 1;`)), [
    1,
    1,
    '✗ two\n    Error: why',
  ]);
});

test('a run that prints nothing is cut off, keeps its counts, and names the variable for the limit', async () => {
  const lines = [
    'BACKUP-RESPONSE-TEST {"passed":"one"}\n',
    'BACKUP-RESPONSE-TEST {"failed":"two","reason":"Error: why"}\n',
  ];
  const endless = Object.assign(new ChildProcess(), { stdout: new PassThrough(), stderr: new PassThrough() });
  endless.kill = (signal) => endless.emit('close', null, signal);
  for (const line of lines) endless.stdout.write(line);
  const results = withSilence('0.5', () => watchTests(endless, { title: 'Editor tests' }));
  assert.deepEqual(await outcome(results), [
    1,
    2,
    '✗ two\n    Error: why\n\n✗ Editor tests: nothing was printed for 0.5 s, so the run was cut off. BACKUP_RESPONSE_SILENCE sets another number of seconds.',
  ]);
});

test('a limit that is not a number of seconds is refused', async () => {
  for (const limit of ['abc', '0', '-1'])
    await assert.rejects(
      withSilence(limit, async () => watched(passed)),
      /BACKUP_RESPONSE_SILENCE must be a number of seconds above 0/,
    );
});

test('a run fails if it ends before its tests, or with an error after them', async () => {
  assert.deepEqual(await outcome(watched(passed)), [
    1,
    1,
    '✗ Editor tests: VS Code ended with 0, before the end of the tests.',
  ]);
  assert.deepEqual(await outcome(watched(`${passed}${ended}process.exitCode = 3;`)), [
    1,
    1,
    '✗ Editor tests: VS Code ended with 3, after the end of the tests.',
  ]);
});

test('a stack names the sources, even if lines stand before the bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-response-'));
  const bundle = join(folder, 'node', 'index.js');
  mkdirSync(join(folder, 'node'));
  const source = 'interface A {\n  a: 1;\n}\nthrow new Error();\n';
  const { code } = transformSync(source, { loader: 'ts', sourcemap: 'inline', sourcefile: '../a.test.ts' });
  writeFileSync(bundle, code);
  assert.equal(
    sourcePlaces(bundle, folder)(`at f (${bundle}:1:1)\nat g (other.js:1:1)`),
    'at f (a.test.ts:4:1)\nat g (other.js:1:1)',
  );
  assert.equal(sourcePlaces(bundle, folder, 2)(`at f (${bundle}:3:1)`), 'at f (a.test.ts:4:1)');
  rmSync(folder, { recursive: true });
});

test('a run without tests fails, unless another run may have them', async () => {
  const empty = `${ended}process.exitCode = 1;`;
  assert.deepEqual(await outcome(watched(empty)), [0, 1, '✗ Editor tests: no test ran.']);
  assert.deepEqual(await outcome(watched(empty, { mayBeEmpty: true })), [0, 0, '']);
});
