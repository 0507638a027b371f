import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, serverFolder } from './install.ts';
import { plainSettings } from './settings.ts';
import { openWorkbench } from './workbench.ts';

/*
 * A stand-in for the `code` executable on machines without a desktop VS Code, for `runTests` of @vscode/test-electron:
 * it accepts the same flags, and gives the output of the tests and their exit code. Other flags of VS Code are ignored.
 * Environment:
 *
 *   BACKUP_RESPONSE_HOST    where the extension and its tests run: node (default) or web
 *   BACKUP_RESPONSE_VSCODE  which VS Code it is: current (default) or floor
 *   BACKUP_RESPONSE_TRUST   0 opens the folder in Restricted Mode
 */
const version = process.env.BACKUP_RESPONSE_VSCODE === 'floor' ? 'floor' : 'current';

/** @returns the exit code */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      version: { type: 'boolean' },
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
    },
    allowPositionals: true,
    strict: false,
  });
  if (values.version) return printVersion();
  const { extensionDevelopmentPath, extensionTestsPath } = values;
  const [folder] = positionals;
  if (!folder || typeof extensionDevelopmentPath !== 'string' || typeof extensionTestsPath !== 'string')
    throw new Error('Needed: a folder to open, --extensionDevelopmentPath=… and --extensionTestsPath=….');
  return runTests(folder, extensionDevelopmentPath, extensionTestsPath);
}

/** Prints the same as `code --version`: version, commit, processor. */
async function printVersion(): Promise<number> {
  await ensureInstalled({ needsBrowser: false, version, log: console.error });
  const product = JSON.parse(readFileSync(join(serverFolder(version), 'product.json'), 'utf8'));
  console.log(`${product.version}\n${product.commit}\n${process.arch}`);
  return 0;
}

async function runTests(folder: string, extensionDevelopmentPath: string, extensionTestsPath: string): Promise<number> {
  const workbench = await openWorkbench(folder, {
    version,
    isTrusted: process.env.BACKUP_RESPONSE_TRUST !== '0',
    host: process.env.BACKUP_RESPONSE_HOST === 'web' ? 'web' : 'node',
    extensionDevelopmentPath,
    extensionTestsPath: extensionTestsPath.endsWith('.js') ? extensionTestsPath : `${extensionTestsPath}.js`,
    // The caller has chosen the folder, and may look at it afterwards.
    isCopied: false,
    settings: plainSettings,
    viewport: { width: 800, height: 500 },
    onTestOutput: console.log,
  });
  try {
    return await workbench.exited;
  } catch (error) {
    throw new Error(`${messageOf(error)}\n${workbench.output()}`, { cause: error });
  } finally {
    await workbench.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// process.exit ends the server and the browser: they listen to its 'exit' event.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

try {
  process.exitCode = await main();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
