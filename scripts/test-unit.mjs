import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs the tests that need no VS Code, each file in a process of its own, and prints those that fail.
 *
 * @returns {{ passed: number, failed: number }}
 */
export function testUnit() {
  const folder = join(root, 'test', 'unit');
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--test',
      '--test-reporter=./scripts/unit-reporter.mjs',
      ...files.map((name) => join(folder, name)),
    ],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024 },
  );
  console.log(stdout.trim());
  const sums = /^(\d+) passed, (\d+) failed$/m.exec(stdout);
  if (!sums) throw new Error(`The unit tests broke off with ${status}.`);
  return { passed: Number(sums[1]), failed: Number(sums[2]) };
}
