import { countsInWords, type SeverityCounts } from '../../model/severity-counts.ts';
import { escapeControls } from '../../model/words.ts';
import { widthOf } from '../list/width.ts';
import type { Problem } from './problem.ts';
import type { Report, RunSummary } from './report.ts';

/** How a terminal shows each severity: the codes of SGR. */
const colours: Readonly<Record<Problem['severity'], number>> = { error: 31, warning: 33, information: 34, hint: 90 };

/** How much of a long line is shown on either side of a problem. */
const margin = 60;

/** How the text is shown. */
interface Display {
  /** Shows the flagged line with a caret under it. */
  readonly isTerminal: boolean;
  readonly hasColours: boolean;
}

/** @see https://no-color.org and https://force-color.org */
export function hasColours(isTerminal: boolean, { FORCE_COLOR: forced, NO_COLOR: no }: NodeJS.ProcessEnv): boolean {
  return forced ? forced !== '0' : isTerminal && !no;
}

/** A line a problem, `file:line:column severity rule sentence`, and a line that sums up. */
export class TextReport implements Report<Problem> {
  constructor(readonly display: Display) {}

  *add(problems: Iterable<Problem>): Iterable<string> {
    for (const problem of problems) yield this.#linesOf(problem);
  }

  end(run: RunSummary): Iterable<string> {
    return [`${summary(run)}\n`];
  }

  #linesOf(problem: Problem): string {
    const { file, start, severity, rule, message } = problem;
    const location = `${escapeControls(file)}:${start.line}:${start.column}`;
    const line = `${location} ${this.#paint(severity, severity)} ${rule} ${message}\n`;
    return this.display.isTerminal ? line + excerpt(problem, (text) => this.#paint(text, severity)) : line;
  }

  #paint(text: string, severity: Problem['severity']): string {
    return this.display.hasColours ? `\u001b[${colours[severity]}m${text}\u001b[0m` : text;
  }
}

function excerpt({ lineText, start, length }: Problem, paint: (text: string) => string): string {
  const at = start.column - 1;
  const before = printable(lineText.slice(Math.max(0, at - margin), at));
  const rest = lineText.slice(at, at + margin);
  const carets = '^'.repeat(Math.max(1, widthOf(printable(rest.slice(0, length)))));
  return `    ${before}${printable(rest)}\n    ${' '.repeat(widthOf(before))}${paint(carets)}\n`;
}

/** Tabs as one blank, so that the caret stands where it should; no character that moves the cursor. */
function printable(text: string): string {
  return escapeControls(text.replaceAll('\t', ' '));
}

function summary({ fileCount, recordCount, leftOut, problemCounts, remainingCounts }: RunSummary): string {
  const checked = `${count(fileCount, 'file')} with ${count(recordCount, 'record')} checked`;
  const reasons = [...leftOut].map(([reason, many]) => (reason === 'link' ? count(many, reason) : `${many} ${reason}`));
  const result = `${checked}, ${problemsInWords(problemCounts)}`;
  const left = remainingCounts ? `; --fix would leave ${problemsInWords(remainingCounts)}` : '';
  return reasons.length === 0 ? result + left : `${result}${left}; left out: ${reasons.join(', ')}`;
}

function problemsInWords(counts: SeverityCounts): string {
  return countsInWords(counts) || 'no problems';
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`;
}
