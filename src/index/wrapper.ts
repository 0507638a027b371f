import { endOfWrapper } from '../document/file-start.ts';
import { Lines } from '../document/lines.ts';
import { absolutePosition, documentEnd, type Position, type Range } from '../document/position.ts';
import type { TextSource } from '../document/text-source.ts';
import { ValueScanner } from '../document/value-scanner.ts';

/** The `{ "value": [...], "Count": n }` that Windows PowerShell writes around a list. */
export interface ListWrapper {
  readonly range: Range;
  /** Where the brackets of the list are. */
  readonly open: Position;
  readonly close: Position;
}

/** What is known of a wrapper when its last value has been read. */
interface WrapperStart {
  readonly start: Position;
  /** Where the opening bracket of the list is. */
  readonly open: Position;
  /** Whether `"Count"` comes before the list. */
  readonly hasCount: boolean;
}

/**
 * Reads the end of a wrapped list.
 * @param last where the last value of the list ends
 * @returns undefined if the document does not end as a wrapped list does
 */
export function wrapperOf(
  source: TextSource,
  { start, open, hasCount }: WrapperStart,
  last: Position,
): ListWrapper | undefined {
  const text = source.getText({ start: last, end: documentEnd });
  const scanner = new ValueScanner('json');
  scanner.load(text, true);
  while (scanner.bracketAt < 0 && scanner.seek()) scanner.read();
  const { bracketAt } = scanner;
  const length = bracketAt < 0 ? undefined : endOfWrapper(text.slice(bracketAt), hasCount);
  if (length === undefined) return undefined;
  const lines = new Lines(text);
  const positionAt = (offset: number) => absolutePosition(lines.positionAt(offset), last);
  return { range: { start, end: positionAt(bracketAt + length) }, open, close: positionAt(bracketAt) };
}
