import { fstatSync, statSync } from 'node:fs';
import { lstat, mkdir, stat, writeFile as writeThrough } from 'node:fs/promises';
import { dirname } from 'node:path';
import { escapeControls } from '../model/words.ts';
import type { InputCall } from './arguments.ts';
import { FileSearch } from './files.ts';
import { createFile, writeFile } from './fix/write-file.ts';
import type { Settings } from './settings.ts';
import { withoutInterruption } from './signals.ts';

/**
 * Refuses an output file that the run also reads, under the same or another name.
 * @throws {Error} that says which file it is
 */
export function assertOutputIsNoInput({ outputFile, paths, settingsFile }: InputCall, settings: Settings): void {
  const output = outputFile === undefined ? undefined : identityOf(outputFile);
  if (outputFile === undefined || output === undefined) return;
  const refuse = (role: string): never => {
    throw new Error(`cannot write "${escapeControls(outputFile)}": it is ${role}. Choose another output file`);
  };
  if (settingsFile !== undefined && identityOf(settingsFile) === output) refuse('the settings file');
  const search = new FileSearch(settings, () => {});
  // The report of an earlier run may well be in a folder that is searched.
  const canBeFound = settings.associations.length > 0 || search.isOurs(outputFile);
  for (const path of paths) {
    if (identityOf(path === '-' ? process.stdin.fd : path) === output) refuse('one of the files to read');
    if (!canBeFound || path === '-') continue;
    for (const file of search.find(path)) {
      if (file !== undefined && identityOf(file) === output && search.isOurs(file))
        refuse(`one of the files to read in "${escapeControls(path)}"`);
    }
  }
}

/** Identifies a regular file, whatever its name; undefined if there is no such file. */
function identityOf(file: string | number): string | undefined {
  try {
    // On Windows, the numbers of files are too large for a number in JavaScript.
    const options = { bigint: true } as const;
    const state = typeof file === 'number' ? fstatSync(file, options) : statSync(file, options);
    return state.isFile() ? `${state.dev} ${state.ino}` : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a report, and makes the folder that it is to be in. An interruption leaves a whole report or none. */
export async function writeReport(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const state = await stat(file).catch(() => undefined);
  if (state?.isFile()) await writeFile(file, content, state);
  else if (state ?? (await lstat(file).catch(() => undefined)))
    await writeThrough(file, content); // A device, or a link.
  else await withoutInterruption(() => createFile(file, content, 0o666));
}
