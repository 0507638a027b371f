import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pathFrom, repositoryRoot } from './repository.ts';

/** Says in SARIF's terms where files are. */
export interface ArtifactBase {
  /** The folder that the locations are relative to, for the log as a whole. */
  readonly ids: object;
  /** @param file a path, relative to the current folder or absolute */
  locationOf(file: string): object;
}

const sourceRoot = 'SRCROOT';

/** Locations relative to the root of the repository. A file outside of it has an absolute location. */
export function artifactBase(): ArtifactBase {
  const root = repositoryRoot();
  return {
    ids: { [sourceRoot]: { uri: pathToFileURL(join(root, sep)).href } },
    locationOf(file) {
      const path = pathFrom(root, file);
      return path === undefined
        ? { uri: pathToFileURL(resolve(file)).href }
        : { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
    },
  };
}
