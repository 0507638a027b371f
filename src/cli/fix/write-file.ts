import type { Stats } from 'node:fs';
import { access, chmod, chown, constants, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { escapeControls } from '../../model/words.ts';
import { reasonOf } from '../reason.ts';
import { untilSignal } from '../signals.ts';
import { copyNames, mustBeWhole, removeLitter, temporaryName } from './leftovers.ts';

/** Why a file stays as it is, in words that follow the name of the file. */
export class NotWritten extends Error {}

/** What a file is, so that a later change of it is noticed. */
export type FileState = Pick<Stats, 'dev' | 'ino' | 'size' | 'mtimeMs' | 'mode' | 'uid' | 'gid' | 'nlink'>;

/**
 * Writes a file that was read before. A link to it stays a link, and its owner, permissions and other names stay.
 * A new file takes its name, so an interruption leaves the old content or the new. Where that would make another file of
 * it, it is overwritten, with a copy of the old content until it is whole.
 * @param read what the file was when it was read
 * @throws {NotWritten} if the file may not be written, or has changed since
 * @throws what the file system says
 */
export async function writeFile(path: string, content: Uint8Array, read: FileState): Promise<void> {
  const target = await realpath(path);
  mustBeWhole(target);
  await mustBeWritable(target, read);
  await mustBeAsRead(target, read);
  await removeLitter(dirname(target));
  await untilSignal(async (stop) => {
    if (read.nlink > 1 || !(await replace(target, content, read, stop))) await overwrite(target, content, read, stop);
  });
}

/** Writes a file that does not exist. An interruption leaves none. */
export async function writeNewFile(path: string, content: Uint8Array): Promise<void> {
  await untilSignal((stop) => create(path, content, 0o666, stop));
}

async function mustBeWritable(target: string, { mode }: FileState): Promise<void> {
  // Root may write everything, but a file without the permission is not meant to be written.
  const isReadOnly = (mode & 0o222) === 0;
  const denied = await access(target, constants.W_OK).catch((error: unknown) => error);
  if (isReadOnly || denied) throw new NotWritten('it is read-only');
}

async function mustBeAsRead(target: string, read: FileState): Promise<void> {
  const now = await stat(target).catch(() => undefined);
  const isSame = (['dev', 'ino', 'size', 'mtimeMs'] as const).every((fact) => now?.[fact] === read[fact]);
  if (!isSame) throw new NotWritten('it has changed since it was read');
}

/** Gives the name of a file to a new one. @returns false if that cannot be done without making another file of it */
async function replace(target: string, content: Uint8Array, read: FileState, stop: AbortSignal): Promise<boolean> {
  const temporary = temporaryName(dirname(target));
  try {
    await create(temporary, content, 0o600, stop);
    await chown(temporary, read.uid, read.gid);
    await chmod(temporary, read.mode & 0o7777);
    await mustBeAsRead(target, read);
    stop.throwIfAborted();
    await rename(temporary, target);
    return true;
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof NotWritten || stop.aborted) throw error;
    return false;
  }
}

/** Writes into a file that must stay the same file. The copy stays until the file is whole, with the new content or the old. */
async function overwrite(target: string, content: Uint8Array, read: FileState, stop: AbortSignal): Promise<void> {
  const file = await open(target, 'r+');
  try {
    const old = await file.readFile({ signal: stop });
    const copy = await createCopy(target, old, stop);
    try {
      await mustBeAsRead(target, read);
      await fill(file, content, stop);
    } catch (error) {
      if (!(error instanceof NotWritten)) await restore(file, old, copy, error);
      await rm(copy, { force: true });
      throw error;
    }
    await rm(copy, { force: true });
  } finally {
    await file.close();
  }
}

/** @throws {NotWritten} that names the copy, if the file has neither the new content nor the old */
async function restore(file: FileHandle, old: Uint8Array, copy: string, cause: unknown): Promise<void> {
  try {
    await fill(file, old);
  } catch {
    const advice = `Its old content is in "${escapeControls(copy)}": copy that back when the disk works again`;
    throw new NotWritten(`writing failed, and the file is incomplete now (${reasonOf(cause)}). ${advice}`);
  }
}

/** @throws {NotWritten} if there is no place for a copy */
async function createCopy(target: string, content: Uint8Array, stop: AbortSignal): Promise<string> {
  for (const copy of copyNames(target)) {
    try {
      await create(copy, content, 0o600, stop);
      return copy;
    } catch {
      stop.throwIfAborted();
      // Another run has just created it.
      mustBeWhole(target);
    }
  }
  throw new NotWritten('no copy of it could be made, neither beside it nor in the folder for temporary files');
}

/** Creates a file; if that fails, it leaves none. */
async function create(path: string, content: Uint8Array, mode: number, stop: AbortSignal): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await fill(file, content, stop).finally(() => file.close());
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** How much is written before a signal is looked for, in bytes. */
const pieceLength = 1 << 19;

/** Writes the whole content of a file, up to the disk. */
async function fill(file: FileHandle, content: Uint8Array, stop?: AbortSignal): Promise<void> {
  for (let at = 0; at < content.length; ) {
    stop?.throwIfAborted();
    const length = Math.min(pieceLength, content.length - at);
    at += (await file.write(content, at, length, at)).bytesWritten;
  }
  await file.truncate(content.length);
  stop?.throwIfAborted();
  await file.sync();
}
