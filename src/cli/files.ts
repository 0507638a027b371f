import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CheckedFile,
  checkFile,
  checkFound,
  foundEndings,
  isCompressed,
  unsearchedFolders,
} from '../files/check-file.ts';
import { matchesFile } from '../files/file-match.ts';
import { matchesGlob } from '../files/glob.ts';
import { assertWhole } from './fix/leftovers.ts';
import { writeFile } from './fix/write-file.ts';
import { readRegularFile } from './read-file.ts';
import type { Settings } from './settings.ts';

/** A file that was checked, or standard input. */
export interface InputFile {
  /** The name in reports. */
  readonly name: string;
  readonly checked: CheckedFile;
  /** Writes the fixed content, if there is any, to the file or, for standard input, to standard output. */
  save(fixed: Uint8Array | undefined): Promise<void>;
}

type LeftOutReason = 'without backup records' | 'compressed (unpack them first)' | 'link';

type PathKind = 'file' | 'folder' | 'pattern';

/** Finds and checks files. */
export class FileSearch {
  /** How many files were left out, by reason. */
  readonly leftOut = new Map<LeftOutReason, number>();

  constructor(
    readonly settings: Settings,
    readonly onUnreadable: (path: string, error: unknown) => void,
  ) {}

  /**
   * Checks the file that a path names, or the files of a folder or pattern that hold backup records.
   * @returns undefined for each other file, so that a long search can pause
   */
  *check(path: string): Generator<InputFile | undefined> {
    const kind = this.#kindOf(path);
    for (const file of this.#namedBy(path, kind)) yield file === undefined ? undefined : this.#checkFile(file, kind);
  }

  /** The files that `check` would look at, in the same way. */
  *find(path: string): Generator<string | undefined> {
    yield* this.#namedBy(path, this.#kindOf(path));
  }

  /** Whether a file that is found in a folder would be checked. */
  isOurs(file: string): boolean {
    return this.#checkFile(file, 'folder') !== undefined;
  }

  #kindOf(path: string): PathKind | undefined {
    try {
      return statSync(path).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      if (/[*?[{]/.test(path)) return 'pattern';
      this.onUnreadable(path, error);
      return undefined;
    }
  }

  *#namedBy(path: string, kind: PathKind | undefined): Generator<string | undefined> {
    if (kind === 'file') yield path;
    else if (kind === 'folder') {
      for (const file of this.#filesIn(path)) yield searched.test(file) ? file : undefined;
    } else if (kind === 'pattern' && existsSync(startOf(path))) {
      for (const file of this.#filesIn(startOf(path)))
        yield matchesGlob(slashed(path), slashed(file)) ? file : undefined;
    }
  }

  /** The files of a folder and of those in it, by name. */
  *#filesIn(folder: string): Generator<string> {
    const entries = this.#attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
    for (const entry of entries?.sort((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !unsearchedFolders.some((name) => name === entry.name)) yield* this.#filesIn(path);
      else if (entry.isFile()) yield path;
      // A link is neither a file nor a folder here, so none is followed.
      else if (entry.isSymbolicLink() && searched.test(entry.name)) this.#leaveOut('link');
    }
  }

  #checkFile(path: string, kind: PathKind | undefined): InputFile | undefined {
    if (kind !== 'file' && isCompressed(path)) return this.#leaveOut('compressed (unpack them first)');
    return this.#attempt(path, () => {
      const { bytes, state } = readRegularFile(path);
      const check = kind === 'file' || (kind === 'folder' && this.#isAssociated(path)) ? checkFile : checkFound;
      const checked = check(bytes, basename(path), this.settings.allowed);
      if (!checked) return this.#leaveOut('without backup records');
      assertWhole(path);
      return { name: path, checked, save: async (fixed) => fixed && writeFile(path, fixed, state) };
    });
  }

  #leaveOut(reason: LeftOutReason): undefined {
    this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + 1);
  }

  /** Whether the settings say that a file is ours, whatever it contains. */
  #isAssociated(file: string): boolean {
    const { associations } = this.settings;
    if (associations.length === 0) return false;
    const uri = decodeURI(pathToFileURL(file).href);
    return associations.some((patterns) => matchesFile(patterns, uri));
  }

  #attempt<T>(path: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.onUnreadable(path, error);
      return undefined;
    }
  }
}

const searched = new RegExp(`\\.(?:${foundEndings.join('|')})$`, 'i');

/** The folder where the search for a pattern starts: the part before its first special character. */
function startOf(pattern: string): string {
  return dirname(slashed(pattern).replace(/[*?[{].*/s, 'x'));
}

/** A path with slashes, as in patterns. On Windows, `\\` separates folders too. */
function slashed(path: string): string {
  return path.replaceAll(sep, '/').replace(/^(?:\.\/)+/, '');
}
