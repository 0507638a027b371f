import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'test', 'mutation');
/** How much of the random work the tests do for each mutant. With less, some could prove nothing. */
const share = '0.04';
/** What is random is the same for all mutants: a test that fails for another reason would count as a discovery. */
const seed = '1';

/**
 * Mutation testing: changes the sources in thousands of small ways, and looks for the changes that no unit test notices.
 * Arguments: those of Stryker's `run`, such as `--mutate src/record/check.ts` or `--incremental`.
 */
function main(args: readonly string[]): void {
  if (!isInstalled()) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  const stryker = join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  run(process.execPath, [stryker, 'run', join(folder, 'stryker.config.json'), ...args], root);
}

function isInstalled(): boolean {
  const installed = join(folder, 'node_modules', '.package-lock.json'); // npm writes it last.
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs;
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, BACKUP_RESPONSE_RUNS: share, BACKUP_RESPONSE_SEED: seed },
    // On Windows npm is a script, which only a shell can start.
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

main(process.argv.slice(2));
