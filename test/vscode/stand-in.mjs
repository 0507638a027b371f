#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, serverFolder } from './install.mjs';
import { openWorkbench } from './workbench.mjs';

/*
 * Stands in for the `code` executable where the desktop VS Code cannot be had, for `runTests` of
 * @vscode/test-electron: the same flags go in, the tests' output and exit code come out. VS Code's other flags are
 * taken and ignored. Environment:
 *
 *   BACKUP_RESPONSE_HOST        node (when unset) or web: where the extension and its tests run
 *   BACKUP_RESPONSE_VSCODE      current (when unset) or floor: which VS Code it is
 *   BACKUP_RESPONSE_TRUST       0 to open the folder in Restricted Mode
 *   BACKUP_RESPONSE_TIME_LIMIT  seconds the tests may take before the run is given up; 300 when unset
 */
const version = process.env.BACKUP_RESPONSE_VSCODE === 'floor' ? 'floor' : 'current';

async function main() {
  const { values, positionals } = parseArgs({
    options: {
      version: { type: 'boolean' },
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
    },
    allowPositionals: true,
    strict: false,
  });
  if (values.version) {
    return printVersion();
  }
  const { extensionDevelopmentPath, extensionTestsPath } = values;
  const [folder] = positionals;
  if (!folder || !extensionDevelopmentPath || !extensionTestsPath) {
    throw new Error('Needed: a folder to open, --extensionDevelopmentPath=… and --extensionTestsPath=….');
  }
  return runTests(folder, { extensionDevelopmentPath, extensionTestsPath });
}

/** Prints what `code --version` prints: version, commit, processor. */
async function printVersion() {
  await ensureInstalled({ browser: false, version, log: console.error });
  const product = JSON.parse(readFileSync(join(serverFolder(version), 'product.json'), 'utf8'));
  console.log(`${product.version}\n${product.commit}\n${process.arch}`);
  return 0;
}

async function runTests(folder, { extensionDevelopmentPath, extensionTestsPath }) {
  const workbench = await openWorkbench(folder, {
    version,
    trusted: process.env.BACKUP_RESPONSE_TRUST !== '0',
    host: process.env.BACKUP_RESPONSE_HOST === 'web' ? 'web' : 'node',
    extensionDevelopmentPath,
    extensionTestsPath: extensionTestsPath.endsWith('.js') ? extensionTestsPath : `${extensionTestsPath}.js`,
    // Whoever starts VS Code chooses the folder, and may look at it afterwards.
    copy: false,
    onTestOutput: console.log,
  });
  try {
    return await withinTimeLimit(workbench.exited);
  } catch (error) {
    throw new Error(`${error.message}\n${workbench.output()}`, { cause: error });
  } finally {
    await workbench.close();
  }
}

function withinTimeLimit(exited) {
  const seconds = Number(process.env.BACKUP_RESPONSE_TIME_LIMIT) || 300;
  let timer;
  const late = new Promise((_resolve, reject) => {
    const why = `The tests did not end within ${seconds} s (BACKUP_RESPONSE_TIME_LIMIT sets another limit).`;
    timer = setTimeout(() => reject(new Error(why)), seconds * 1000);
  });
  return Promise.race([exited, late]).finally(() => clearTimeout(timer));
}

// Leaving through process.exit ends the server and the browser: they are bound to its 'exit' event.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => process.exit(1));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
