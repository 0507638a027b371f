import { fixesIn } from '../document/fix.ts';
import { Lines, type Position } from '../document/lines.ts';
import type { CheckedFile } from '../files/check-file.ts';
import type { Finding, Span } from '../record/finding.ts';
import type { Fix } from '../record/fix.ts';
import { message } from '../record/message.ts';
import { defaultSeverities, type RuleId, type Severity } from '../record/rules.ts';

/** A finding as the command line says it. */
export interface Problem extends Span {
  readonly file: string;
  readonly rule: RuleId;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  readonly fixes: readonly Fix[];
  /** The line that it starts in. */
  readonly lineText: string;
  /** Where the earlier record is, of two with the same id. */
  readonly earlier?: Span;
}

/** What is to be said of a checked file, in the order of its text. */
export function problemsOf(file: string, checked: CheckedFile, chosen: ReadonlyMap<RuleId, Severity>): Problem[] {
  if (checked.findings.length === 0) return [];
  const lines = new Lines(checked.text);
  return checked.findings.flatMap((finding) => {
    const severity = chosen.get(finding.rule) ?? defaultSeverities[finding.rule];
    return severity === 'off' ? [] : [problemOf(file, checked, lines, finding, severity)];
  });
}

function problemOf(
  file: string,
  { text, layout }: CheckedFile,
  lines: Lines,
  finding: Finding,
  severity: Problem['severity'],
): Problem {
  const { rule, offset, length } = finding;
  const start = lines.positionAt(offset);
  return {
    file,
    rule,
    severity,
    message: message(finding),
    offset,
    length,
    start,
    end: lines.positionAt(offset + length),
    fixes: fixesIn(text, layout, finding),
    lineText: lines.lineText(start.line),
    ...(finding.rule === 'duplicate-job-id' && { earlier: finding.earlier }),
  };
}
