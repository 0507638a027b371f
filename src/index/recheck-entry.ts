import { syntaxOfLine } from '../document/syntax.ts';
import { valueReport } from '../document/value-report.ts';
import type { ValueScanner } from '../document/value-scanner.ts';
import { isJson } from '../json/is-json.ts';
import { Lines } from '../json/lines.ts';
import { documentStart, type Position } from '../json/position.ts';
import type { Finding } from '../record/finding.ts';
import { isJsonWithComments } from '../record/parse/parse.ts';
import type { RecordContext } from '../record/record-values.ts';
import { innerRecords } from './inner-records.ts';
import type { EntryReport } from './reports.ts';

export interface CheckedEntry extends EntryReport {
  /** The key of the `jobId`; 0 if there is none that must be unique. */
  readonly jobKey: number;
  /** Where the `jobId` is, relative to the start of the entry. */
  readonly jobIdAt: Position;
}

/** Checks the value or, in JSON Lines, the line that a scanner has read last. */
export function recheckEntry(scanner: ValueScanner, context: RecordContext): CheckedEntry {
  const { start, end, valueStart, valueEnd, type, tree } = scanner;
  const text = scanner.text.slice(start, end);
  const base = valueStart - start;
  const isSound = scanner.isSound && valueStart === start && valueEnd === end;
  const findings: Finding[] = scanner.format === 'lines' && !isSound ? syntaxOfLine(text) : [];
  const valueText = text.slice(base, valueEnd - start);
  const value = type && valueReport(valueText, context, tree);
  for (const finding of value?.findings ?? []) findings.push({ ...finding, offset: finding.offset + base });
  const lines = new Lines(text);
  const { foreign, inside, jobId, recordCount = 0 } = value ?? {};
  const placed = findings.map((finding) => ({ finding, range: lines.rangeOf(finding) }));
  return {
    findings: placed,
    foreign,
    recordCount,
    isBroken: type !== undefined && !tree && !isJson(valueText) && !isJsonWithComments(valueText),
    ...(inside && { inside: innerRecords(inside, base, lines, placed) }),
    jobKey: jobId?.key ?? 0,
    jobIdAt: jobId ? lines.positionAt(jobId.offset + base) : documentStart,
  };
}
