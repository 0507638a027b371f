import { endOfWrapper } from '../document/file-start.ts';
import { Lines } from '../document/lines.ts';
import { absolutePosition, documentEnd, type Position, type Range } from '../document/position.ts';
import type { TextSource } from '../document/text-source.ts';
import { ValueScanner } from '../document/value-scanner.ts';

/** Windows PowerShell's `{ "value": [...], "Count": n }` around a list. */
export interface ListWrapper {
  readonly range: Range;
  /** Where the brackets of the list stand. */
  readonly open: Position;
  readonly close: Position;
}

/**
 * The wrapper of a list, by how it ends.
 * @param start where it starts
 * @param open where the bracket of the list stands
 * @param last where the last value ends
 * @param hasCount whether its `"Count"` stands before the list
 * @returns undefined where it does not end as one does
 */
export function wrapperOf(
  source: TextSource,
  { start, open, last, hasCount }: Readonly<Record<'start' | 'open' | 'last', Position>> & { hasCount: boolean },
): ListWrapper | undefined {
  const text = source.getText({ start: last, end: documentEnd });
  const scanner = new ValueScanner('json');
  scanner.load(text, true);
  while (scanner.bracketAt < 0 && scanner.seek()) scanner.read();
  const { bracketAt } = scanner;
  const length = bracketAt < 0 ? undefined : endOfWrapper(text.slice(bracketAt), hasCount);
  if (length === undefined) return undefined;
  const lines = new Lines(text);
  const at = (offset: number) => absolutePosition(lines.positionAt(offset), last);
  return { range: { start, end: at(bracketAt + length) }, open, close: at(bracketAt) };
}
