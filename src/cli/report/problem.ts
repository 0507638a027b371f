import { Fixer } from '../../document/fix.ts';
import type { CheckedFile } from '../../files/check-file.ts';
import { Lines } from '../../json/lines.ts';
import { type DisplayPosition, displayPosition } from '../../json/position.ts';
import type { Span } from '../../json/span.ts';
import type { Severity } from '../../model/severity.ts';
import type { Finding } from '../../record/finding.ts';
import type { Fix } from '../../record/fix.ts';
import { message } from '../../record/message.ts';
import type { RuleId } from '../../record/rules/index.ts';
import type { CheckSettings } from '../../record/settings.ts';

/** A span with the lines and columns that it starts and ends at. */
interface DisplaySpan extends Span {
  readonly start: DisplayPosition;
  readonly end: DisplayPosition;
}

/** A finding as the command line reports it. */
export interface Problem extends DisplaySpan {
  readonly file: string;
  readonly rule: RuleId;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  /** Makes its fixes, which only some formats show. @param max how many to make */
  readonly fixes: (max?: number) => readonly Fix[];
  /** The text of the line that it starts in. */
  readonly lineText: string;
  /** The same id in the earlier of two records. */
  readonly earlier?: DisplaySpan;
}

/** The problems of a checked file, in the order of its text. */
export function problemsOf(file: string, checked: CheckedFile, { severities, allowed }: CheckSettings): Problem[] {
  if (checked.findings.length === 0) return [];
  const lines = new Lines(checked.text);
  const fixer = new Fixer(checked.text, checked.layout, allowed);
  return checked.findings.flatMap((finding) => {
    const severity = severities[finding.rule];
    return severity === 'off' ? [] : [problemOf(file, lines, fixer, finding, severity)];
  });
}

function problemOf(file: string, lines: Lines, fixer: Fixer, finding: Finding, severity: Problem['severity']): Problem {
  const span = displaySpan(finding, lines);
  return {
    ...span,
    file,
    rule: finding.rule,
    severity,
    message: message(finding),
    fixes: (max) => fixer.fixesOf(finding, max),
    lineText: lines.lineText(span.start.line - 1),
    ...(finding.rule === 'duplicate-job-id' && { earlier: displaySpan(finding.earlier, lines) }),
  };
}

function displaySpan({ offset, length }: Span, lines: Lines): DisplaySpan {
  const { start, end } = lines.rangeOf({ offset, length });
  return { offset, length, start: displayPosition(start), end: displayPosition(end) };
}
