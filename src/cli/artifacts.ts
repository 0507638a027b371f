import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Says in SARIF's terms where files are. */
export interface ArtifactBase {
  /** The folder that the locations are relative to, for the log as a whole. */
  readonly ids: object;
  /** @param file a path, relative to the current folder or absolute */
  locationOf(file: string): object;
}

const sourceRoot = 'SRCROOT';

/**
 * Locations relative to the root of the repository that the current folder is in, or else to the current folder: code
 * scanning knows files by their path from the root. A file outside of it has an absolute location.
 */
export function artifactBase(): ArtifactBase {
  const root = repositoryRoot() ?? process.cwd();
  return {
    ids: { [sourceRoot]: { uri: pathToFileURL(join(root, sep)).href } },
    locationOf(file) {
      const path = relative(root, resolve(file));
      const isInside = !path.startsWith(`..${sep}`) && !isAbsolute(path);
      return isInside
        ? { uri: path.split(sep).map(encodeURIComponent).join('/'), uriBaseId: sourceRoot }
        : { uri: pathToFileURL(resolve(file)).href };
    },
  };
}

/** The nearest folder with a `.git`, which is a file in a submodule and in a linked work tree. */
function repositoryRoot(): string | undefined {
  let folder = process.cwd();
  while (!existsSync(join(folder, '.git'))) {
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
  return folder;
}
