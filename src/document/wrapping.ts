import { placedAt } from './entry.ts';
import { endOfWrapping } from './opening.ts';
import { Pieces } from './pieces.ts';
import { Lines } from './positions.ts';
import { beyond, type Position, type Range, type TextSource } from './text-source.ts';

/** Windows PowerShell's `{ "value": [...], "Count": n }` around a list. */
export interface Wrapping {
  readonly range: Range;
  /** Where the brackets of the list stand. */
  readonly open: Position;
  readonly close: Position;
}

/**
 * The wrapping of a list, by how it ends.
 * @param start where it starts
 * @param open where the bracket of the list stands
 * @param last where the last value ends
 * @param hasCount whether its `"Count"` stands before the list
 * @returns undefined where it does not end as one does
 */
export function wrappingOf(
  source: TextSource,
  { start, open, last, hasCount }: Readonly<Record<'start' | 'open' | 'last', Position>> & { hasCount: boolean },
): Wrapping | undefined {
  const text = source.getText({ start: last, end: beyond });
  const pieces = new Pieces('json');
  pieces.load(text, true);
  while (pieces.bracketAt < 0 && pieces.seek()) pieces.read();
  const { bracketAt } = pieces;
  const length = bracketAt < 0 ? undefined : endOfWrapping(text.slice(bracketAt), hasCount);
  if (length === undefined) return undefined;
  const lines = new Lines(text);
  const at = (offset: number) => {
    const { line, column } = lines.positionAt(offset);
    return placedAt({ line: line - 1, character: column - 1 }, last);
  };
  return { range: { start, end: at(bracketAt + length) }, open, close: at(bracketAt) };
}
