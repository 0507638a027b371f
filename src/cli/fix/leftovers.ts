import { createHash, randomBytes } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { escapeControls } from '../../model/words.ts';

/*
 * A signal leaves no such files, but a run can be killed, and the power can fail. Then a later run removes temporary
 * files and, if a file may be incomplete, says where its old content is. The names are short: file systems limit them.
 */

const prefix = '.backup-response-';
/** In containers, runs often have the same process id, but hosts have different names. */
const host = shortHash(hostname());

/** A new name for a file in a folder. It says which run made the file. */
export function temporaryPath(folder: string): string {
  return join(folder, `${prefix}${host}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
}

/**
 * Where a copy of a file's content can be while the file is overwritten: beside it or, if its folder may not be written,
 * in the folder for temporary files. Only one run at a time can create them.
 * @param file a path without links
 */
export function copyPaths(file: string): readonly string[] {
  const copyName = (path: string): string => `${prefix}${shortHash(path)}.tmp.old`;
  return [join(dirname(file), copyName(basename(file))), join(tmpdir(), copyName(file))];
}

/**
 * Refuses a file that may be incomplete, because a run was killed while it overwrote the file.
 * @throws {Error} that says where the old content is
 */
export function assertWhole(path: string): void {
  const copy = copyPaths(realpathSync(path)).find((name) => existsSync(name));
  if (copy === undefined) return;
  const advice = 'Copy that back or delete it, then try again';
  throw new Error(`a run that overwrote it was killed, and its old content is in "${escapeControls(copy)}". ${advice}`);
}

/** The folders without stale temporary files. */
const cleaned = new Set<string>();

/** Removes the temporary files in a folder whose runs have ended on this host. */
export async function removeStaleTempFiles(folder: string): Promise<void> {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  // A user may be allowed to write in a folder and not to list it.
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, maker, pid] = /^\.backup-response-([\da-f]{8})-(\d+)-[\da-f]{8}\.tmp$/.exec(name) ?? [];
    if (maker === host && !isAlive(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** Whether another run has this process id. */
function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process exists, and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
