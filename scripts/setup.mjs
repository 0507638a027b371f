import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Installs the dependencies from the lock file unless they are up to date. `npm start` and `npm test` run this first,
 * on machines with nothing but Node.js, so it uses nothing that has to be installed, and it is plain JavaScript.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) throw new Error(`Node.js 20 or newer is needed; this is ${process.version}.`);
if (!isInstalled()) {
  console.log('Installing dependencies (once, 400 MB on disk) ...');
  // No install script of a dependency runs: none of them is needed.
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
}

function isInstalled() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json'); // npm writes it last.
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/**
 * @param {readonly string[]} args
 * @throws {Error} if npm fails
 */
function npm(...args) {
  // On Windows npm is a script, which only a shell can start.
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed. Is the npm registry reachable?`);
}
