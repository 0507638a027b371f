import type { CheckedFile } from '../files/check-file.ts';
import { encode } from '../files/encoding.ts';
import { type FixedFile, fixFile } from '../files/fix-file.ts';
import { noCounts, type SeverityCounts } from '../model/severity-counts.ts';
import type { Call } from './arguments.ts';
import { shownDiff, stillThere } from './fix/dry-run.ts';
import { type FileState, writeFile } from './fix/write-file.ts';
import { Inputs } from './inputs.ts';
import { Output, write } from './output.ts';
import { type Problem, problemsOf } from './report/problem.ts';
import type { Report } from './report/report.ts';
import type { Settings } from './settings.ts';

/** One run over all paths: what was found, and whether everything could be read and written. */
export class Run {
  readonly #inputs: Inputs;
  readonly #output: Output;
  readonly #counts = { ...noCounts };
  #recordCount = 0;
  /** Those that `--fix` would leave. */
  readonly #remainingCounts = { ...noCounts };

  constructor(
    readonly call: Call,
    readonly settings: Settings,
    readonly report: Report<Problem>,
  ) {
    this.#inputs = new Inputs(call, settings);
    this.#output = new Output(reportStream(call), call.outputFile);
  }

  async check(path: string): Promise<void> {
    for await (const { name, checked, state } of this.#inputs.filesOf(path)) {
      if (this.call.diff) await this.#showDiff(name, checked);
      else await this.#add(name, this.call.fix ? await this.#fix(name, checked, state) : checked);
    }
  }

  async checkStdin(): Promise<void> {
    const { name, bytes, checked } = await this.#inputs.readStdin();
    if (this.call.diff) return this.#showDiff(name, checked);
    if (!this.call.fix) return this.#add(name, checked);
    const fixed = this.#fixed(checked);
    await write(process.stdout, fixed.edits.length === 0 ? bytes : encode(fixed.checked.text, checked.encoding));
    await this.#add(name, fixed.checked);
  }

  /** Ends the report. @returns the exit code */
  async finish(): Promise<number> {
    const { isQuiet, diff, maxWarnings } = this.call;
    const { fileCount, leftOut, failures } = this.#inputs;
    const { error, warning } = this.#counts;
    const shown = (counts: SeverityCounts) => (isQuiet ? { ...noCounts, error: counts.error } : counts);
    const summary = {
      fileCount,
      recordCount: this.#recordCount,
      leftOut,
      problemCounts: shown(this.#counts),
      remainingCounts: diff ? shown(this.#remainingCounts) : undefined,
      failures,
    };
    for (const piece of this.report.end(summary)) await this.#output.write(piece);
    await this.#inputs.end(this.#output);
    if (failures.length > 0) return 2;
    return error > 0 || warning > maxWarnings ? 1 : 0;
  }

  async #add(name: string, checked: CheckedFile): Promise<void> {
    await this.#show(this.#count(name, checked));
  }

  #count(name: string, checked: CheckedFile): readonly Problem[] {
    this.#recordCount += checked.recordCount;
    const problems = problemsOf(name, checked, this.settings);
    for (const { severity } of problems) this.#counts[severity]++;
    return problems;
  }

  async #show(problems: readonly Problem[]): Promise<void> {
    const { isQuiet } = this.call;
    const shown = isQuiet ? problems.filter(({ severity }) => severity === 'error') : problems;
    for (const piece of this.report.add(shown)) await this.#output.write(piece);
  }

  /** Shows what `--fix` would do to a file, and reports what would remain. Counted is what there is now. */
  async #showDiff(name: string, checked: CheckedFile): Promise<void> {
    const problems = this.#count(name, checked);
    const { edits, checked: fixed } = this.#fixed(checked);
    const remaining = edits.length === 0 ? problems : stillThere(problems, edits, fixed.findings);
    for (const { severity } of remaining) this.#remainingCounts[severity]++;
    await write(process.stdout, shownDiff(name, checked, edits, process.stdout.isTTY));
    await this.#show(remaining);
  }

  /** Fixes a file where it lies; where it may not be written, it stays as it was. */
  async #fix(name: string, checked: CheckedFile, state: FileState): Promise<CheckedFile> {
    const fixed = this.#fixed(checked);
    if (fixed.edits.length === 0) return checked;
    try {
      await writeFile(name, encode(fixed.checked.text, checked.encoding), state);
      return fixed.checked;
    } catch (error) {
      this.#inputs.cannot('write', name, error);
      return checked;
    }
  }

  #fixed(checked: CheckedFile): FixedFile {
    const { severities, allowed } = this.settings;
    return fixFile(checked, ({ rule }) => severities[rule] !== 'off', allowed);
  }
}

/** Where a report goes that has no file: beside the fixed text or the diff, if standard output has that. */
export function reportStream({ diff, fix, paths }: Call): NodeJS.WriteStream {
  return diff || (fix && paths.includes('-')) ? process.stderr : process.stdout;
}
