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

/** A finding as the command line reports it. */
export interface Problem extends Span {
  readonly file: string;
  readonly rule: RuleId;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly start: DisplayPosition;
  readonly end: DisplayPosition;
  /** What fixes it. Only some formats show that, so it is worked out when it is asked for. @param most how many to make */
  readonly fixes: (most?: number) => readonly Fix[];
  /** The text of the line that it starts in. */
  readonly lineText: string;
  /** The same id in the earlier of two records. */
  readonly earlier?: Span & { readonly start: DisplayPosition; readonly end: DisplayPosition };
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
  const { rule, offset, length } = finding;
  const { start, end } = lines.rangeOf(finding);
  return {
    file,
    rule,
    severity,
    message: message(finding),
    offset,
    length,
    start: displayPosition(start),
    end: displayPosition(end),
    fixes: (most) => fixer.fixesFor(finding, most),
    lineText: lines.lineText(start.line),
    ...(finding.rule === 'duplicate-job-id' && { earlier: placed(finding.earlier, lines) }),
  };
}

function placed(span: Span, lines: Lines): NonNullable<Problem['earlier']> {
  const { start, end } = lines.rangeOf(span);
  return { ...span, start: displayPosition(start), end: displayPosition(end) };
}
