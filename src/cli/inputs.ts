import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { checkFile } from '../files/check-file.ts';
import { escapeControls } from '../model/words.ts';
import type { InputCall } from './arguments.ts';
import { FileSearch, type LeftOutReason, type NamedFile } from './files.ts';
import type { Output } from './output.ts';
import { progress } from './progress.ts';
import { reasonOf } from './reason.ts';
import type { Settings } from './settings.ts';

/** What standard input holds, by the name that it was given. */
export interface StandardInput extends Pick<NamedFile, 'name' | 'checked'> {
  readonly bytes: Uint8Array;
}

/** The files that a run reads, each of them once, and what cannot be done with them. */
export class Inputs {
  /** What could not be done, a sentence for each. */
  readonly failures: string[] = [];
  /** How many files were left out, by reason. */
  readonly leftOut = new Map<LeftOutReason, number>();
  readonly #done = new Set<string>();
  readonly #search: FileSearch;

  constructor(
    readonly call: InputCall,
    readonly settings: Settings,
  ) {
    this.#search = new FileSearch(settings, {
      unreadable: (path, error) => this.cannot('read', path, error),
      leftOut: (_path, reason) => this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + 1),
    });
  }

  get fileCount(): number {
    return this.#done.size;
  }

  get #lookedAt(): number {
    return [...this.leftOut.values()].reduce((sum, count) => sum + count, this.#done.size);
  }

  /** Reads what a path names: a file, or the files of a folder or of a pattern. */
  async *filesOf(path: string): AsyncGenerator<NamedFile> {
    const failedBefore = this.failures.length;
    let hasFile = false;
    for (const file of this.#search.check(path)) {
      if (progress.isDue) await progress.pause(this.#lookedAt);
      if (!file) continue;
      hasFile = true;
      const place = resolve(file.name);
      if (this.#done.has(place)) continue;
      this.#done.add(place);
      yield file;
    }
    if (hasFile || this.failures.length > failedBefore || this.call.allowsNoFile) return;
    this.#fail(`no file with backup records in "${escapeControls(path)}"`);
  }

  async readStdin(): Promise<StandardInput> {
    const name = this.call.stdinName;
    const bytes = await buffer(process.stdin);
    this.#done.add(name);
    return { name, bytes, checked: checkFile(bytes, name, this.settings.allowed) };
  }

  /** Ends an output. If its file cannot be written, that is one of the failures. */
  async end(output: Output): Promise<void> {
    try {
      await output.end();
    } catch (error) {
      this.cannot('write', output.file ?? 'standard output', error);
    }
  }

  cannot(what: 'read' | 'write', path: string, error: unknown): void {
    this.#fail(`cannot ${what} "${escapeControls(path)}": ${reasonOf(error)}`);
  }

  #fail(sentence: string): void {
    this.failures.push(sentence);
    const line = `backup-response: ${sentence}\n`;
    progress.clear(line);
    process.stderr.write(line);
  }
}
