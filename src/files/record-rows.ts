import { contextOf } from '../document/check.ts';
import { Lines } from '../json/lines.ts';
import { displayPosition } from '../json/position.ts';
import type { Span } from '../json/span.ts';
import type { Allowed } from '../model/allowed.ts';
import { noCounts, type SeverityCounts } from '../model/severity-counts.ts';
import { checkItem } from '../record/check.ts';
import type { Finding } from '../record/finding.ts';
import { type Overview, overviewOf } from '../record/overview.ts';
import type { CheckSettings, Severities } from '../record/settings.ts';
import type { CheckedFile } from './check-file.ts';

/** A record in a list, with the number of its findings. */
export interface RecordRow extends Overview {
  /** The line where the record starts, counted from 1. */
  readonly line: number;
  readonly findings: SeverityCounts;
}

/**
 * A row for each record of a checked file, in the order of its text: also for those in envelopes, and for broken ones.
 * @param settings with which the file was checked
 */
export function* recordRows(checked: CheckedFile, settings: CheckSettings): Generator<RecordRow> {
  const { text } = checked;
  const lines = new Lines(text);
  const findings = new FindingsInOrder(checked.findings, settings.severities);
  for (const span of recordSpans(checked, settings.allowed)) {
    const { line } = displayPosition(lines.positionAt(span.offset));
    yield { line, ...overviewOf(text.slice(span.offset, span.offset + span.length)), findings: findings.countIn(span) };
  }
}

function* recordSpans({ text, layout }: CheckedFile, allowed: Allowed): Generator<Span> {
  const context = contextOf(layout, allowed);
  for (const item of layout.items) {
    const { offset, length, clean } = item;
    if (clean) {
      yield item;
      continue;
    }
    const { records } = checkItem(text.slice(offset, offset + length), context);
    for (const node of records) yield { offset: offset + node.offset, length: node.length };
  }
}

/** The findings of a file, which are counted record by record. */
class FindingsInOrder {
  #at = 0;

  constructor(
    readonly findings: readonly Finding[],
    readonly severities: Severities,
  ) {}

  /** How many there are in a record, or at its end, where something may be missing. It never goes back. */
  countIn({ offset, length }: Span): SeverityCounts {
    const counts = { ...noCounts };
    for (; this.#at < this.findings.length; this.#at++) {
      const finding = this.findings[this.#at];
      if (!finding || finding.offset > offset + length) break;
      const severity = this.severities[finding.rule];
      if (finding.offset >= offset && severity !== 'off') counts[severity]++;
    }
    return counts;
  }
}
