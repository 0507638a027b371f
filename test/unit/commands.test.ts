import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'jsonc-parser';
import { workFrom } from '../../scripts/random-work.ts';
import { listOf } from '../../scripts/results.ts';

/* No command is green that ran nothing, and what goes wrong has a reason. */

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

test('a file that fails, has no tests or does not load is a failure, whose reason stands at the end', () => {
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

test('a file that changes its process has one of its own, and what goes wrong there is told as well', () => {
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

test('a run in which each test is skipped fails, and so does one whose file is not there or does not build', () => {
  const ended = script('test-unit', skipping);
  assert.deepEqual([ended.status, lastLine(ended)], [1, '0 passed, 1 failed']);
  assert.match(ended.output, /✗ No test ran: all are skipped\./);
  const cut = script('test-unit', write('cut.test.ts', "import './missing.ts';\n"));
  assert.equal(cut.status, 1);
  assert.match(cut.output, /Could not resolve "\.\/missing\.ts"/);
  const missing = script('test-unit', 'test/unit/missing.test.ts');
  assert.deepEqual([missing.status, lastLine(missing)], [1, 'There is no file test/unit/missing.test.ts.']);
});

test('a pattern that matches no test fails, and says so', () => {
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

test('a file of data runs its own tests, from a terminal and from the debugger', () => {
  const ended = script('test-unit', 'test/rules/zero-time.ts', '--test-name-pattern=says');
  assert.equal(ended.status, 0);
  assert.match(ended.output, /✔ zero-time says/);
  assert.doesNotMatch(ended.output, /✔ (?!zero-time)[\w-]+ says/);

  const { configurations } = parse(readFileSync(join(root, '.vscode', 'launch.json'), 'utf8'));
  const debug = configurations.find(({ name }: { name: string }) => name === 'Debug the open unit test');
  const golden = node(...debug.runtimeArgs, ...debug.args.map(() => join(root, 'test', 'golden', 'nan.json')));
  assert.deepEqual([golden.status, lastLine(golden)], [0, '1 passed, 0 failed']);
});

test('random work is a positive whole number, and nothing else', () => {
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
