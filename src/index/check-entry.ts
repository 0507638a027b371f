import { checkValue } from '../document/check.ts';
import { Lines } from '../document/lines.ts';
import { documentStart, type Position } from '../document/position.ts';
import { syntaxFindings } from '../document/syntax.ts';
import type { ValueScanner } from '../document/value-scanner.ts';
import type { Finding } from '../record/finding.ts';
import type { EntryReport } from './reports.ts';

export interface CheckedEntry extends EntryReport {
  /** The key of the `jobId`; 0 if there is none that must be unique. */
  readonly jobKey: number;
  /** Where the `jobId` is, relative to the start of the entry. */
  readonly jobIdAt: Position;
}

/**
 * Checks what a scanner has read last: a value or, in JSON Lines, a line.
 * @param isInList whether it is an item of a list
 */
export function checkEntry(scanner: ValueScanner, isInList: boolean): CheckedEntry {
  const { start, end, valueStart, valueEnd, type } = scanner;
  const text = scanner.text.slice(start, end);
  const base = valueStart - start;
  const findings: Finding[] = scanner.format === 'lines' ? syntaxFindings(text, 'json', []) : [];
  const value = type && checkValue(text.slice(base, valueEnd - start), type, { isInList });
  for (const finding of value?.findings ?? []) findings.push({ ...finding, offset: finding.offset + base });
  const lines = new Lines(text);
  const { foreign, jobId } = value ?? {};
  return {
    findings: findings.map((finding) => ({ finding, range: lines.rangeOf(finding) })),
    foreign,
    jobKey: jobId?.key ?? 0,
    jobIdAt: jobId ? lines.positionAt(jobId.offset + base) : documentStart,
  };
}
