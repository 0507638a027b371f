import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { checkFile } from '../files/check-file.ts';
import { escapeControls } from '../model/words.ts';
import type { InputCall } from './arguments.ts';
import { FileSearch, type InputFile } from './files.ts';
import { write } from './output.ts';
import { progress } from './progress.ts';
import { reasonOf } from './reason.ts';
import type { Settings } from './settings.ts';

/** The files that a run reads, each of them once, and its failures. */
export class Inputs {
  /** A sentence for each file that could not be read or written. */
  readonly failures: string[] = [];
  readonly #done = new Set<string>();
  readonly #search: FileSearch;

  constructor(
    readonly call: InputCall,
    readonly settings: Settings,
  ) {
    this.#search = new FileSearch(settings, (path, error) => this.cannot('read', path, error));
  }

  get fileCount(): number {
    return this.#done.size;
  }

  /** How many files were left out, by reason. */
  get leftOut(): ReadonlyMap<string, number> {
    return this.#search.leftOut;
  }

  get #lookedAt(): number {
    return [...this.leftOut.values()].reduce((sum, count) => sum + count, this.#done.size);
  }

  /** Reads the files that the paths of the call name, and standard input. */
  async *files(): AsyncGenerator<InputFile> {
    for (const path of this.call.paths) {
      if (path === '-') yield await this.#readStdin();
      else yield* this.#filesOf(path);
    }
  }

  async *#filesOf(path: string): AsyncGenerator<InputFile> {
    const failedBefore = this.failures.length;
    let hasFile = false;
    for (const file of this.#search.check(path)) {
      if (progress.isDue) await progress.pause(this.#lookedAt);
      if (!file) continue;
      hasFile = true;
      const path = resolve(file.name);
      if (this.#done.has(path)) continue;
      this.#done.add(path);
      yield file;
    }
    if (hasFile || this.failures.length > failedBefore || this.call.allowsNoFile) return;
    this.#fail(`no file with backup records in "${escapeControls(path)}"`);
  }

  async #readStdin(): Promise<InputFile> {
    const name = this.call.stdinName;
    const bytes = await buffer(process.stdin);
    this.#done.add(name);
    return {
      name,
      checked: checkFile(bytes, name, this.settings.allowed),
      save: (fixed) => write(process.stdout, fixed ?? bytes),
    };
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
