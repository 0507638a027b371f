import type { Problem } from './problem.ts';

/** The problems as one JSON array. Lines and columns count from 1, columns and offsets in UTF-16 units. */
export function jsonOf(problems: readonly Problem[]): string {
  const entries = problems.map(({ file, rule, severity, message, offset, length, start, end, fixes }) => ({
    file,
    rule,
    severity,
    message,
    offset,
    length,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    fixes: fixes().map(({ title, isLossless }) => ({ title, lossless: isLossless })),
  }));
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}
