import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { type CheckedFile, checkFile } from '../files/check-file.ts';
import { encode } from '../files/encoding.ts';
import { type FixedFile, fixFile } from '../files/fix-file.ts';
import { defaultSeverities, type RuleId } from '../record/rules/index.ts';
import type { Severity } from '../record/severity.ts';
import { escapeControls } from '../record/words.ts';
import type { Call } from './arguments.ts';
import { shownDiff, stillThere } from './dry-run.ts';
import { FileSearch, type LeftOutReason } from './files.ts';
import { type Problem, problemsOf } from './problem.ts';
import { reasonOf } from './reason.ts';
import type { ProblemCounts, Report } from './report.ts';
import type { Settings } from './settings.ts';
import { type FileState, writeFile } from './write-file.ts';

/** One run over all paths: what was found, and whether everything could be read and written. */
export class Run {
  readonly #done = new Set<string>();
  readonly #leftOut = new Map<LeftOutReason, number>();
  readonly #severities: ReadonlyMap<RuleId, Severity>;
  readonly #search: FileSearch;
  readonly #counts: { -readonly [severity in keyof ProblemCounts]: number } = {
    error: 0,
    warning: 0,
    information: 0,
    hint: 0,
  };
  #recordCount = 0;
  #fixableCount = 0;
  /** What could not be done, a sentence for each. */
  readonly #failures: string[] = [];
  /** What is not written yet of the report: all of it, if it goes to a file. */
  readonly #pieces: string[] = [];
  #pending = 0;

  constructor(
    readonly call: Call,
    readonly settings: Settings,
    readonly report: Report,
  ) {
    this.#severities = new Map([...settings.severities, ...call.severities]);
    this.#search = new FileSearch(settings, {
      unreadable: (path, error) => this.#cannot('read', path, error),
      leftOut: (_path, reason) => this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1),
    });
  }

  async check(path: string): Promise<void> {
    const failedBefore = this.#failures.length;
    let hasFile = false;
    for (const { name, checked, state } of this.#search.check(path)) {
      hasFile = true;
      // Between two files, a signal is heard.
      await setImmediate();
      const place = resolve(name);
      if (this.#done.has(place)) continue;
      this.#done.add(place);
      if (this.call.diff) await this.#showDiff(name, checked);
      else await this.#add(name, this.call.fix ? await this.#fix(name, checked, state) : checked);
    }
    if (hasFile || this.#failures.length > failedBefore || this.call.allowsNoFile) return;
    this.#fail(`no file with backup records in "${escapeControls(path)}"`);
  }

  async checkStdin(): Promise<void> {
    const name = this.call.stdinName;
    const bytes = await buffer(process.stdin);
    const checked = checkFile(bytes, name, this.settings.allowed);
    this.#done.add(name);
    if (this.call.diff) return this.#showDiff(name, checked);
    if (!this.call.fix) return this.#add(name, checked);
    const fixed = this.#fixed(name, checked);
    await write(process.stdout, fixed.edits.length === 0 ? bytes : encode(fixed.checked.text, checked.encoding));
    await this.#add(name, fixed.checked);
  }

  /** Ends the report. @returns the exit code */
  async finish(): Promise<number> {
    const { isQuiet, diff, outputFile, maxWarnings } = this.call;
    const { error, warning } = this.#counts;
    const summary = {
      fileCount: this.#done.size,
      recordCount: this.#recordCount,
      leftOut: this.#leftOut,
      problemCounts: isQuiet ? { error, warning: 0, information: 0, hint: 0 } : this.#counts,
      fixableCount: diff ? this.#fixableCount : undefined,
      failures: this.#failures,
    };
    for (const piece of this.report.end(summary)) await this.#write(piece);
    if (outputFile === undefined) await this.#flush();
    else this.#writeReport(outputFile);
    if (this.#failures.length > 0) return 2;
    return error > 0 || warning > maxWarnings ? 1 : 0;
  }

  async #add(name: string, checked: CheckedFile): Promise<void> {
    await this.#show(this.#count(name, checked));
  }

  #count(name: string, checked: CheckedFile): readonly Problem[] {
    this.#recordCount += checked.recordCount;
    const problems = problemsOf(name, checked, this.#severities);
    for (const { severity } of problems) this.#counts[severity]++;
    return problems;
  }

  async #show(problems: readonly Problem[]): Promise<void> {
    const { isQuiet } = this.call;
    const shown = isQuiet ? problems.filter(({ severity }) => severity === 'error') : problems;
    await this.#write(this.report.add(shown));
  }

  /** Shows what `--fix` would do to a file, and reports what would remain. Counted is what there is now. */
  async #showDiff(name: string, checked: CheckedFile): Promise<void> {
    const problems = this.#count(name, checked);
    const { edits, checked: fixed } = this.#fixed(name, checked);
    const remaining = edits.length === 0 ? problems : stillThere(problems, edits, fixed.findings);
    this.#fixableCount += problems.length - remaining.length;
    await write(process.stdout, shownDiff(name, checked, edits));
    await this.#show(remaining);
  }

  /** Fixes a file where it lies; where it may not be written, it stays as it was. */
  async #fix(name: string, checked: CheckedFile, state: FileState): Promise<CheckedFile> {
    const fixed = this.#fixed(name, checked);
    if (fixed.edits.length === 0) return checked;
    try {
      await writeFile(name, encode(fixed.checked.text, checked.encoding), state);
      return fixed.checked;
    } catch (error) {
      this.#cannot('write', name, error);
      return checked;
    }
  }

  #fixed(name: string, checked: CheckedFile): FixedFile {
    const severityOf = (rule: RuleId) => this.#severities.get(rule) ?? defaultSeverities[rule];
    return fixFile(checked, name, ({ rule }) => severityOf(rule) !== 'off', this.settings.allowed);
  }

  async #write(text: string): Promise<void> {
    this.#pieces.push(text);
    this.#pending += text.length;
    if (this.#pending >= pieceLength && this.call.outputFile === undefined) await this.#flush();
  }

  async #flush(): Promise<void> {
    await write(reportStream(this.call), this.#pieces.splice(0).join(''));
    this.#pending = 0;
  }

  #writeReport(path: string): void {
    try {
      if (this.#done.has(resolve(path))) throw new Error('it is one of the files that were checked');
      writeFileSync(path, this.#pieces.join(''));
    } catch (error) {
      this.#cannot('write', path, error);
    }
  }

  #cannot(what: 'read' | 'write', path: string, error: unknown): void {
    this.#fail(`cannot ${what} "${escapeControls(path)}": ${reasonOf(error)}`);
  }

  #fail(sentence: string): void {
    this.#failures.push(sentence);
    process.stderr.write(`backup-response: ${sentence}\n`);
  }
}

/** Where a report goes that has no file: beside the fixed text or the diff, if standard output has that. */
export function reportStream({ diff, fix, paths }: Call): NodeJS.WriteStream {
  return diff || (fix && paths.includes('-')) ? process.stderr : process.stdout;
}

/** How much of the report is gathered before it is written, in UTF-16 units. To write for each file takes long. */
const pieceLength = 65_536;

/** Writes, and waits until it is written or nobody reads any more. */
function write(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<void> {
  return content.length === 0 ? Promise.resolve() : new Promise((done) => stream.write(content, () => done()));
}
