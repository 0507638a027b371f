import type { RecordIndex } from '../index/record-index.ts';
import type { RangeEdit } from '../json/edit.ts';
import { onManyLines, onOneLine } from '../json/format.ts';
import { Char, skipTrivia } from '../json/lexer.ts';
import { compare, documentStart, type Position } from '../json/position.ts';
import type { TextSource } from '../json/text-source.ts';
import { type Insertion, indentationOf, insertionAt } from './insertion.ts';

/** Whether a position is inside a record, where another does not fit. */
export function isInRecord(index: RecordIndex, position: Position): boolean {
  const at = index.indexAt(position);
  if (at >= index.count) return false;
  const { start, end } = index.entryAt(at);
  return compare(start, position) < 0 && compare(position, end) < 0;
}

/**
 * Whether a record fits at the cursor, perhaps after a comma that is missing. Elsewhere the records would go to another
 * position than the cursor's, which is too much for an ordinary paste.
 */
export function canStandAt(index: RecordIndex, cursor: Position): boolean {
  const { source, list, shape, format } = index;
  if (format === 'lines') return textAfter(source, cursor).trim() === '';
  if (shape !== 'empty' && (!list || compare(cursor, list.start) < 0)) return false;
  const { previous, before } = gapBefore(index, cursor);
  return fitsAfter(before, true) || (previous >= 0 && fitsAfter(before, false));
}

/** The last record that ends at a cursor or before it, -1 if none does, and the text between them. */
function gapBefore(index: RecordIndex, cursor: Position): { readonly previous: number; readonly before: string } {
  const at = index.indexAt(cursor);
  const isAfter = at < index.count && compare(index.entryAt(at).end, cursor) <= 0;
  const previous = isAfter ? at : at - 1;
  const start = previous < 0 ? (index.list?.start ?? documentStart) : index.entryAt(previous).end;
  return { previous, before: index.source.getText({ start, end: cursor }) };
}

function textAfter(source: TextSource, { line, character }: Position): string {
  return source.getText({ start: { line, character }, end: { line, character: Number.MAX_SAFE_INTEGER } });
}

/**
 * Inserts records into a document: at the cursor if they fit there, else after the record at the cursor or before it.
 * @param index settled
 * @param records each as JSON, at least one
 * @param unit one level of indentation: spaces or a tab
 * @returns undefined if the document is a single record, or another object
 */
export function insertRecords(
  index: RecordIndex,
  cursor: Position,
  records: readonly string[],
  unit: string,
): RangeEdit | undefined {
  const insertion = insertionAt(index, cursor);
  return insertion && (intoGap(index, cursor, records, unit) ?? into(insertion, index.source, records, unit));
}

/** A file of records: one, or a list of several. @param records each as JSON, at least one */
export function fileOf(records: readonly string[], unit: string): string {
  const written = records.map((json) => onManyLines(json, unit));
  const list = written.map((json) => `${unit}${json.replaceAll('\n', `\n${unit}`)}`).join(',\n');
  return records.length === 1 ? `${written[0]}` : `[\n${list}\n]`;
}

/** @returns undefined where a record does not fit: in a record or a comment, and where a comma is missing before it */
function intoGap(
  index: RecordIndex,
  cursor: Position,
  records: readonly string[],
  unit: string,
): RangeEdit | undefined {
  const { source, list, count } = index;
  if (!list || count === 0) return undefined;
  if (compare(cursor, list.start) < 0) return undefined;
  const { previous, before } = gapBefore(index, cursor);
  if (!fitsAfter(before, previous < 0)) return undefined;
  const next = previous + 1;
  const own = indentationOf(source, { start: cursor, end: cursor });
  const ofNeighbour = indentationOf(source, index.entryAt(Math.max(previous, 0)));
  const indentation = own || ofNeighbour;
  const after = next < count ? source.getText({ start: cursor, end: index.startOf(next) }) : ',';
  const comma = startsWithComma(after) ? '' : after === '' ? separator(indentation) : ',';
  const content = `${lineStart(own, ofNeighbour)}${write(records, unit, indentation)}${comma}`;
  return { range: { start: cursor, end: endOfBlanks(source, cursor) }, content };
}

/** The end of the line if only white space is between: it would be left after the insertion. */
function endOfBlanks(source: TextSource, cursor: Position): Position {
  const { line, character } = cursor;
  const rest = textAfter(source, cursor);
  return rest.trim() === '' ? { line, character: character + rest.length } : cursor;
}

function startsWithComma(text: string): boolean {
  return text.charCodeAt(skipTrivia(text, 0)) === Char.Comma;
}

/** The text before a record that goes after a text: nothing, or the start of its line. */
function lineStart(own: string | undefined, ofNeighbour: string | undefined): string {
  if (own === undefined && ofNeighbour !== undefined) return `\n${ofNeighbour}`;
  return own === '' ? (ofNeighbour ?? '') : '';
}

/**
 * Whether a record fits after a text: whether the text is a comma, or nothing before the first record. After the last
 * comma the list may end, and a record inserted in a comment is lost.
 */
function fitsAfter(text: string, isFirst: boolean): boolean {
  // Only in a comment is the brace skipped.
  const withRecord = `${text}{`;
  const first = skipTrivia(withRecord, 0);
  if (isFirst) return first === text.length;
  return startsWithComma(withRecord) && skipTrivia(withRecord, first + 1) === text.length;
}

function into(
  { range, before, after, container, isOnOneLine, isIndented }: Insertion,
  source: TextSource,
  records: readonly string[],
  unit: string,
): RangeEdit {
  if (container === 'root') return { range, content: `${before}${fileOf(records, unit)}${after}` };
  if (container === 'line') return { range, content: `${before}${records.map(onOneLine).join('\n')}${after}` };
  const outer = lineIndentation(source.getText({ start: { line: range.start.line, character: 0 }, end: range.start }));
  const inner = isIndented ? outer + unit : outer;
  const content = write(records, unit, isOnOneLine ? undefined : inner);
  const separate = (text: string, indentation: string): string => text.replaceAll('\n', `\n${indentation}`);
  return { range, content: `${separate(before, inner)}${content}${separate(after, outer)}` };
}

function lineIndentation(beforeOnLine: string): string {
  return beforeOnLine.replace(/[^ \t].*/s, '');
}

/** @param indentation of the line that the first record starts; undefined to keep all on one line */
function write(records: readonly string[], unit: string, indentation: string | undefined): string {
  if (indentation === undefined) return records.map(onOneLine).join(separator(indentation));
  const written = records.map((json) => onManyLines(json, unit).replaceAll('\n', `\n${indentation}`));
  return written.join(separator(indentation));
}

/** The separator between two records. @param indentation see `write` */
function separator(indentation: string | undefined): string {
  return indentation === undefined ? ', ' : `,\n${indentation}`;
}
