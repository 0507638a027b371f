import { escapeControls } from '../record/words.ts';
import type { Problem } from './problem.ts';

/** How a terminal shows each severity: the codes of SGR. */
const colours: Readonly<Record<Problem['severity'], number>> = { error: 31, warning: 33, information: 34, hint: 90 };

/** How much of a long line is shown to either side of what is flagged in it. */
const margin = 60;

/** What was checked, and how many files were left out, by reason. */
export interface Counts {
  readonly files: number;
  readonly records: number;
  readonly leftOut: ReadonlyMap<string, number>;
}

/** How the text is shown. */
interface Display {
  /** Whether somebody looks at it: shows the flagged line with a caret under it. */
  readonly isTerminal: boolean;
  readonly hasColours: boolean;
}

/** A line a problem, `file:line:column severity rule sentence`, and a line that sums up. */
export function textOf(problems: readonly Problem[], counts: Counts, { isTerminal, hasColours }: Display): string {
  const paint = (text: string, code: number) => (hasColours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines = problems.map((problem) => {
    const { file, start, severity, rule, message } = problem;
    const line = `${escapeControls(file)}:${start.line}:${start.column} ${paint(severity, colours[severity])} ${rule} ${message}\n`;
    return isTerminal ? line + excerpt(problem, (text) => paint(text, colours[severity])) : line;
  });
  return `${lines.join('')}${summary(problems, counts)}\n`;
}

function excerpt({ lineText, start, end, length }: Problem, paint: (text: string) => string): string {
  const at = start.column - 1;
  const from = Math.max(0, at - margin);
  const shown = printable(lineText.slice(from, at + margin));
  const flagged = start.line === end.line ? length : lineText.length - at;
  const carets = '^'.repeat(Math.max(1, Math.min(flagged, margin, shown.length - (at - from))));
  return `    ${shown}\n    ${' '.repeat(at - from)}${paint(carets)}\n`;
}

/** Tabs as one blank, so that the caret stands where it should; no character that moves the cursor. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

function summary(problems: readonly Problem[], { files, records, leftOut }: Counts): string {
  const checked = `${count(files, 'file')} with ${count(records, 'record')} checked`;
  const reasons = [...leftOut].map(([reason, many]) => (reason === 'link' ? count(many, reason) : `${many} ${reason}`));
  const found = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const many = problems.filter((problem) => problem.severity === severity).length;
    return many === 0 ? [] : [severity === 'information' ? `${many} information` : count(many, severity)];
  });
  const result = `${checked}, ${found.length === 0 ? 'no problems' : found.join(', ')}`;
  return reasons.length === 0 ? result : `${result}; left out: ${reasons.join(', ')}`;
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`;
}
