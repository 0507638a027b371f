import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * The root of the repository that the current folder is in, or else the current folder: GitHub knows files by their path
 * from the root. It is the nearest folder with a `.git` (which is a file in a submodule and in a linked work tree) or the
 * workspace of GitHub Actions, where a checkout may have no `.git`.
 */
export function repositoryRoot(): string {
  const workspace = process.env.GITHUB_WORKSPACE ? realPath(process.env.GITHUB_WORKSPACE) : undefined;
  const current = realPath('.');
  for (let folder = current; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git')) || folder === workspace) return folder;
    if (dirname(folder) === folder) return current;
  }
}

/**
 * The path of a file from a root, with `/` between its parts; undefined if the file is outside of that.
 * @param file a path, relative to the current folder or absolute
 */
export function pathFrom(root: string, file: string): string | undefined {
  // A link to a file is a file in the repository, a file in a linked folder is not.
  const path = relative(root, join(realPath(dirname(file)), basename(file)));
  return isAbsolute(path) || path.split(sep)[0] === '..' ? undefined : path.replaceAll(sep, '/');
}

/** A path without links, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
