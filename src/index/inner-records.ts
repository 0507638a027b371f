import type { Node } from 'jsonc-parser';
import type { Lines } from '../json/lines.ts';
import { absolutePosition, compare, documentStart, type Position, type Range } from '../json/position.ts';
import type { EntryFinding } from './reports.ts';

/** A record inside an entry that is an envelope. Its range is relative to the start of the entry. */
export interface InnerRecord {
  readonly range: Range;
  /** Whether it is an item of a list. If not, it is all that the envelope holds. */
  readonly isItem: boolean;
  /** Those of the entry's findings that are about this record. */
  readonly findings: readonly EntryFinding[];
}

/**
 * Notes where the records of an entry are, so that nothing has to read the entry again.
 * @param nodes of the records, in the order of the text
 * @param base where the text that the nodes were parsed from starts in the entry
 * @param lines of the entry
 */
export function innerRecords(
  nodes: readonly Node[],
  base: number,
  lines: Lines,
  findings: readonly EntryFinding[],
): readonly InnerRecord[] {
  const records = nodes.map(({ offset, length, parent }) => ({
    range: lines.rangeOf({ offset: offset + base, length }),
    isItem: parent?.type === 'array',
    findings: [] as EntryFinding[],
  }));
  for (const finding of findings) {
    const { start } = finding.range;
    const record = records[firstEndingAt(records, start)];
    if (record && compare(record.range.start, start) <= 0) record.findings.push(finding);
  }
  return records;
}

/**
 * The number of the first record that ends at or after a position, found by halves; how many there are if none does.
 * @param entryStart if left out, the position is relative to the start of the entry, too
 */
export function firstEndingAt(
  records: readonly Pick<InnerRecord, 'range'>[],
  position: Position,
  entryStart = documentStart,
): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { end } = (records[middle] as InnerRecord).range;
    if (compare(absolutePosition(end, entryStart), position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
