import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Replaces files of a folder when all of the new ones are made. If one cannot be made, the folder stays as it is, and the
 * others are left in a temporary folder, which is named.
 * @param make writes the files into the folder that it is given
 */
export async function replaceFiles(folder: string, make: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'backup-response-'));
  try {
    await make(temporary);
  } catch (error) {
    throw new Error(`${folder} stays as it is. The new files are in ${temporary}.`, { cause: error });
  }
  cpSync(temporary, folder, { recursive: true });
  rmSync(temporary, { recursive: true });
}
