import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
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
  *check(path: string): Generator<NamedFile> {
    const kind = this.#kindOf(path);
    if (kind === 'folder') yield* this.#checkFolder(path);
    else if (kind === 'file') yield* this.#checkFile(path, checkFile);
    else if (kind === 'pattern') yield* this.#checkMatches(path);
  }

  #kindOf(path: string): 'file' | 'folder' | 'pattern' | undefined {
    try {
      return statSync(path).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      if (/[*?[{]/.test(path)) return 'pattern';
      this.listener.unreadable(path, error);
      return undefined;
    }
  }

  *#checkFolder(folder: string): Generator<NamedFile> {
    for (const file of this.#filesIn(folder)) {
      if (searched.test(file)) yield* this.#checkFile(file, this.#isAssociated(file) ? checkFile : checkFound);
    }
  }

  *#checkMatches(pattern: string): Generator<NamedFile> {
    const start = startOf(pattern);
    if (!existsSync(start)) return;
    for (const file of this.#filesIn(start)) {
      if (matchesGlob(slashed(pattern), slashed(file))) yield* this.#checkFile(file, checkFound);
    }
  }

  /** Whether the settings say that a file is ours, whatever it contains. */
  #isAssociated(file: string): boolean {
    const { associations } = this.settings;
    if (associations.length === 0) return false;
    const uri = decodeURI(pathToFileURL(file).href);
    return associations.some((patterns) => matchesFile(patterns, uri));
  }

  /** The files of a folder and of those in it, by name. */
  *#filesIn(folder: string): Generator<string> {
    const entries = this.#attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
    for (const entry of entries?.sort((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !unsearchedFolders.some((name) => name === entry.name)) yield* this.#filesIn(path);
      else if (entry.isFile()) yield path;
      // A link is neither a file nor a folder here, so none is followed.
      else if (entry.isSymbolicLink() && searched.test(entry.name)) this.listener.leftOut(path, 'link');
    }
  }

  *#checkFile(path: string, check: typeof checkFound): Generator<NamedFile> {
    const read = this.#attempt(path, () => readRegularFile(path));
    const checked = read && this.#attempt(path, () => check(read.bytes, basename(path), this.settings.allowed));
    if (checked) yield { name: path, checked, state: read.state };
    else if (read) this.listener.leftOut(path, 'without backup records');
  }

  #attempt<T>(path: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.listener.unreadable(path, error);
      return undefined;
    }
  }
}

const searched = new RegExp(`\\.(?:${searchedEndings.join('|')})$`, 'i');

/** The folder where the search for a pattern starts: the part before its first special character. */
function startOf(pattern: string): string {
  return dirname(slashed(pattern).replace(/[*?[{].*/s, 'x'));
}

/** A path with slashes, as patterns have it. On Windows, `\\` separates folders too. */
function slashed(path: string): string {
  return path.replaceAll(sep, '/').replace(/^(?:\.\/)+/, '');
}
