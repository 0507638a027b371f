import { isSpace } from '../json/lexer.ts';
import type { ValueType } from '../json/node.ts';
import type { Excerpt, Span } from '../json/span.ts';
import type { Allowed } from '../model/allowed.ts';
import type { CleanRecord } from '../record/first-look/clean-record.ts';
import type { RecordContext } from '../record/record-values.ts';
import { envelopeAround, type FileEnvelope, maxInOneRecord, shapeOf } from './envelope.ts';
import { containerIn, type EnvelopeStart, type FileStart, fileStartOf, isList } from './file-start.ts';
import { readLinesStart } from './several-lines.ts';
import { type ValueReport, valueReport } from './value-report.ts';
import { type Format, ValueScanner } from './value-scanner.ts';

/**
 * The content of a file: one record, a list, a list in Windows PowerShell's wrapper, records in another envelope, JSON Lines,
 * another value, text that is not JSON, or nothing.
 */
export type Shape = 'record' | 'list' | 'wrapped' | 'envelope' | 'lines' | 'value' | 'text' | 'empty';

/** A value where a record may be. */
export interface Item extends Span {
  readonly type: ValueType;
  /** Set for a record that certainly has no findings by itself. */
  readonly clean?: CleanRecord;
  /** Whether it certainly has no syntax errors. */
  readonly isSound: boolean;
}

/** A value that has been checked. */
export interface CheckedItem extends Item {
  /** Absent if it is clean. */
  readonly report?: ValueReport;
}

/** Where the values of a file are that should be records. */
export interface Layout<AnyItem extends Item = Item> {
  readonly shape: Shape;
  readonly items: readonly AnyItem[];
  /** Where the JSON starts. Text before it is not JSON. */
  readonly start: number;
  readonly envelope?: FileEnvelope;
  /** Whether the file should be JSON Lines, but its records take several lines. */
  readonly isOverSeveralLines?: boolean;
}

/** How much to read at once, in UTF-16 units: as much as fits into the processor's nearer caches. */
const chunkLength = 32_768;

/** Finds the records of a file, even a broken one: a missing or an extra bracket costs its own record and no other. */
export function layoutOf(text: string, format: Format = 'json'): Layout {
  return layoutWith(text, format, () => itemOf);
}

/** The same, with each value checked. It is read once, for both. */
export function checkedLayoutOf(text: string, format: Format, allowed: Allowed): Layout<CheckedItem> {
  return layoutWith(text, format, (container) => (scanner, type, base) => {
    const item = itemOf(scanner, type, base);
    if (scanner.clean) return item;
    const { valueStart, valueEnd, tree } = scanner;
    const report = valueReport(scanner.text.slice(valueStart, valueEnd), { container, allowed }, tree);
    // The nodes of all values would take much memory.
    return { ...item, report: { ...report, inside: undefined } };
  });
}

/** Makes the item of the value that a scanner has read last. @param base where its chunk starts in the text */
type MakeItem<AnyItem> = (scanner: ValueScanner, type: ValueType, base: number) => AnyItem;

function itemOf({ valueStart, valueEnd, isSound, clean }: ValueScanner, type: ValueType, base: number): Item {
  const [offset, length] = [base + valueStart, valueEnd - valueStart];
  return clean ? { offset, length, type, isSound, clean } : { offset, length, type, isSound };
}

function layoutWith<AnyItem extends Item>(
  text: string,
  format: Format,
  itemsIn: (container: RecordContext['container']) => MakeItem<AnyItem>,
): Layout<AnyItem> {
  if (format === 'lines' && !readLinesStart(text, true)?.isOverSeveralLines) {
    return { shape: 'lines', start: 0, items: valuesFrom(text, 0, new ValueScanner(format), itemsIn('line')).items };
  }
  if (format === 'lines') return { ...layoutWith(text, 'json', itemsIn), isOverSeveralLines: true };
  const fileStart = fileStartOf(text, true);
  const { shape, start, values, envelope: seeming } = fileStart;
  const scanner = new ValueScanner(format);
  scanner.isList = isList(fileStart);
  const found = valuesFrom(text, values, scanner, itemsIn(containerIn(fileStart)));
  if (shape !== 'envelope') return { shape, start, items: found.items };
  const envelope = seeming && envelopeIn(text, fileStart, seeming, found);
  if (envelope) return { shape: shapeOf(envelope), start, items: found.items, envelope };
  if (found.items.length > maxInOneRecord) return { shape: 'list', start, items: found.items };
  return { shape: 'record', start, items: valuesFrom(text, start, new ValueScanner(format), itemsIn('root')).items };
}

interface Values<AnyItem> {
  readonly items: readonly AnyItem[];
  /** Where the first `]` between or after the values is; -1 if there is none. */
  readonly bracketAt: number;
}

function valuesFrom<AnyItem>(
  text: string,
  start: number,
  scanner: ValueScanner,
  makeItem: MakeItem<AnyItem>,
): Values<AnyItem> {
  const items: AnyItem[] = [];
  let bracketAt = -1;
  let length = chunkLength;
  for (let at = start; at < text.length; ) {
    const isLast = at + length >= text.length;
    scanner.load(isLast ? text.slice(at) : text.slice(at, at + length), isLast);
    while (scanner.seek() && scanner.read()) if (scanner.type) items.push(makeItem(scanner, scanner.type, at));
    if (bracketAt < 0 && scanner.bracketAt >= 0) bracketAt = at + scanner.bracketAt;
    if (isLast) break;
    // A value that did not end in this chunk is read again in a longer one.
    length = scanner.passed === 0 ? length * 2 : chunkLength;
    at += scanner.passed;
  }
  return { items, bracketAt };
}

function envelopeIn(
  text: string,
  { start, values }: FileStart,
  envelope: EnvelopeStart,
  { items, bracketAt }: Values<Item>,
): FileEnvelope | undefined {
  const last = items.at(-1);
  const end = last ? last.offset + last.length : values;
  const isOneList = bracketAt < 0 || (last?.offset ?? 0) < bracketAt;
  const isComplete = envelope.isNested || (envelope.isList ? isOneList : items.length === 1);
  const excerpt = (from: number, to?: number): Excerpt<number> => ({
    text: text.slice(from, to),
    at: (at) => from + at,
  });
  return envelopeAround(envelope, excerpt(start, values), excerpt(end, isComplete ? undefined : end));
}

/** The lines of JSON Lines, without line ends and trailing white space. */
export function* linesOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const next = lineFeed < 0 ? text.length : lineFeed;
    let end = next;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    yield { start, end };
    start = next + 1;
  }
}
