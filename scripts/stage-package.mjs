import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/** The files that the package has, as vsce says, relative to the repository. */
export function packagedFiles() {
  const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
  return listed.split('\n').filter((line) => line !== '' && !line.startsWith('npm '));
}

/**
 * Puts the files of the package, and nothing else, into a folder of their own: an extension that misses one there
 * would miss it at the user's too.
 *
 * @returns {string} the folder
 */
export function stagePackage() {
  const folder = join(root, 'out', 'package');
  rmSync(folder, { recursive: true, force: true });
  for (const file of packagedFiles()) cpSync(join(root, file), join(folder, file));
  return folder;
}
