import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/** vsce takes seconds to load. */
let listed: string | undefined;

/** The files of the package according to vsce, relative to the repository: those of the first call. */
export function packagedFiles(): string[] {
  listed ??= execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
  return listed.split('\n').filter((line) => line !== '' && !line.startsWith('npm '));
}

/**
 * Copies the files of the package, and nothing else, to a folder of their own. A file that the extension misses there
 * would also be missing for users.
 * @returns the folder's path
 */
export function stagePackage(folder = join(root, 'out', 'package')): string {
  rmSync(folder, { recursive: true, force: true });
  for (const file of packagedFiles()) cpSync(join(root, file), join(folder, file));
  return folder;
}
