// Mocha's browser build runs in both hosts, so tests behave the same in both. It sets globalThis.Mocha.
import 'mocha/mocha.js';
import { loadTests } from 'editor-test-files';
import * as vscode from 'vscode';

/** On a slow machine, too. A test that waits in vain ends earlier: see `eventually`. */
const testTimeoutMs = 60_000;

/**
 * Runs the test files of this folder inside VS Code, which calls this function of the bundle.
 *
 * Prints the version of VS Code, one line per test and each failure with its stack, all marked with `│ `. For
 * test/vscode/watch-tests.ts, it prints the result of each test, and the end, as JSON.
 * @throws {Error} if a test fails, or none runs, which makes VS Code exit with code 1
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: testTimeoutMs, reporter: Printer });
  if (__TEST_GREP__) mocha.grep(__TEST_GREP__);
  mocha.suite.emit('pre-require', globalThis, 'editor', mocha);
  loadTests();
  print(`VS Code ${vscode.version}`);

  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const started = mocha.run(() => resolve(started));
  });
  const { passes: passed = 0, failures: failed = 0 } = runner.stats ?? {};
  report({ ended: true });
  if (failed > 0 || passed === 0)
    throw new Error(`${failed} failed, ${passed} passed in the ${__TEST_HOST__} extension host`);
}

/** Prints whole lines, because VS Code forwards lines, each with a mark that distinguishes it from VS Code's own. */
class Printer extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('suite', (suite) => print(suite.root ? '' : suite.fullTitle()));
    runner.on('pass', (test) => {
      print(`  ✓ ${test.title} (${test.duration ?? 0} ms)`);
      report({ passed: test.fullTitle() });
    });
    runner.on('pending', (test) => print(`  - ${test.title} (skipped)`));
    runner.on('fail', (test, error: Error) => {
      print(`  ✗ ${test.fullTitle()}\n${stackOf(error)}`);
      report({ failed: test.fullTitle(), reason: stackOf(error) });
    });
  }
}

/** The stack down to the call of the test by Mocha. */
function stackOf(error: Error): string {
  return (error.stack ?? error.message).split(/\n\s+at callFn /)[0] ?? '';
}

function report(value: object): void {
  console.log(`BACKUP-RESPONSE-TEST ${JSON.stringify(value)}`);
}

function print(lines: string): void {
  for (const line of lines.split('\n')) console.log(`│ ${line}`);
}
