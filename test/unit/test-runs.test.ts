import assert from 'node:assert/strict';
import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';
import { transformSync } from 'esbuild';
import { parse } from 'jsonc-parser';
import { workFrom } from '../../scripts/random-work.ts';
import { listOf, type Results } from '../../scripts/results.ts';
import { sourcePlaces } from '../vscode/source-places.ts';
import { type WatchOptions, watchTests } from '../vscode/watch-tests.ts';

/* No command is green that ran nothing, and each failure has a reason. */

const root = join(import.meta.dirname, '..', '..');
mkdirSync(join(root, 'out'), { recursive: true });
/** In the repository, as all tests are. */
const folder = mkdtempSync(join(root, 'out', 'commands-'));
after(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

function node(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function script(name: string, ...args: readonly string[]): Ended {
  return node('--import', 'tsx', `scripts/${name}.ts`, ...args);
}

/** Writes a test file. @returns its name from the root of the repository */
function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return relative(root, join(folder, name));
}

function lastLine({ output }: Ended): string | undefined {
  return output.trim().split('\n').at(-1);
}

const passing = write('passing.test.ts', "import { test } from 'node:test';\ntest('comma', () => {});\n");
const skipping = write(
  'skipping.test.ts',
  "import { test } from 'node:test';\ntest('a', { skip: true }, () => {});\ntest('b', { todo: true }, () => {});\n",
);

test('a run ends with the reasons of files that fail, have no tests or do not load', () => {
  const failing = write(
    'failing.test.ts',
    "import { test } from 'node:test';\ninterface Unused {\n  a: 1;\n}\ntest('fails', () => {\n  throw new Error('This is why.');\n});\n",
  );
  const broken = write('broken.test.ts', "throw new Error('It does not load.');\n");
  const data = write('data.ts', 'export const data = 1;\n');
  const ended = script('test-unit', passing, skipping, failing, broken, data);
  assert.equal(ended.status, 1);
  assert.match(ended.output, /The slowest tests:\n +\d+\.\d s {2}out\/commands-/);
  const end = ended.output.slice(ended.output.lastIndexOf('failing tests:'));
  assert.match(end, /✖ fails (?:.|\n)*This is why\./);
  assert.ok(end.includes(`${join(folder, 'failing.test.ts')}:6:`), end);
  assert.ok(end.includes(`✗ ${broken} ends with an error`), end);
  assert.match(end, /It does not load\./);
  assert.ok(end.includes(`✗ ${data} has no tests.`), end);
  assert.equal(lastLine(ended), '1 passed, 3 failed');
});

test('a file that changes its process has one of its own, and its failures are told as those of others', () => {
  const changing = write(
    'changing.test.ts',
    "import { test } from 'node:test';\ntest('changes', () => {\n  Object.assign(globalThis, { changed: true });\n});\n",
  );
  const unchanged = write(
    'unchanged.test.ts',
    "import { test } from 'node:test';\ntest('unchanged', () => {\n  if ('changed' in global) throw new Error('It is changed.');\n});\n",
  );
  const broken = write('broken-process.test.ts', "process.exitCode = 1;\nthrow new Error('It does not load.');\n");
  const empty = write('empty-process.test.ts', 'export const data = process.version;\n');
  // With three between them, these two would share a process.
  const others = ['a', 'b', 'c'].map((name) => write(`${name}.test.ts`, readFileSync(join(root, passing), 'utf8')));
  const ended = script('test-unit', changing, ...others, unchanged, broken, empty);
  assert.ok(ended.output.includes(`✗ ${broken} ends with an error`), ended.output);
  assert.match(ended.output, /It does not load\./);
  assert.ok(ended.output.includes(`✗ ${empty} has no tests.`), ended.output);
  assert.equal(lastLine(ended), '5 passed, 2 failed');
});

test('a run fails if all tests are skipped, or a file is missing or does not build', () => {
  const ended = script('test-unit', skipping);
  assert.deepEqual([ended.status, lastLine(ended)], [1, '0 passed, 1 failed']);
  assert.match(ended.output, /✗ No test ran: all are skipped\./);
  const cut = script('test-unit', write('cut.test.ts', "import './missing.ts';\n"));
  assert.equal(cut.status, 1);
  assert.match(cut.output, /Could not resolve "\.\/missing\.ts"/);
  const missing = script('test-unit', 'test/unit/missing.test.ts');
  assert.deepEqual([missing.status, lastLine(missing)], [1, 'There is no file test/unit/missing.test.ts.']);
});

test('a run fails if its pattern matches no test, and says so', () => {
  const ended = script('test-unit', passing, '--test-name-pattern=dot');
  assert.equal(ended.status, 1);
  assert.match(ended.output, /✗ No test ran: none matches --test-name-pattern=dot\.\n\n0 passed, 1 failed\n$/);
  assert.equal(lastLine(script('test-unit', passing, skipping, '--test-name-pattern', 'com')), '1 passed, 0 failed');
});

test('the list of failures names the line of the test, or else the first of our own', () => {
  const reason = `Error: why\n    at node:fs:1:1\n    at f (${root}/node_modules/x.js:2:3)\n    at ${root}/test/a.ts:7:5`;
  assert.match(listOf([{ title: 'fails', reason }], root), /^✗ fails \(test\/a\.ts:7\)\n {4}Error: why\n/);
  const ofTest = `${reason}\n    at ${root}/test/unit/b.test.ts:9:1`;
  assert.match(listOf([{ title: 'fails', reason: ofTest }], root), /^✗ fails \(test\/unit\/b\.test\.ts:9\)\n/);
  assert.equal(listOf([{ title: 'fails', reason: '' }], root), '✗ fails');
});

test("the path of a rule's tests or of a golden file runs only its tests, in a terminal and in the debugger", () => {
  const ended = script('test-unit', 'test/rules/zero-time.ts', '--test-name-pattern=says');
  assert.equal(ended.status, 0);
  assert.match(ended.output, /✔ zero-time says/);
  assert.doesNotMatch(ended.output, /✔ (?!zero-time)[\w-]+ says/);

  const { configurations } = parse(readFileSync(join(root, '.vscode', 'launch.json'), 'utf8'));
  const debug = configurations.find(({ name }: { name: string }) => name === 'Debug the open unit test');
  const golden = node(...debug.runtimeArgs, ...debug.args.map(() => join(root, 'test', 'golden', 'nan.json')));
  assert.deepEqual([golden.status, lastLine(golden)], [0, '1 passed, 0 failed']);
});

test('random work takes a positive whole number, and nothing else', () => {
  assert.deepEqual(workFrom([], 5), { count: 5, isWritten: false });
  assert.deepEqual(workFrom(['--write', '20', '--seed=3'], 5), { count: 20, isWritten: true });
  for (const args of [
    ['abc'],
    ['0'],
    ['-5'],
    ['1.5'],
    ['1e3'],
    ['1,000'],
    [''],
    ['10', '20'],
    ['--wirte'],
    ['--seed', '3'],
  ])
    assert.match(String(workFrom(args, 5)), /Use a positive whole number/, args.join(' '));
});

for (const name of ['fuzz', 'soak', 'differential'])
  test(`${name} does not start with another number`, () => {
    const ended = script(name, 'abc');
    assert.equal(ended.status, 1);
    assert.match(ended.output, /^"abc" does not say how much to do\./);
  });

/* A run of the editor tests, played by a process with VS Code's output. */

const onePassed = `console.log('BACKUP-RESPONSE-TEST {"passed":"one"}');`;
const oneFailed = `console.log('[main] BACKUP-RESPONSE-TEST {"failed":"two","reason":"Error: why"}');`;
const allEnded = `console.log('BACKUP-RESPONSE-TEST {"ended":true}');`;

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
  assert.deepEqual(await outcome(watched(onePassed + allEnded)), [1, 0, '']);
  assert.deepEqual(await outcome(watched(`${onePassed}${oneFailed}${allEnded}process.exitCode = 1;`)), [
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
      withSilence(limit, async () => watched(onePassed)),
      /BACKUP_RESPONSE_SILENCE must be a number of seconds above 0/,
    );
});

test('a run fails if it ends before its tests, or with an error after them', async () => {
  assert.deepEqual(await outcome(watched(onePassed)), [
    1,
    1,
    '✗ Editor tests: VS Code ended with 0, before the end of the tests.',
  ]);
  assert.deepEqual(await outcome(watched(`${onePassed}${allEnded}process.exitCode = 3;`)), [
    1,
    1,
    '✗ Editor tests: VS Code ended with 3, after the end of the tests.',
  ]);
});

test('a stack names the sources, even if lines stand before the bundle', () => {
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
});

test('a run without tests fails, unless another run may have them', async () => {
  const empty = `${allEnded}process.exitCode = 1;`;
  assert.deepEqual(await outcome(watched(empty)), [0, 1, '✗ Editor tests: no test ran.']);
  assert.deepEqual(await outcome(watched(empty, { mayBeEmpty: true })), [0, 0, '']);
});
