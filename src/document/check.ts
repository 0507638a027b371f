import { checkRecord } from '../record/check.ts';
import type { CleanRecord } from '../record/clean.ts';
import type { Finding, Span } from '../record/finding.ts';
import { skipTrivia } from '../record/lexer.ts';
import { parse } from '../record/parse.ts';
import { isCutOff } from '../record/powershell.ts';
import { foreignKind } from '../record/recognize.ts';
import type { RecordContext, RecordReport } from '../record/report.ts';
import { spanOf } from '../record/value.ts';
import type { Item, Layout } from './scan.ts';

/**
 * Checks every record of a file, one at a step, so that the caller can do something else between two.
 * Yields the findings of one item after the other; offsets are those of `text`.
 */
export function* check(text: string, layout: Layout): Generator<Finding[], void> {
  const foreign = foreignFile(text, layout);
  if (foreign) return yield [foreign];
  if (layout.shape === 'wrapped' && layout.wrapping) {
    yield [{ rule: 'powershell-array', ...layout.wrapping, place: 'file' }];
  }
  const jobIds = new Map<string, Span>();
  for (const item of layout.items) yield checkItem(text, item, layout, jobIds);
}

/** All findings of a file at once, in the order of the text. */
export function checkAll(text: string, layout: Layout): Finding[] {
  const findings: Finding[] = [];
  for (const some of check(text, layout)) for (const finding of some) findings.push(finding);
  return findings;
}

/** A checked object of a file: its own report, and where it starts. */
export function reportOn(text: string, item: Item, layout: Layout): RecordReport | undefined {
  if (item.type !== 'object') return undefined;
  const record = text.slice(item.offset, item.offset + item.length);
  const root = parse(record);
  return root && checkRecord(root, record, contextOf(layout));
}

/** What a file's layout means for each of its records. */
export function contextOf({ shape }: Layout): RecordContext {
  return { listed: shape === 'list' || shape === 'wrapped' };
}

function checkItem(text: string, item: Item, layout: Layout, jobIds: Map<string, Span>): Finding[] {
  if (item.clean && isFirstOf(item.clean, item, jobIds)) return [];
  const report = reportOn(text, item, layout);
  if (!report) return [notARecord(text, item, layout)];
  reportDuplicateJobId(report, item, jobIds);
  return report.findings
    .map((finding) => ({ ...finding, offset: finding.offset + item.offset }))
    .sort((a, b) => a.offset - b.offset);
}

/** Whether no earlier record has the id; where one has, the record is read again, for what is to be said of it. */
function isFirstOf({ jobId, jobIdOffset }: CleanRecord, { offset }: Item, jobIds: Map<string, Span>): boolean {
  if (jobId === undefined) return true;
  if (jobIds.has(jobId)) return false;
  jobIds.set(jobId, { offset: offset + jobIdOffset, length: jobId.length + '""'.length });
  return true;
}

function notARecord(text: string, { offset, length, type }: Item, { shape }: Layout): Finding {
  const value = type === 'string' ? parse(text.slice(offset, offset + length))?.value : undefined;
  const isCut = typeof value === 'string' && isCutOff(value);
  if (isCut) return { rule: 'powershell-depth', offset, length, place: 'record' };
  return { rule: 'not-a-record', offset, length, found: type, listed: shape === 'list' || shape === 'wrapped' };
}

/** Only sound ids take part: two mocks that both say `backup-1` have their problem already. */
function reportDuplicateJobId(report: RecordReport, item: Item, jobIds: Map<string, Span>): void {
  const node = report.sound('jobId');
  if (!node) return;
  const earlier = jobIds.get(node.value);
  if (earlier) report.report(node, { rule: 'duplicate-job-id', ...spanOf(node), earlier });
  else jobIds.set(node.value, { offset: item.offset + node.offset, length: node.length });
}

/** The one finding of a file that is another of the product's, or a list of nothing else. */
function foreignFile(text: string, { items }: Layout): Finding | undefined {
  let first: ReturnType<typeof foreignKind>;
  for (const item of items) {
    const root =
      item.type === 'object' && !item.clean ? parse(text.slice(item.offset, item.offset + item.length), 1) : undefined;
    const kind = root && foreignKind(root);
    if (!kind) return undefined;
    first ??= kind;
  }
  return first && { rule: 'foreign-file', offset: skipTrivia(text, 0), length: 1, kind: first };
}
