import type { Node } from 'jsonc-parser';
import { skipNoise } from '../document/surroundings.ts';
import type { PlacedRecord } from '../index/record-at.ts';
import type { RecordIndex } from '../index/record-index.ts';
import { type RangeEdit, rangeEdits } from '../json/edit.ts';
import { isJson } from '../json/is-json.ts';
import type { Position, Range } from '../json/position.ts';
import { excerptOf } from '../json/text-source.ts';
import { parse } from '../record/parse/parse.ts';
import { Removals } from '../record/parse/remove.ts';
import { indentationOf, insertionAfter } from './insertion.ts';

/**
 * Inserts a text after a record, as the next item of its list or as the next line.
 * @param record whose `parent` is not `none`
 * @param text of another record, as it is to stand there
 */
export function insertAfter({ source }: RecordIndex, { range, parent }: PlacedRecord, text: string): RangeEdit {
  const { end } = range;
  if (parent === 'lines') return { range: { start: end, end }, content: `\n${text}` };
  const { range: target, before, after } = insertionAfter(source, range);
  return { range: target, content: `${before}${indentationOf(source, range) ?? ''}${text}${after}` };
}

/**
 * Removes a record with its comma or its line. Comments stay. Only the text around it is read.
 * @param record not alone in an envelope that is an item
 * @returns no edits if the record is alone in the file, or the text around it is broken: more would break
 */
export function removeRecord(index: RecordIndex, record: PlacedRecord): RangeEdit[] {
  if (record.parent === 'lines') return [removeLine(index, record.range)];
  return record.inside === undefined ? removeFromList(index, record) : removeFromEnvelope(index, record);
}

/** The list may be anywhere in the envelope, so that is parsed. */
function removeFromEnvelope(index: RecordIndex, { at, range }: PlacedRecord): RangeEdit[] {
  const { start, end } = index.entryAt(at);
  const whole = excerptOf(index.source, { start, end });
  const base = skipNoise(whole.text, 0);
  const text = whole.text.slice(base);
  const node = nodeAt(parse(text), index.source.getText({ start, end: range.start }).length - base);
  const edits = node ? new Removals(text, new Set([node]), isJson(text), 'go').of(node) : [];
  return rangeEdits(edits, { text, at: (offset) => whole.at(base + offset) });
}

/** The object that starts at an offset. */
function nodeAt(root: Node | undefined, offset: number): Node | undefined {
  let node = root;
  while (node && node.offset !== offset) node = node.children?.find((child) => child.offset + child.length > offset);
  return node;
}

/** The line break goes too: the one after the line, or before the last line. */
function removeLine({ source }: RecordIndex, { start, end }: Range): RangeEdit {
  const isLast = end.line === source.lineCount - 1;
  const wholeLine = { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } };
  const lineEnd = { line: start.line - 1, character: Number.MAX_SAFE_INTEGER };
  return { range: isLast && start.line > 0 ? { start: lineEnd, end: wholeLine.end } : wholeLine, content: '' };
}

/** Only the gaps between the record and its neighbours are read: a digit stands for each neighbour. */
function removeFromList(index: RecordIndex, { at, range }: PlacedRecord): RangeEdit[] {
  const { source, list, count } = index;
  if (!list) return [];
  const previous = at > 0 ? index.entryAt(at - 1) : undefined;
  const next = at + 1 < count ? index.entryAt(at + 1) : undefined;
  const gapBefore = excerptOf(source, { start: previous?.end ?? list.start, end: range.start });
  const gapAfter = excerptOf(source, { start: range.end, end: next?.start ?? list.end });
  const head = `[${previous ? '0' : ''}`;
  const recordAt = head.length + gapBefore.text.length;
  const text = `${head}${gapBefore.text}1${gapAfter.text}${next ? '0' : ''}]`;
  const node = parse(text)?.children?.find(({ offset }) => offset === recordAt);
  const edits = node ? new Removals(text, new Set([node]), isJson(text), 'go').of(node) : [];
  const positionAt = (offset: number): Position =>
    offset <= recordAt ? gapBefore.at(offset - head.length) : gapAfter.at(offset - recordAt - 1);
  return rangeEdits(edits, { text, at: positionAt });
}
