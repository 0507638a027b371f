import { escapeControls } from '../record/words.ts';
import type { Problem } from './problem.ts';

/** How a terminal shows each severity: the codes of SGR. */
const colours: Readonly<Record<Problem['severity'], number>> = { error: 31, warning: 33, information: 34, hint: 90 };

/** How much of a long line is shown to either side of what is flagged in it. */
const margin = 60;

/**
 * A line a problem, `file:line:column severity rule sentence`, and a line that sums up.
 * @param isTerminal whether somebody looks at it: shows the flagged line with a caret under it
 */
export function textOf(problems: readonly Problem[], files: number, isTerminal: boolean, hasColours: boolean): string {
  const paint = (text: string, code: number) => (hasColours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines = problems.map((problem) => {
    const { file, start, severity, rule, message } = problem;
    const line = `${escapeControls(file)}:${start.line}:${start.column} ${paint(severity, colours[severity])} ${rule} ${message}\n`;
    return isTerminal ? line + excerpt(problem, (text) => paint(text, colours[severity])) : line;
  });
  return `${lines.join('')}${summary(problems, files)}\n`;
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

function summary(problems: readonly Problem[], files: number): string {
  const checked = `${files} ${files === 1 ? 'file' : 'files'} checked`;
  if (problems.length === 0) return `${checked}, no problems`;
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 || severity === 'information' ? severity : `${severity}s`}`];
  });
  return `${checked}, ${counts.join(', ')}`;
}
