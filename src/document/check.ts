import { type Span, spanBetween } from '../json/span.ts';
import type { Allowed } from '../model/allowed.ts';
import type { Finding } from '../record/finding.ts';
import type { ForeignKind } from '../record/recognize.ts';
import type { RecordContext } from '../record/record-values.ts';
import { envelopeFinding } from './envelope.ts';
import type { CheckedItem, Layout } from './layout.ts';
import { textOfLines } from './syntax.ts';
import { jobIdLength } from './value-report.ts';

/** The findings in the records of a file, without those in its syntax. */
export function checkText(text: string, layout: Layout<CheckedItem>): FileReport {
  if (textOfLines(text, layout)) return { findings: [], recordCount: 0 };
  const findings = envelopeFindings(layout);
  const jobIds = new Map<number, Span>();
  let foreign: ForeignKind | undefined;
  let foreignCount = 0;
  let recordCount = 0;
  for (const item of layout.items) {
    foreign ??= item.report?.foreign;
    if (item.report?.foreign) foreignCount++;
    recordCount += item.report?.recordCount ?? 1;
    for (const finding of findingsIn(item, jobIds)) findings.push(finding);
  }
  if (!foreign || foreignCount < layout.items.length) return { findings, recordCount };
  const offset = layout.shape === 'lines' ? (layout.items[0]?.offset ?? 0) : layout.start;
  return { findings: [{ rule: 'foreign-file', offset, length: 1, kind: foreign, isWholeFile: true }], recordCount };
}

interface FileReport {
  /** In the order of the text; offsets are those of the text. */
  readonly findings: Finding[];
  readonly recordCount: number;
}

function envelopeFindings({ envelope }: Layout): Finding[] {
  return envelope ? [envelopeFinding(envelope, spanBetween(envelope.flagged))] : [];
}

/** The context of each record of a file. */
export function contextOf({ shape }: Pick<Layout, 'shape'>, allowed: Allowed): RecordContext {
  if (shape === 'lines') return { container: 'line', allowed };
  return { container: shape === 'list' || shape === 'wrapped' || shape === 'envelope' ? 'list' : 'root', allowed };
}

/** The findings of an item, with offsets of the text. */
function findingsIn({ offset, clean, report }: CheckedItem, jobIds: Map<number, Span>): readonly Finding[] {
  if (clean) return checkId({ offset: offset + clean.jobIdOffset, length: jobIdLength }, clean.jobKey, jobIds);
  const findings = (report?.findings ?? none).map((finding) => ({ ...finding, offset: finding.offset + offset }));
  const { jobId } = report ?? {};
  const repeated = jobId && checkId({ offset: jobId.offset + offset, length: jobId.length }, jobId.key, jobIds);
  return repeated ? [...findings, ...repeated].sort((a, b) => a.offset - b.offset) : findings;
}

/** Reports an id that an earlier record has. */
function checkId(span: Span, key: number, jobIds: Map<number, Span>): readonly Finding[] {
  if (key === 0) return none;
  const earlier = jobIds.get(key);
  if (earlier) return [{ rule: 'duplicate-job-id', ...span, earlier }];
  jobIds.set(key, span);
  return none;
}

const none: readonly Finding[] = [];
