import { createHash, randomBytes } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { escapeControls } from '../../model/words.ts';

/*
 * Signals leave nothing behind, but a run can be killed, or the power can fail. Then a later run removes the temporary
 * files, and says where the old content of a file is that may be cut off. The names are short, because the file systems
 * limit their length.
 */

const prefix = '.backup-response-';
/** In containers the process id is often the same, but not the name of the host. */
const host = shortHash(hostname());

/** A name for a new file in a folder. It says which run made it. */
export function temporaryName(folder: string): string {
  return join(folder, `${prefix}${host}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
}

/**
 * Where a copy of a file's content can be while that is overwritten: beside it or, if its folder may not be written, in
 * the folder for temporary files. Only one run at a time can create them.
 * @param file a path without links
 */
export function copyNames(file: string): readonly string[] {
  const copies = [
    [dirname(file), basename(file)],
    [tmpdir(), file],
  ] as const;
  return copies.map(([folder, name]) => join(folder, `${prefix}${shortHash(name)}.tmp.old`));
}

/**
 * Refuses a file that may be cut off, because a run was killed while it overwrote that.
 * @throws {Error} that says where the old content is
 */
export function mustBeWhole(path: string): void {
  const copy = copyNames(realpathSync(path)).find((name) => existsSync(name));
  if (copy === undefined) return;
  const advice = 'Copy that back or delete it, then try again';
  throw new Error(`a run that overwrote it was killed, and its old content is in "${escapeControls(copy)}". ${advice}`);
}

/** The folders that have been cleaned. */
const cleaned = new Set<string>();

/** Removes the temporary files that runs have left in a folder that are not alive. */
export async function removeLitter(folder: string): Promise<void> {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  for (const name of await readdir(folder)) {
    const [, maker, pid] = /^\.backup-response-([\da-f]{8})-(\d+)-[\da-f]{8}\.tmp$/.exec(name) ?? [];
    if (maker === host && !isAlive(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists, and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
