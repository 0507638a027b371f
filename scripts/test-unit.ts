import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { seed } from '../test/support/seed.ts';
import { isMain } from './is-main.ts';

const root = join(import.meta.dirname, '..');

/** How many tests passed, and how many failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs the tests that need no VS Code, each file in its own process, and prints the seed and the tests that fail.
 * @param args test files (all of them if there are none) and flags of Node's test runner
 * @throws {Error} if the run ends without a result
 */
export function testUnit(args: readonly string[] = []): Counts {
  const files = args.filter((arg) => arg.endsWith('.ts'));
  const flags = args.filter((arg) => !arg.endsWith('.ts') && !arg.startsWith('--seed='));
  console.log(`Seed ${seed}; add -- --seed=${seed} to repeat this run.`);
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      ...['--import', 'tsx', '--import', './test/support/seed.ts', '--test'],
      // By default Node leaves one processor idle, which is half of two.
      ...[`--test-concurrency=${availableParallelism()}`, '--test-reporter=./scripts/unit-reporter.mjs', ...flags],
      ...(files.length > 0 ? files : allTests()),
    ],
    {
      cwd: root,
      env: { ...process.env, BACKUP_RESPONSE_SEED: String(seed) },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  console.log(stdout.trim());
  const counts = /^(\d+) passed, (\d+) failed$/m.exec(stdout);
  if (!counts) throw new Error(`The unit tests ended with ${status} and without a result.`);
  return { passed: Number(counts[1]), failed: Number(counts[2]) };
}

function allTests(): string[] {
  const folder = join('test', 'unit');
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

if (isMain(import.meta.url)) process.exitCode = testUnit(process.argv.slice(2)).failed > 0 ? 1 : 0;
