import type { CheckedFile } from '../files/check-file.ts';
import { encode } from '../files/encoding.ts';
import { type FixedFile, fixFile } from '../files/fix-file.ts';
import { noCounts, type SeverityCounts } from '../model/severity-counts.ts';
import type { CheckCall } from './arguments.ts';
import type { InputFile } from './files.ts';
import { shownDiff, stillThere } from './fix/dry-run.ts';
import type { Inputs } from './inputs.ts';
import { write } from './output.ts';
import { type Problem, problemsOf } from './report/problem.ts';
import type { Report } from './report/report.ts';
import type { Command } from './run.ts';
import type { Settings } from './settings.ts';

/** The command `check`: reports problems, fixes files or shows how, and counts. */
export class Check implements Command<Problem> {
  readonly stream: NodeJS.WriteStream;
  #recordCount = 0;
  readonly #counts = { ...noCounts };
  /** The problems that `--fix` would leave. */
  readonly #remaining = { ...noCounts };

  constructor(
    readonly call: CheckCall,
    readonly settings: Settings,
    readonly report: Report<Problem>,
  ) {
    this.stream = reportStream(call);
  }

  async entriesOf(file: InputFile, inputs: Inputs): Promise<readonly Problem[]> {
    const { fix, diff, isQuiet } = this.call;
    const checked = fix ? await this.#fix(file, inputs) : file.checked;
    const problems = problemsOf(file.name, checked, this.settings);
    this.#recordCount += checked.recordCount;
    for (const { severity } of problems) this.#counts[severity]++;
    const shown = diff ? await this.#showDiff(file, problems) : problems;
    return isQuiet ? shown.filter(({ severity }) => severity === 'error') : shown;
  }

  get counts() {
    const { isQuiet, diff } = this.call;
    const shown = (counts: SeverityCounts) => (isQuiet ? { ...noCounts, error: counts.error } : counts);
    return {
      recordCount: this.#recordCount,
      problemCounts: shown(this.#counts),
      remainingCounts: diff ? shown(this.#remaining) : undefined,
    };
  }

  get exitCode() {
    const { error, warning } = this.#counts;
    return error > 0 || warning > this.call.maxWarnings ? 1 : 0;
  }

  /** Saves the fixed content of a file. A file that cannot be written stays as it was. */
  async #fix({ name, checked, save }: InputFile, inputs: Inputs): Promise<CheckedFile> {
    const { edits, checked: fixed } = this.#fixed(checked);
    try {
      await save(edits.length === 0 ? undefined : encode(fixed.text, fixed.encoding));
      return fixed;
    } catch (error) {
      inputs.cannot('write', name, error);
      return checked;
    }
  }

  /** Shows the changes that `--fix` would make to a file. @returns the problems that would remain */
  async #showDiff({ name, checked }: InputFile, problems: readonly Problem[]): Promise<readonly Problem[]> {
    const { edits, checked: fixed } = this.#fixed(checked);
    const remaining = edits.length === 0 ? problems : stillThere(problems, edits, fixed.findings);
    for (const { severity } of remaining) this.#remaining[severity]++;
    await write(process.stdout, shownDiff(name, checked, edits, process.stdout.isTTY));
    return remaining;
  }

  #fixed(checked: CheckedFile): FixedFile {
    const { severities, allowed } = this.settings;
    return fixFile(checked, ({ rule }) => severities[rule] !== 'off', allowed);
  }
}

/** Where a report goes that has no file. Standard output may be needed for the fixed text or for the diff. */
export function reportStream({ diff, fix, paths }: CheckCall): NodeJS.WriteStream {
  return diff || (fix && paths.includes('-')) ? process.stderr : process.stdout;
}
