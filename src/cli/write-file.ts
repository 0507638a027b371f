import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, rmSync, type Stats } from 'node:fs';
import { access, chmod, chown, constants, copyFile, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Why a file stays as it is, in words that follow the name of the file. */
export class NotWritten extends Error {}

/** What a file is, so that it can be told whether somebody has written it since. */
export type FileState = Pick<Stats, 'dev' | 'ino' | 'size' | 'mtimeMs' | 'mode' | 'uid' | 'gid' | 'nlink'>;

/**
 * Writes a file that was read before. A link to it stays a link, and its owner, permissions and other names stay. It is
 * written beside and renamed, so that whoever interrupts this leaves the old file or the new one. Where that would make
 * another file of it, it is written in place, with a copy of the old content beside it until all is written.
 * @param read what the file was when it was read
 * @throws {NotWritten} if the file may not be written, or has changed since
 * @throws what the file system says
 */
export async function writeFile(path: string, content: Uint8Array, read: FileState): Promise<void> {
  const target = await realpath(path);
  await removeLitter(dirname(target));
  await mustBeWritable(target, read);
  await mustBeAsRead(target, read);
  if (read.nlink > 1 || !(await replace(target, content, read))) await overwrite(target, content, read);
}

async function mustBeWritable(target: string, { mode }: FileState): Promise<void> {
  // Root may write everything, but a file without the permission is not meant to be written.
  const isReadOnly = (mode & 0o222) === 0;
  const isAllowed = await access(target, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (isReadOnly || !isAllowed) throw new NotWritten('it is read-only');
}

async function mustBeAsRead(target: string, read: FileState): Promise<void> {
  const { dev, ino, size, mtimeMs } = await stat(target);
  const isSame = dev === read.dev && ino === read.ino && size === read.size && mtimeMs === read.mtimeMs;
  if (!isSame) throw new NotWritten('somebody has changed it meanwhile');
}

/** Writes a new file and gives it the name. @returns false if that cannot be done without making another file of it */
async function replace(target: string, content: Uint8Array, read: FileState): Promise<boolean> {
  const beside = temporaryName(target);
  temporary.add(beside);
  try {
    await writeNew(beside, content);
    await chown(beside, read.uid, read.gid);
    await chmod(beside, read.mode & 0o7777);
    await mustBeAsRead(target, read);
    await rename(beside, target);
    return true;
  } catch (error) {
    await rm(beside, { force: true });
    if (error instanceof NotWritten) throw error;
    return false;
  } finally {
    temporary.delete(beside);
  }
}

/** Writes into a file that must stay the same file. */
async function overwrite(target: string, content: Uint8Array, read: FileState): Promise<void> {
  const copy = await copyOf(target);
  copies.set(target, copy);
  try {
    await mustBeAsRead(target, read);
    const file = await open(target, 'r+');
    try {
      await file.writeFile(content);
      await file.truncate(content.length);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof NotWritten)) await copyFile(copy, target);
    throw error;
  } finally {
    copies.delete(target);
    await rm(copy, { force: true });
  }
}

/** A copy of the old content: beside the file, or else in the folder for temporary files. */
async function copyOf(target: string): Promise<string> {
  for (const folder of [dirname(target), tmpdir()]) {
    const copy = join(folder, `${basename(temporaryName(target))}.old`);
    try {
      await copyFile(target, copy, constants.COPYFILE_EXCL);
      return copy;
    } catch {
      await rm(copy, { force: true });
    }
  }
  throw new NotWritten('there is no room for a copy of it');
}

async function writeNew(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * A short name, because a long one with more behind it may be too long. It says who made it: in containers the process
 * id is often the same, but not the name of the host.
 */
function temporaryName(target: string): string {
  return join(dirname(target), `${prefix}${host}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
}

const prefix = '.backup-response-';
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
/** The folders that have been cleaned. */
const cleaned = new Set<string>();

/**
 * Removes what a run that was killed has left in a folder. A run that is still alive keeps its files.
 * @throws {NotWritten} if that run was writing in place: then the copy may be all that is left of a file
 */
async function removeLitter(folder: string): Promise<void> {
  if (cleaned.has(folder)) return;
  for (const name of await readdir(folder)) {
    const [, maker, pid, ending] = /^\.backup-response-([\da-f]{8})-(\d+)-[\da-f]{8}\.tmp(\.old)?$/.exec(name) ?? [];
    if (maker !== host || isAlive(Number(pid))) continue;
    if (ending) {
      const advice = 'Put it back or delete it, then try again';
      throw new NotWritten(
        `"${name}" has the old content of a file that a run was writing when it was killed. ${advice}`,
      );
    }
    await rm(join(folder, name), { force: true });
  }
  cleaned.add(folder);
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Whoever may not be asked is alive.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The files that were made and not yet renamed. */
const temporary = new Set<string>();
/** The files that are being written in place, and the copies of their old content. */
const copies = new Map<string, string>();

/** Removes what a signal would leave behind, puts old content back, and ends as that signal asks. */
export function cleanUpOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      for (const [target, copy] of copies) {
        copyFileSync(copy, target);
        rmSync(copy, { force: true });
      }
      for (const path of temporary) rmSync(path, { force: true });
      process.exit(code);
    });
  }
}
