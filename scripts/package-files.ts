import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(import.meta.dirname, '..');
const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');

/** The folder of the lists of vsce: it takes seconds to load, and several processes of a test run ask for one list. */
const lists = join(root, 'out', 'package-files');

/** The files of the extension's package according to vsce, relative to a folder with all of them. */
export function packagedFiles(folder = root): string[] {
  const list = join(lists, stateOf(folder));
  if (!existsSync(list)) {
    const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: folder, encoding: 'utf8' });
    mkdirSync(lists, { recursive: true });
    // Another process may look for it now, and finds it whole or not at all.
    const partial = `${list}-${process.pid}`;
    writeFileSync(partial, listed);
    renameSync(partial, list);
  }
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('npm '));
}

/** A hash of the names of the files, and of the texts that choose among them. The list depends on nothing else. */
export function stateOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of namesIn(folder)) hash.update(`${name}\n`);
  for (const file of [join(folder, '.vscodeignore'), join(folder, 'package.json'), join(vsce, '..', 'package.json')])
    hash.update(existsSync(file) ? readFileSync(file) : '').update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** The names of all files, without those of installed packages, of git and of test runs. */
function namesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^(?:node_modules|\.git|out)$/.test(name))
    .flatMap((entry) =>
      entry.isDirectory() ? namesIn(join(folder, entry.name)).map((name) => join(entry.name, name)) : [entry.name],
    )
    .sort();
}

/** The files of the npm package according to npm, relative to the repository. */
export function npmFiles(): string[] {
  const [{ files }] = JSON.parse(npm(root, 'pack', '--dry-run', '--ignore-scripts', '--json'));
  return (files as { path: string }[]).map(({ path }) => path);
}

/**
 * Makes the npm package.
 * @param destination the folder to put it into
 * @returns the name of its file
 */
export function packNpm(destination: string): string {
  const folder = stage(npmFiles(), join(destination, 'npm-package'));
  const [{ filename }] = JSON.parse(
    npm(folder, 'pack', '--ignore-scripts', '--json', '--pack-destination', destination),
  );
  rmSync(folder, { recursive: true });
  return filename;
}

/**
 * Copies the files of the extension's package, and nothing else, to a folder of their own. A file that the extension
 * misses there would also be missing for users.
 * @param from a folder with all of them
 * @returns the folder's path
 */
export function stagePackage(folder = join(root, 'out', 'package'), from = root): string {
  return stage(packagedFiles(from), folder, from);
}

function stage(files: readonly string[], folder: string, from = root): string {
  rmSync(folder, { recursive: true, force: true });
  const targets = new Set(files.filter((file) => !renamed.has(file)));
  for (const file of files) {
    cpSync(join(from, file), join(folder, file));
    if (file === 'package.json')
      writeFileSync(join(folder, file), withoutDevelopment(readFileSync(join(from, file), 'utf8')));
    if (!file.endsWith('.md')) continue;
    writeFileSync(join(folder, file), withoutDeadLinks(readFileSync(join(from, file), 'utf8'), file, targets));
  }
  return folder;
}

/** A manifest on one line, without what only this repository needs. */
function withoutDevelopment(manifest: string): string {
  const { scripts, devDependencies, ...kept } = JSON.parse(manifest);
  return `${JSON.stringify(kept)}\n`;
}

/** The files that vsce gives another name in the package. */
const renamed: ReadonlySet<string> = new Set(['README.md', 'CHANGELOG.md', 'LICENSE']);

/**
 * A page without the links that lead to no file of its package: their text stays. A picture that is not there goes.
 * @param page its path, from the root of the package
 * @param targets the files that links may lead to
 */
function withoutDeadLinks(text: string, page: string, targets: ReadonlySet<string>): string {
  const isAlive = (link: string): boolean => {
    const [path = ''] = link.split('#');
    return /^\w[\w+.-]*:/.test(link) || path === '' || targets.has(posix.join(posix.dirname(page), path));
  };
  return text
    .replace(/!\[[^\]]*\]\(([^)\s]+)\)\n*/g, (picture, link) => (isAlive(link) ? picture : ''))
    .replace(/(?<!!)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g, (whole, label, link) =>
      isAlive(link) ? whole : label,
    );
}

function npm(folder: string, ...args: string[]): string {
  // On Windows npm is a script, which only a shell can start.
  const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  return execFileSync('npm', args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
}
