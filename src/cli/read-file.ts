import { open, stat } from 'node:fs/promises';
import type { FileState } from './write-file.ts';

/** A file's bytes, and what it was when they were read. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly state: FileState;
}

/** Standard input and other open files, by names that some systems have for them. */
const openFiles = /^\/(?:dev|proc\/self)\/(?:stdin|fd\/\d+)$/;

/**
 * Reads a regular file. A pipe that nobody writes would never end, and some devices never do.
 * @throws {Error} if it is something else, or cannot be read
 */
export async function readRegularFile(path: string): Promise<ReadFile> {
  if (!openFiles.test(path) && !(await stat(path)).isFile()) {
    throw new Error('it is not a regular file. To check what a command writes, pipe it to "check -"');
  }
  const file = await open(path, 'r');
  try {
    const state = await file.stat({ bigint: true });
    return { bytes: await file.readFile(), state };
  } finally {
    await file.close();
  }
}
