import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { findDesktop } from '../test/vscode/find-vscode.ts';
import { testEditor } from '../test/vscode/test-editor.ts';
import { testWidgets } from '../test/vscode/test-widgets.ts';
import { stagePackage } from './package-files.ts';
import { failure, listOf, nothing, type Results, sumOf } from './results.ts';
import { testUnit } from './test-unit.ts';

const root = join(import.meta.dirname, '..');
/**
 * Runs all checks: format and lint, types, unit and golden tests, and the editor and widget tests in a real VS Code with
 * nothing but the packaged files. All failures are listed at the end. The last line is the sum: `N passed, N failed`.
 */
async function main(): Promise<void> {
  rmSync(join(root, 'out'), { recursive: true, force: true });
  const results = [
    check('Format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci'),
    check('Types', 'node_modules/typescript/bin/tsc'),
    check('Bundles', 'esbuild.mjs'),
    await all('Unit and golden tests', () => testUnit()),
    await all('Editor tests', () => testEditor({ extension: stagePackage() })),
    await all('Widget tests', () => widgets()),
  ];
  const { passed, failed, failures } = sumOf(results);
  if (failures.length > 0) console.log(`\nFailures:\n\n${listOf(failures, root)}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** The widget tests need VS Code's server: a machine with the desktop VS Code need not install it. */
async function widgets(): Promise<Results> {
  const { executable } = await findDesktop({ isHidden: true });
  if (executable === undefined) return testWidgets({ extension: stagePackage() });
  console.log('Not here: they need the workbench of the server. Run "npx tsx test/vscode/test-widgets.ts".');
  return nothing;
}

/** Runs one of the installed tools; it counts as one check. */
function check(title: string, script: string, ...args: string[]): Results {
  console.log(`\n${title}`);
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0, failures: [] } : failure(title, 'See above.');
}

/** The results of many tests; a run that ends without any counts as one failure. */
async function all(title: string, run: () => Promise<Results>): Promise<Results> {
  console.log(`\n${title}`);
  try {
    return await run();
  } catch (error) {
    return failure(title, inspect(error));
  }
}

void main();
