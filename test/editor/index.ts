// Mocha's browser build runs in both hosts, so a test means the same in both; it puts itself on globalThis.
import 'mocha/mocha.js';
import { loadTests } from 'editor-test-files';
import * as vscode from 'vscode';

const TEST_LIMIT_MS = 20_000;

/**
 * Runs every test file of this folder inside VS Code, which calls this function of the bundle.
 *
 * Prints which VS Code it is, one line per test and each failure with its stack, all marked with `│ `, and at the end
 * the line that scripts/test-editor.mjs reads: `BACKUP-RESPONSE-TESTS {"passed":n,"failed":n}`.
 *
 * @throws {Error} When a test failed or none ran, which makes VS Code's exit code 1.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: TEST_LIMIT_MS, reporter: Printer });
  mocha.suite.emit('pre-require', globalThis, 'editor', mocha);
  loadTests();
  print(`VS Code ${vscode.version}`);

  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const started = mocha.run(() => resolve(started));
  });
  const { passes: passed = 0, failures: failed = 0 } = runner.stats ?? {};
  console.log(`BACKUP-RESPONSE-TESTS ${JSON.stringify({ passed, failed })}`);
  if (failed > 0 || passed === 0) {
    throw new Error(`${failed} failed, ${passed} passed in the ${__TEST_HOST__} extension host`);
  }
}

/** Prints whole lines, since VS Code forwards lines, each with a mark that tells it from VS Code's own. */
class Printer extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('suite', (suite) => print(suite.root ? '' : suite.fullTitle()));
    runner.on('pass', (test) => print(`  ✓ ${test.title} (${test.duration ?? 0} ms)`));
    runner.on('pending', (test) => print(`  - ${test.title} (skipped)`));
    runner.on('fail', (test, error: Error) => print(`  ✗ ${test.fullTitle()}\n${stackOf(error)}`));
  }
}

/** The stack down to where Mocha called the test. */
function stackOf(error: Error): string {
  return (error.stack ?? error.message).split(/\n\s+at callFn /)[0] ?? '';
}

function print(lines: string): void {
  for (const line of lines.split('\n')) {
    console.log(`│ ${line}`);
  }
}
