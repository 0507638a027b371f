import type { Node } from 'jsonc-parser';
import { type Span, spanOf } from '../json/span.ts';
import { checkItem } from '../record/check.ts';
import type { Finding } from '../record/finding.ts';
import { jobKey } from '../record/job-key.ts';
import type { Tree } from '../record/parse/parse.ts';
import type { ForeignKind } from '../record/recognize.ts';
import type { RecordContext, RecordValues } from '../record/record-values.ts';

/** How long a UUID is with its quotes. */
export const jobIdLength = 38;

/** The findings of one value by itself, and its part in those of the whole file. */
export interface ValueReport {
  /** In the order of the text; offsets are those of the value's own text. */
  readonly findings: readonly Finding[];
  /** How many records the value is or holds. */
  readonly recordCount: number;
  /** The records inside the value, if it is an envelope. A list that PowerShell wrapped may hold none. */
  readonly inside?: readonly Node[] | undefined;
  /** The `jobId` that no other record may have, and its key. */
  readonly jobId?: Span & { readonly key: number };
  /** Set if the value is another JSON object of the product. */
  readonly foreign?: ForeignKind;
}

/**
 * @param text of the value alone
 * @param tree of the text, if it has been read
 */
export function valueReport(text: string, context: RecordContext, tree?: Tree): ValueReport {
  const { findings, record, records } = checkItem(text, context, tree);
  const jobId = record && uniqueId(record);
  const foreign = findings[0]?.rule === 'foreign-file' ? findings[0].kind : undefined;
  const isEnvelope = !record && (records.length > 0 || findings[0]?.rule === 'powershell-array');
  return {
    findings: findings.sort((a, b) => a.offset - b.offset),
    recordCount: records.length,
    ...(isEnvelope && { inside: records }),
    ...(jobId && { jobId }),
    ...(foreign && { foreign }),
  };
}

/** Only UUIDs, plainly written, must be unique: two mocks that both say `backup-1` have a finding already. */
function uniqueId(record: RecordValues): ValueReport['jobId'] {
  const node = record.soundAt('jobId');
  return node?.length === jobIdLength ? { ...spanOf(node), key: jobKey(node.value) } : undefined;
}
