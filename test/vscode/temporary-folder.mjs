import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes an empty folder for one run.
 *
 * @returns {{ path: string, remove: () => void }} Its real path, and what removes it with all that is in it; the end
 *   of this process removes it too.
 */
export function makeTemporaryFolder() {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'backup-response-'));
  const erase = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', erase);
  const remove = () => {
    process.off('exit', erase);
    erase();
  };
  return { path, remove };
}
