import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { testEditor } from '../test/vscode/test-editor.ts';
import { stagePackage } from './package-files.ts';
import { type Counts, testUnit } from './test-unit.ts';

const root = join(import.meta.dirname, '..');
const sums = { passed: 0, failed: 0 };

/**
 * Runs all checks: format and lint, types, unit and golden tests, and the editor tests in a real VS Code with nothing
 * but the packaged files. The last line is the sum: `N passed, N failed`.
 */
async function main(): Promise<void> {
  rmSync(join(root, 'out'), { recursive: true, force: true });
  check('Format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci');
  check('Types', 'node_modules/typescript/bin/tsc');
  check('Bundles', 'esbuild.mjs');
  await add('Unit and golden tests', () => testUnit());
  await add('Editor tests', () => testEditor({ extension: stagePackage() }));
  console.log(`\n${sums.passed} passed, ${sums.failed} failed`);
  process.exitCode = sums.failed > 0 ? 1 : 0;
}

/** Runs one of the installed tools; it counts as one check. */
function check(title: string, script: string, ...args: string[]): void {
  console.log(`\n${title}`);
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  sums[status === 0 ? 'passed' : 'failed']++;
}

/** Adds the counts of many tests; a run that ends without a result counts as one failure. */
async function add(title: string, run: () => Counts | Promise<Counts>): Promise<void> {
  console.log(`\n${title}`);
  try {
    const { passed, failed } = await run();
    sums.passed += passed;
    sums.failed += failed;
  } catch (error) {
    console.error(error);
    sums.failed++;
  }
}

void main();
