import type { Stats } from 'node:fs';
import { access, chmod, chown, constants, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { escapeControls } from '../../model/words.ts';
import { reasonOf } from '../reason.ts';
import { withoutInterruption } from '../signals.ts';
import { assertWhole, copyPaths, removeStaleTempFiles, temporaryPath } from './leftovers.ts';

/** Why a file stays as it is, in words that follow the name of the file. */
export class NotWritten extends Error {}

/** The facts that tell whether a file has changed, and those that stay when it is written. */
export type FileState = Pick<Stats, 'dev' | 'ino' | 'size' | 'mtimeMs' | 'mode' | 'uid' | 'gid' | 'nlink'>;

/**
 * Writes a file that was read before. A link to it stays a link, and its owner, permissions and other names stay. A
 * temporary file takes its name, so an interruption leaves the old content or the new. Where that would change the owner
 * or break a hard link, the file is overwritten, and a copy keeps the old content until the file is whole.
 * @param read the state of the file when it was read
 */
export async function writeFile(path: string, content: Uint8Array, read: FileState): Promise<void> {
  const target = await realpath(path);
  assertWhole(target);
  const denied = await access(target, constants.W_OK).catch((error: unknown) => error);
  // Root may write everything, but this file is not meant to be written.
  if (denied || (read.mode & 0o222) === 0) throw new NotWritten('it is read-only');
  await removeStaleTempFiles(dirname(target));
  await withoutInterruption(async () => {
    const failure = read.nlink > 1 || (await replace(target, content, read).catch((error: unknown) => error));
    if (failure instanceof NotWritten) throw failure;
    if (failure) await overwrite(target, content, read);
  });
}

async function assertUnchanged(target: string, read: FileState): Promise<void> {
  const now = await stat(target).catch(() => undefined);
  const isSame = (['dev', 'ino', 'size', 'mtimeMs'] as const).every((fact) => now?.[fact] === read[fact]);
  if (!isSame) throw new NotWritten('it has changed since it was read');
}

/** Gives the name of a file to a new one with the same owner and permissions. */
async function replace(target: string, content: Uint8Array, read: FileState): Promise<void> {
  const temporary = temporaryPath(dirname(target));
  await createFile(temporary, content, 0o600, async () => {
    await chown(temporary, read.uid, read.gid);
    await chmod(temporary, read.mode & 0o7777);
    await assertUnchanged(target, read);
    await rename(temporary, target);
  });
}

/** Writes into a file that must stay the same file. If the disk fails, it writes the old content back. */
async function overwrite(target: string, content: Uint8Array, read: FileState): Promise<void> {
  const file = await open(target, 'r+');
  try {
    const old = await file.readFile();
    const copy = await createCopy(target, old);
    const written = assertUnchanged(target, read).then(() => fill(file, content));
    const failure = await written.catch((error: unknown) => error);
    if (failure && !(failure instanceof NotWritten)) {
      await fill(file, old).catch(() => {
        const advice = `Its old content is in "${escapeControls(copy)}": copy that back when the disk works again`;
        throw new NotWritten(`writing failed, and the file is incomplete now (${reasonOf(failure)}). ${advice}`);
      });
    }
    await rm(copy, { force: true });
    if (failure) throw failure;
  } finally {
    await file.close();
  }
}

async function createCopy(target: string, content: Uint8Array): Promise<string> {
  for (const copy of copyPaths(target)) {
    const failure = await createFile(copy, content, 0o600).catch((error: unknown) => error);
    if (!failure) return copy;
    // Another run may have just created it.
    assertWhole(target);
  }
  throw new NotWritten('no copy of it could be made, neither beside it nor in the folder for temporary files');
}

/** Creates a file and uses it. If that fails, there is no such file. */
export async function createFile(path: string, content: Uint8Array, mode: number, use?: () => Promise<void>) {
  const file = await open(path, 'wx', mode);
  try {
    await fill(file, content).finally(() => file.close());
    await use?.();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Writes the whole content of a file, up to the disk. */
async function fill(file: FileHandle, content: Uint8Array): Promise<void> {
  for (let at = 0; at < content.length; ) at += (await file.write(content, at, null, at)).bytesWritten;
  await file.truncate(content.length);
  await file.sync();
}
