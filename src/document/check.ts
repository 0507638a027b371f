import { type CheckedRecord, checkRecord } from '../record/check.ts';
import type { Finding } from '../record/finding.ts';
import { jobKey } from '../record/job-key.ts';
import { skipTrivia } from '../record/lexer.ts';
import { parse } from '../record/parse.ts';
import { isCutOff } from '../record/powershell.ts';
import { foreignKind } from '../record/recognize.ts';
import type { RecordContext } from '../record/record-values.ts';
import type { ForeignKind } from '../record/rules/foreign-file.ts';
import { type Span, spanOf } from '../record/span.ts';
import type { Item, Layout } from './layout.ts';
import type { ValueType } from './value-scanner.ts';

/** How long a UUID is with its quotes. */
export const jobIdLength = 38;

/** All findings of a file, in the order of the text; offsets are those of `text`. */
export function checkAll(text: string, layout: Layout): Finding[] {
  const foreign = foreignFile(text, layout);
  if (foreign) return [foreign];
  const findings: Finding[] = [];
  if (layout.shape === 'wrapped' && layout.wrapper) {
    findings.push({ rule: 'powershell-array', ...layout.wrapper });
  }
  const jobIds = new Map<number, Span>();
  for (const item of layout.items) for (const finding of checkItem(text, item, layout, jobIds)) findings.push(finding);
  return findings;
}

/** What a file's layout means for each of its records. */
export function contextOf({ shape }: Layout): RecordContext {
  return { isInList: shape === 'list' || shape === 'wrapped' };
}

/** The findings of one value by itself, and what the rest of the file needs to know about it. */
export interface CheckedValue {
  /** In the order of the text; offsets are those of the value's own text. */
  readonly findings: readonly Finding[];
  /** The `jobId` that no other record may have, and its key. */
  readonly jobId?: Span & { readonly key: number };
  /** Set if the value is another of the product's JSON files. */
  readonly foreign?: ForeignKind;
}

/** @param text of the value alone */
export function checkValue(text: string, type: ValueType, context: RecordContext): CheckedValue {
  const root = parse(text);
  if (type !== 'object' || !root) return { findings: [notARecord(text, type, context)] };
  const record = checkRecord(root, text, context);
  const jobId = uniqueId(record);
  const foreign = foreignKindOf(text);
  return {
    findings: record.findings.sort((a, b) => a.offset - b.offset),
    ...(jobId && { jobId }),
    ...(foreign && { foreign }),
  };
}

/** Only UUIDs, plainly written, must be unique: two mocks that both say `backup-1` have a finding already. */
function uniqueId({ values }: CheckedRecord): CheckedValue['jobId'] {
  const node = values.soundAt('jobId');
  return node?.length === jobIdLength ? { ...spanOf(node), key: jobKey(node.value) } : undefined;
}

function notARecord(text: string, type: ValueType, { isInList }: RecordContext): Finding {
  const span = { offset: 0, length: text.length };
  const value = type === 'string' ? parse(text)?.value : undefined;
  if (typeof value === 'string' && isCutOff(value)) return { rule: 'powershell-depth', ...span, path: '$' };
  return { rule: 'not-a-record', ...span, found: type, isInList };
}

function checkItem(text: string, item: Item, layout: Layout, jobIds: Map<number, Span>): readonly Finding[] {
  const { offset, length, type, clean } = item;
  if (clean) return checkId({ offset: clean.jobIdAt, length: jobIdLength }, clean.jobKey, jobIds);
  const { findings, jobId } = checkValue(text.slice(offset, offset + length), type, contextOf(layout));
  const shifted = findings.map((finding) => ({ ...finding, offset: finding.offset + offset }));
  if (!jobId) return shifted;
  const repeated = checkId({ offset: jobId.offset + offset, length: jobId.length }, jobId.key, jobIds);
  return [...shifted, ...repeated].sort((a, b) => a.offset - b.offset);
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

/** The one finding of a file that is another of the product's files, or a list of nothing else. */
function foreignFile(text: string, { items, shape }: Layout): Finding | undefined {
  let first: ForeignKind | undefined;
  for (const { type, clean, offset, length } of items) {
    const kind = type === 'object' && !clean ? foreignKindOf(text.slice(offset, offset + length)) : undefined;
    if (!kind) return undefined;
    first ??= kind;
  }
  const offset = shape === 'lines' ? (items[0]?.offset ?? 0) : skipTrivia(text, 0);
  return first && { rule: 'foreign-file', offset, length: 1, kind: first };
}

/** What every other JSON file of the product has. A file without it need not be parsed. */
const foreignMarkers = /"(?:version|jobType|detailCode|CREATE_DRAFT)"/;

/** Which other JSON file of the product an object is. It may be large, so only its own properties are read. */
function foreignKindOf(text: string): ForeignKind | undefined {
  const root = foreignMarkers.test(text) ? parse(text, 1) : undefined;
  return root && foreignKind(root);
}
