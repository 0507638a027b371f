import { type Enclosure, enclosureOf } from '../document/envelope.ts';
import type { EnclosedValue } from '../document/file-start.ts';
import { ValueScanner } from '../document/value-scanner.ts';
import { Lines } from '../json/lines.ts';
import { absolutePosition, documentEnd, type Position, type Range } from '../json/position.ts';
import type { TextSource } from '../json/text-source.ts';

/** The object around the records of a document. */
export interface EnclosedRange extends Omit<Enclosure, 'end'> {
  /** The whole object; undefined if it is not closed. */
  readonly range: Range | undefined;
  readonly nameRange: Range;
  /** The value that holds the records, with its brackets. */
  readonly records: Range;
  /** For a list that is closed, where its last bracket is. */
  readonly close: Position | undefined;
}

/** What is known of a document when its last value has been read. */
interface Around {
  /** The first bracket of the object. */
  readonly start: Position;
  /** The name of the property that holds the records. */
  readonly name: Range;
  /** Where the first value may start: for a list, behind its bracket. */
  readonly values: Position;
  /** Where the last value ends; undefined if the values are not one list, or not one record. */
  readonly last: Position | undefined;
}

/**
 * Reads the object around the records of a document, but not the records.
 * @returns undefined if the object is not around records after all
 */
export function enclosedRange(
  source: TextSource,
  enclosed: EnclosedValue,
  { start, name, values, last }: Around,
): EnclosedRange | undefined {
  const before = source.getText({ start, end: values });
  const rest = last ? source.getText({ start: last, end: documentEnd }) : '';
  const at = enclosed.isList && !enclosed.isNested ? firstBracketIn(rest) : 0;
  const enclosure = enclosureOf(enclosed, before, at < 0 ? '' : rest.slice(at));
  if (!enclosure) return undefined;
  const lines = new Lines(rest);
  const positionAt = (offset: number): Position => absolutePosition(lines.positionAt(offset), last ?? values);
  const { end, ...others } = enclosure;
  const close = enclosed.isList && !enclosed.isNested && at >= 0 ? positionAt(at) : undefined;
  const open = enclosed.isList ? { line: values.line, character: values.character - 1 } : values;
  return {
    ...others,
    range: end === undefined ? undefined : { start, end: positionAt(at + end) },
    nameRange: name,
    records: { start: open, end: close ? { line: close.line, character: close.character + 1 } : (last ?? values) },
    close,
  };
}

/** Where the first `]` is that is not inside a value; -1 if there is none. */
function firstBracketIn(text: string): number {
  const scanner = new ValueScanner('json');
  scanner.load(text, true);
  while (scanner.bracketAt < 0 && scanner.seek()) scanner.read();
  return scanner.bracketAt;
}
