import { chmod, lstat, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type CheckedFile, checkFile, checkFound, searchedEndings, unsearchedFolders } from '../files/check-file.ts';
import { encode } from '../files/encoding.ts';

/** A file that was checked, by the name that it is spoken of. */
export interface NamedFile {
  readonly name: string;
  readonly checked: CheckedFile;
}

/** Hears of a path that cannot be read, and why. */
type OnUnreadable = (path: string, error: unknown) => void;

/** Checks what a path names: a file, whatever it is called, or the files of a folder that are ours. */
export async function* checkPath(path: string, onUnreadable: OnUnreadable): AsyncGenerator<NamedFile> {
  const found = await reading(path, onUnreadable, () => stat(path));
  if (found?.isDirectory()) yield* checkFolder(path, onUnreadable);
  else if (found)
    yield* named(path, await reading(path, onUnreadable, async () => checkFile(await readFile(path), path)));
}

async function* checkFolder(folder: string, onUnreadable: OnUnreadable): AsyncGenerator<NamedFile> {
  const entries = await reading(folder, onUnreadable, () => readdir(folder, { withFileTypes: true }));
  for (const entry of entries?.sort((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
    const path = join(folder, entry.name);
    // A link is neither a file nor a folder here, so none is followed.
    if (entry.isDirectory() && !unsearchedFolders.some((name) => name === entry.name)) {
      yield* checkFolder(path, onUnreadable);
    } else if (entry.isFile() && searched.test(entry.name)) {
      yield* named(path, await reading(path, onUnreadable, async () => checkFound(await readFile(path), entry.name)));
    }
  }
}

function* named(name: string, checked: CheckedFile | undefined): Generator<NamedFile> {
  if (checked) yield { name, checked };
}

async function reading<T>(path: string, onUnreadable: OnUnreadable, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    onUnreadable(path, error);
    return undefined;
  }
}

const searched = new RegExp(`\\.(?:${searchedEndings.join('|')})$`, 'i');

/**
 * Writes a file whole or not at all: beside it first, then in its place. Its permissions stay, and a link to it stays a
 * link.
 */
export async function writeWhole(path: string, text: string, encoding: CheckedFile['encoding']): Promise<void> {
  const target = await realpath(path);
  const { mode } = await lstat(target);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(encode(text, encoding));
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(beside, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
