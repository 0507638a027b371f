import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { FileState } from './fix/write-file.ts';

/** The names that some systems have for standard input and other open files. */
const openFiles = /^\/(?:dev|proc\/self)\/(?:stdin|fd\/\d+)$/;

/** Opens a pipe without waiting for a writer. Windows neither has this nor needs it. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a regular file. A pipe without a writer would never end, and some devices never do.
 *
 * It is synchronous: in a folder of small files, callbacks take many times longer.
 * @throws {Error} if it is something else, or cannot be read
 */
export function readRegularFile(path: string): { readonly bytes: Uint8Array; readonly state: FileState } {
  const isOpen = openFiles.test(path);
  const file = openSync(path, isOpen ? 'r' : withoutWaiting);
  try {
    const state = fstatSync(file);
    if (!isOpen && !state.isFile()) {
      throw new Error('it is not a regular file. To check what a command writes, pipe it to "check -"');
    }
    return { state, bytes: readFileSync(file) };
  } finally {
    closeSync(file);
  }
}
