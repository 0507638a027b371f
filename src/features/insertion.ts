import type { RecordIndex } from '../index/record-index.ts';
import { absolutePosition, compare, documentStart, type Position, positionIn, type Range } from '../json/position.ts';
import { lineText, type TextSource } from '../json/text-source.ts';
import type { RecordContext } from '../record/record-values.ts';

/** Where and how new records are inserted. */
export interface Insertion {
  /** The range that they replace: empty, or white space. */
  readonly range: Range;
  readonly before: string;
  readonly after: string;
  /** Their container: an empty file, a list, or JSON Lines. */
  readonly container: RecordContext['container'];
  /** Whether a record is written on one line, as those around it. */
  readonly isOnOneLine: boolean;
  /** Whether each of its lines is one step further in than the line that it is put in. */
  readonly isIndented: boolean;
}

/**
 * Finds where new records go: after the one at the cursor, or after the one before the cursor.
 * @param index must be settled
 * @returns undefined if the document is a single record, or another object
 */
export function insertionAt(index: RecordIndex, cursor: Position): Insertion | undefined {
  const { source, list, count, format, shape } = index;
  if (format === 'lines') return inLines(source, cursor.line);
  if (shape === 'empty') return inEmptyFile(source);
  if (!list || index.foreign) return undefined;
  if (count === 0) return inEmptyList(source.getText(list), list.start);
  const next = index.indexAt(cursor);
  const isInside = next < count && compare(index.startOf(next), cursor) <= 0;
  const previous = isInside ? next : next - 1;
  return previous < 0 ? beforeRecord(source, index.entryAt(0)) : insertionAfter(source, index.entryAt(previous));
}

/** After a line, or on it if it is blank. If the file ended with a line break, it still does. */
function inLines(source: TextSource, line: number): Insertion {
  const text = lineText(source, line);
  const [start, end] = [
    { line, character: 0 },
    { line, character: text.length },
  ];
  const layout = { container: 'line', isOnOneLine: true, isIndented: false } as const;
  if (text.trim() !== '') return { ...layout, range: { start: end, end }, before: '\n', after: '' };
  const isEndOfFile = line > 0 && line === source.lineCount - 1;
  return { ...layout, range: { start, end }, before: '', after: isEndOfFile ? '\n' : '' };
}

/** In a file without values. Comments stay, before the records. */
function inEmptyFile(source: TextSource): Insertion {
  const line = source.lineCount - 1;
  const lastLine = lineText(source, line);
  const end = { line, character: lastLine.length };
  const start = source.getText().trim() === '' ? documentStart : end;
  const before = start === end && lastLine.trim() !== '' ? '\n' : '';
  return { range: { start, end }, before, after: '\n', container: 'root', isOnOneLine: false, isIndented: false };
}

const inList = { container: 'list', isOnOneLine: false, isIndented: false } as const;

function beforeRecord(source: TextSource, record: Range): Insertion {
  const { start } = record;
  const startsLine = indentationOf(source, record) !== undefined;
  const isOnOneLine = !startsLine || isOfOneLine(record);
  return { range: { start, end: start }, before: '', after: startsLine ? ',\n' : ', ', ...inList, isOnOneLine };
}

/** The insertion after a record of a list, and after a comment at the end of its last line. */
export function insertionAfter(source: TextSource, record: Range): Insertion {
  const { end } = record;
  const startsLine = indentationOf(source, record) !== undefined;
  const layout = { ...inList, isOnOneLine: !startsLine || isOfOneLine(record) };
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
function inEmptyList(text: string, start: Position): Insertion {
  const blank = text.length - text.trimStart().length;
  // A comment stays where it is, after the record.
  const isClosed = text[blank] === ']';
  const end = isClosed ? absolutePosition(positionIn(text, blank), start) : start;
  return { range: { start, end }, before: '\n', after: isClosed ? '\n' : '', ...inList, isIndented: true };
}
