import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  /** Without symbolic links. */
  readonly path: string;
  /** Removes the folder with its content. The end of the process does so too. */
  readonly remove: () => void;
}

export function makeTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'backup-response-'));
  const erase = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', erase);
  const remove = () => {
    process.off('exit', erase);
    erase();
  };
  return { path, remove };
}
