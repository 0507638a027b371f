import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

/**
 * Runs all the checks: format and lint, types, unit and golden tests, and the editor tests in a real VS Code, with
 * the files that are packaged and no others. The last line sums up: `N passed, N failed`.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const sums = { passed: 0, failed: 0 };

setUp();
rmSync(join(root, 'out'), { recursive: true, force: true });
check('Format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci');
check('Types', 'node_modules/typescript/bin/tsc');
check('Bundles', 'esbuild.mjs');
await add('Unit and golden tests', async () => (await import('./test-unit.mjs')).testUnit());
await add('Editor tests', async () => {
  const { stagePackage } = await import('./stage-package.mjs');
  const { testEditor } = await import('./test-editor.mjs');
  return testEditor({ extension: stagePackage() });
});

console.log(`\n${sums.passed} passed, ${sums.failed} failed`);
process.exitCode = sums.failed > 0 ? 1 : 0;

/** Runs a tool of the repository's own; it counts as one check. */
function check(title, script, ...args) {
  console.log(`\n${title}`);
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  sums[status === 0 ? 'passed' : 'failed']++;
}

/** Adds the sums of many tests; a run that breaks off counts as one failure. */
async function add(title, run) {
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
