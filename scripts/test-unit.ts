import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { seed } from '../test/support/seed.ts';
import { isMain } from './is-main.ts';
import { type Failure, failure, listOf, type Results, sumOf } from './results.ts';
import { bundleTests, bundleTestsTogether, type TestBundle } from './unit-bundles.ts';

const root = join(import.meta.dirname, '..');
/** How many of the slowest tests are listed. */
const listed = 10;

/** Files of data, and the test that reads them: the files are tests of their own to those who write them. */
const testsOfData: readonly (readonly [data: RegExp, test: string])[] = [
  [/^test\/rules\/[^/]+\.ts$/, 'test/unit/rules.test.ts'],
  [/^test\/golden\/[^/]+$/, 'test/unit/golden.test.ts'],
];

/** The result of a test, as scripts/unit-results.mjs writes it. */
interface TestResult {
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly isFile: boolean;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  readonly reason: string;
}

/**
 * Runs the tests that need no VS Code. A file that needs it has a process of its own. Node's `spec` reporter prints them as they end, and
 * the failures at the end; then follow the slowest tests.
 * @param args test files, or files of data in test/rules and test/golden (all tests if there are none), and flags of
 * Node's test runner
 * @returns the counts; a run in which no test ran, and a file that has none, are failures
 */
export async function testUnit(args: readonly string[] = []): Promise<Results> {
  const isPath = (arg: string) => !arg.startsWith('-') && (arg.endsWith('.ts') || existsSync(resolve(root, arg)));
  const flags = args.filter((arg) => !isPath(arg) && !arg.startsWith('--seed='));
  const { files, data } = selectionOf(args.filter(isPath));
  console.log(`Seed ${seed}; add -- --seed=${seed} to repeat this run.`);
  const file = join(root, 'out', `unit-${process.pid}.ndjson`);
  mkdirSync(join(root, 'out'), { recursive: true });
  const tests = files.length > 0 ? files : allTests();
  const { before, bundles } = await programOf(tests, flags);
  const sources = new Map(bundles.map(({ path, files }) => [path, files.join(', ')]));
  try {
    const status = await runNode(
      [
        ...['--enable-source-maps', ...before, '--test'],
        // By default Node leaves one processor idle, which is half of two.
        `--test-concurrency=${availableParallelism()}`,
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...['--test-reporter=./scripts/unit-results.mjs', `--test-reporter-destination=${file}`],
        ...flags,
        ...bundles.map(({ path }) => path),
      ],
      { BACKUP_RESPONSE_SEED: String(seed), BACKUP_RESPONSE_DATA: data.join('\n') },
    );
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
    const results = lines
      .map(read)
      .map((result) => ({ ...result, file: sources.get(result.file) ?? relative(root, result.file) }));
    return judge(results, status, flags);
  } finally {
    rmSync(file, { force: true });
  }
}

/** The files for Node to run, and the flags that load the seed before them. */
async function programOf(
  tests: readonly string[],
  flags: readonly string[],
): Promise<{ readonly before: readonly string[]; readonly bundles: readonly TestBundle[] }> {
  // Of a bundle, c8 does not tell which of its sources ran. So when it measures, the sources themselves run.
  if (process.env.NODE_V8_COVERAGE) {
    const bundles = tests.map((file) => ({ path: join(root, file), files: [file] }));
    return { before: ['--import', 'tsx', '--import', './test/support/seed.ts'], bundles };
  }
  const [seedFile] = await bundleTests(['test/support/seed.ts']);
  // A flag may choose tests by their names, and the name of a file that they are in would be one of them.
  const bundles = await (flags.length > 0 ? bundleTests : bundleTestsTogether)(tests);
  return { before: ['--require', seedFile?.path ?? ''], bundles };
}

/** @throws {Error} if a file does not exist */
function selectionOf(paths: readonly string[]): {
  readonly files: readonly string[];
  readonly data: readonly string[];
} {
  const names = paths.map((path) => {
    if (!existsSync(resolve(root, path))) throw new Error(`There is no file ${path}.`);
    return relative(root, resolve(root, path)).replaceAll('\\', '/');
  });
  const files = new Set(names.map((name) => testsOfData.find(([data]) => data.test(name))?.[1] ?? name));
  // All data, where its test is named as well.
  const data = names.filter((name) => !testsOfData.some(([, test]) => names.includes(test)) && !files.has(name));
  return { files: [...files], data };
}

/** @returns the exit code, or the signal that ended it */
function runNode(args: readonly string[], variables: NodeJS.ProcessEnv): Promise<number | string | null> {
  // Node's test runner would take itself for the child of another one.
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...inherited, ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve(code ?? signal));
  });
}

/** @throws {SyntaxError} if the reporter has not written the line */
function read(line: string): TestResult {
  return JSON.parse(line);
}

function judge(results: readonly TestResult[], status: number | string | null, flags: readonly string[]): Results {
  const tests = results.filter(({ isFile }) => !isFile);
  const passed = tests.filter(({ outcome }) => outcome === 'passed');
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const empty = results.filter(({ isFile, outcome }) => isFile && outcome === 'passed' && flags.length === 0);
  report(tests, failed);

  const all: Results[] = [
    { passed: passed.length, failed: failed.length, failures: failed.map(failureOf) },
    ...empty.map(({ file }) => failure(`${file} has no tests.`)),
  ];
  if (passed.length + failed.length + empty.length === 0) all.push(failure(`No test ran: ${reasonIn(tests, flags)}`));
  else if (status !== 0 && failed.length === 0) all.push(failure(`The unit tests ended with ${status}, and early.`));
  return sumOf(all);
}

function reasonIn(tests: readonly TestResult[], flags: readonly string[]): string {
  if (flags.length > 0) return `none matches ${flags.join(' ')}.`;
  return tests.length > 0 ? 'all are skipped.' : 'Node says why.';
}

function failureOf({ name, file, isFile, reason }: TestResult): Failure {
  return { title: isFile ? `${file} ends with an error` : `${file}: ${name}`, reason };
}

/** Lists the slowest tests, and why a file does not load, which the `spec` reporter does not. */
function report(tests: readonly TestResult[], failed: readonly TestResult[]): void {
  if (new Set(tests.map(({ file }) => file)).size > 1) {
    const slowest = tests.toSorted((a, b) => b.ms - a.ms).slice(0, listed);
    console.log('\nThe slowest tests:');
    for (const { name, file, ms } of slowest)
      console.log(`${(ms / 1_000).toFixed(1).padStart(6)} s  ${file}: ${name.slice(0, 100)}`);
  }
  const files = failed.filter(({ isFile }) => isFile);
  if (files.length > 0) console.log(`\n${listOf(files.map(failureOf), root)}`);
}

function allTests(): string[] {
  return readdirSync(join(root, 'test', 'unit'))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/unit/${name}`);
}

async function main(args: readonly string[]): Promise<void> {
  const { passed, failed, failures } = await testUnit(args);
  // The reporter has printed those of tests.
  for (const { title, reason } of failures) if (!reason) console.log(`\n✗ ${title}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (isMain(import.meta.url))
  main(process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
