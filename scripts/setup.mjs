import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Installs what the lock file says, where that has not been done yet. It is what `npm start` and `npm test` do first,
 * on a machine that has nothing but Node.js and git, so it uses nothing that would have to be installed.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

export function setUp() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Node.js 20 or newer is needed; this is ${process.version}.`);
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json'); // npm writes it when all is in place.
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing what package-lock.json says (once, 400 MB on disk) ...');
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
}

/** Runs npm, on Windows too, where it is a script; throws where it fails. */
function npm(...args) {
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed. Is the npm registry reachable?`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setUp();
