import { readdir, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CheckedFile, checkFile, checkFound, searchedEndings, unsearchedFolders } from '../files/check-file.ts';
import { matchesFile } from '../files/file-match.ts';
import { matchesGlob } from '../files/glob.ts';
import { readRegularFile } from './read-file.ts';
import type { Settings } from './settings.ts';
import type { FileState } from './write-file.ts';

/** A file that was checked, by the name that it is spoken of. */
export interface NamedFile {
  readonly name: string;
  readonly checked: CheckedFile;
  /** What it was when it was read. */
  readonly state: FileState;
}

/** Hears of what is not checked. */
export interface Listener {
  /** A path that cannot be read, and why. */
  unreadable(path: string, error: unknown): void;
  /** A file that is left out: one without backup records, or a link. */
  leftOut(path: string, reason: LeftOutReason): void;
}

export type LeftOutReason = 'without backup records' | 'link';

/** Finds and checks files. */
export class FileSearch {
  constructor(
    readonly settings: Settings,
    readonly listener: Listener,
  ) {}

  /** Checks what a path names: a file, whatever it is called; the files of a folder that are ours; or those of a pattern. */
  async *check(path: string): AsyncGenerator<NamedFile> {
    const kind = await this.#kindOf(path);
    if (kind === 'folder') yield* this.#checkFolder(path);
    else if (kind === 'file') yield* this.#checkFile(path, checkFile);
    else if (kind === 'pattern') {
      const start = startOf(path);
      for await (const file of (await exists(start)) ? this.#filesIn(start) : []) {
        if (matchesGlob(slashed(path), slashed(file))) yield* this.#checkFile(file, checkFound);
      }
    }
  }

  async #kindOf(path: string): Promise<'file' | 'folder' | 'pattern' | undefined> {
    try {
      return (await stat(path)).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      if (/[*?[{]/.test(path)) return 'pattern';
      this.listener.unreadable(path, error);
      return undefined;
    }
  }

  async *#checkFolder(folder: string): AsyncGenerator<NamedFile> {
    for await (const file of this.#filesIn(folder)) {
      if (searched.test(file)) yield* this.#checkFile(file, this.#isAssociated(file) ? checkFile : checkFound);
    }
  }

  /** Whether the settings say that a file is ours, whatever it contains. */
  #isAssociated(file: string): boolean {
    const uri = pathToFileURL(file).href;
    return this.settings.associations.some((patterns) => matchesFile(patterns, decodeURI(uri)));
  }

  /** The files of a folder and of those in it, by name. */
  async *#filesIn(folder: string): AsyncGenerator<string> {
    const entries = await this.#attempt(folder, () => readdir(folder, { withFileTypes: true }));
    for (const entry of entries?.sort((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !unsearchedFolders.some((name) => name === entry.name)) yield* this.#filesIn(path);
      else if (entry.isFile()) yield path;
      // A link is neither a file nor a folder here, so none is followed.
      else if (entry.isSymbolicLink() && searched.test(entry.name)) this.listener.leftOut(path, 'link');
    }
  }

  async *#checkFile(path: string, check: typeof checkFound): AsyncGenerator<NamedFile> {
    const read = await this.#attempt(path, () => readRegularFile(path));
    const checked =
      read && (await this.#attempt(path, async () => check(read.bytes, basename(path), this.settings.allowed)));
    if (checked) yield { name: path, checked, state: read.state };
    else if (read) this.listener.leftOut(path, 'without backup records');
  }

  async #attempt<T>(path: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.listener.unreadable(path, error);
      return undefined;
    }
  }
}

const searched = new RegExp(`\\.(?:${searchedEndings.join('|')})$`, 'i');

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The folder where the search for a pattern starts: the part before its first special character. */
function startOf(pattern: string): string {
  const fixed = slashed(pattern).split(/[*?[{]/)[0] ?? '';
  return fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/')) || '/' : '.';
}

/** A path with slashes, as patterns have it. On Windows, `\\` separates folders too. */
function slashed(path: string): string {
  const text = sep === '/' ? path : path.replaceAll(sep, '/');
  return text.replace(/^(?:\.\/)+/, '');
}
