import type { RecordIndex } from '../index/record-index.ts';
import { absolutePosition, compare, type Position, positionIn, type Range } from '../json/position.ts';
import type { TextSource } from '../json/text-source.ts';

/** Where and how a new record is inserted in a list. */
export interface ListInsertion {
  /** The range that the record replaces: empty, or the white space of an empty list. */
  readonly range: Range;
  readonly before: string;
  readonly after: string;
  /** Whether the records around it have a line each. */
  readonly isOnOneLine: boolean;
  /** Whether each of its lines is one step further in than the line that it is put in. */
  readonly isIndented: boolean;
}

/**
 * Finds where a new record goes: after the one at the cursor, or after the one before the cursor.
 * @param index must be settled
 * @returns undefined if the document has no list of records
 */
export function listInsertion(index: RecordIndex, cursor: Position): ListInsertion | undefined {
  const { list, count, source } = index;
  if (!list) return undefined;
  if (count === 0) return inEmptyList(source.getText(list), list.start);
  const next = index.indexAt(cursor);
  const isInside = next < count && compare(index.startOf(next), cursor) <= 0;
  const previous = isInside ? next : next - 1;
  return previous < 0 ? beforeRecord(source, index.entryAt(0)) : insertionAfter(source, index.entryAt(previous));
}

function beforeRecord(source: TextSource, record: Range): ListInsertion {
  const { start } = record;
  const startsLine = indentationOf(source, record) !== undefined;
  const isOnOneLine = !startsLine || isOfOneLine(record);
  return { range: { start, end: start }, before: '', after: startsLine ? ',\n' : ', ', isOnOneLine, isIndented: false };
}

/** The insertion after a record of a list, and after a comment at the end of its last line. */
export function insertionAfter(source: TextSource, record: Range): ListInsertion {
  const { end } = record;
  const startsLine = indentationOf(source, record) !== undefined;
  const layout = { isOnOneLine: !startsLine || isOfOneLine(record), isIndented: false };
  if (!startsLine) return { range: { start: end, end }, before: ', ', after: '', ...layout };
  const [all = '', comma = '', comment = ''] = commentAfterRecord.exec(restOfLine(source, end)) ?? [];
  const range = { start: end, end: { line: end.line, character: end.character + all.length } };
  return { range, before: `${comma || ','}${comment}\n`, after: comma.trim(), ...layout };
}

/** A comma, if there is one, and a comment up to the end of the line. */
const commentAfterRecord = /^([ \t]*,)?([ \t]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*))$/;

/** The longest comment after a record that is looked for, in UTF-16 units. */
const maxRestLength = 1000;

function restOfLine(source: TextSource, start: Position): string {
  return source.getText({ start, end: { line: start.line, character: start.character + maxRestLength } });
}

/** The white space before a record that starts its line; undefined if something else is before it. */
export function indentationOf(source: TextSource, { start }: Range): string | undefined {
  const before = source.getText({ start: { line: start.line, character: 0 }, end: start });
  return before.trim() === '' ? before : undefined;
}

function isOfOneLine({ start, end }: Range): boolean {
  return start.line === end.line;
}

/** @param text after the bracket that opens the list */
function inEmptyList(text: string, start: Position): ListInsertion {
  const blank = text.length - text.trimStart().length;
  // A comment stays where it is, after the record.
  const isClosed = text[blank] === ']';
  const end = isClosed ? absolutePosition(positionIn(text, blank), start) : start;
  return { range: { start, end }, before: '\n', after: isClosed ? '\n' : '', isOnOneLine: false, isIndented: true };
}
