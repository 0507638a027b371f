import { checkRecord } from '../record/check.ts';
import type { Edit } from '../record/edit.ts';
import type { Finding } from '../record/finding.ts';
import { type Fix, fixesFor } from '../record/fix.ts';
import { fixRecord } from '../record/fix-record.ts';
import { parse } from '../record/parse.ts';
import type { RecordReport } from '../record/report.ts';
import { unwrapEdits } from '../record/unwrap.ts';
import { contextOf } from './check.ts';
import type { Item, Layout } from './layout.ts';

/** All fixes for one finding of a file; their offsets are those of `text`. */
export function fixesIn(text: string, layout: Layout, finding: Finding): Fix[] {
  const unwrap = unwrapping(text, layout);
  if (unwrap && finding.offset === layout.wrapper?.offset) return [unwrap];
  const item = itemAt(layout.items, finding.offset);
  const report = item && reportOn(text, item, layout);
  const same = report?.findings.find(
    ({ rule, offset }) => rule === finding.rule && item && offset + item.offset === finding.offset,
  );
  if (!item || !report || !same) return [];
  return fixesFor(same, report).map((fix) => ({ ...fix, edits: moved(fix.edits, item) }));
}

/**
 * Applies the lossless fixes of a file until none is left.
 * @param findings of the file: records that have none stay unread
 * @param isWanted which findings to mend
 * @returns edits of `text`, none overlapping; mending the mended text gives none
 */
export function fixAll(
  text: string,
  layout: Layout,
  findings: readonly Finding[],
  isWanted: (finding: Pick<Finding, 'rule'>) => boolean,
): Edit[] {
  const unwrap = unwrapping(text, layout);
  const edits = unwrap && isWanted({ rule: 'powershell-array' }) ? [...unwrap.edits] : [];
  const faulty = new Set(findings.filter(isWanted).map(({ offset }) => itemAt(layout.items, offset)));
  for (const item of faulty) {
    if (item?.type !== 'object') continue;
    const record = text.slice(item.offset, item.offset + item.length);
    for (const edit of moved(fixRecord(record, contextOf(layout), isWanted), item)) edits.push(edit);
  }
  return edits;
}

/** The item that an offset lies in. A list may have tens of thousands, hence by halves. */
function itemAt(items: readonly Item[], offset: number): Item | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((items[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const item = items[low];
  return item && item.offset <= offset && offset < item.offset + item.length ? item : undefined;
}

/** The report on an object of a file: what its findings are about. */
function reportOn(text: string, item: Item, layout: Layout): RecordReport | undefined {
  if (item.type !== 'object') return undefined;
  const record = text.slice(item.offset, item.offset + item.length);
  const root = parse(record);
  return root && checkRecord(root, record, contextOf(layout));
}

function unwrapping(text: string, { wrapper, list }: Layout): Fix | undefined {
  if (!wrapper || !list) return undefined;
  return { title: 'Unwrap the list', edits: unwrapEdits(text, wrapper, list), isLossless: true };
}

function moved(edits: readonly Edit[], { offset }: Item): Edit[] {
  return edits.map((edit) => ({ ...edit, offset: edit.offset + offset }));
}
