import { checkValue } from '../document/check.ts';
import { Lines } from '../document/lines.ts';
import { documentStart, type Position } from '../document/position.ts';
import { syntaxFindings } from '../document/syntax.ts';
import type { ValueScanner } from '../document/value-scanner.ts';
import type { Finding } from '../record/finding.ts';
import type { EntryReport } from './reports.ts';

/** What the check says of an entry of a document: of a value or, in JSON Lines, of a line. */
export interface CheckedEntry extends EntryReport {
  /** Stands for the `jobId` that no other record must have; 0 where there is none. */
  readonly jobKey: number;
  /** Where the id stands, as seen from the entry's start. */
  readonly jobIdAt: Position;
}

/**
 * Checks the piece that has been read last.
 * @param isInList whether it is in a list
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
