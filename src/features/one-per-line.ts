import type { RecordIndex } from '../index/record-index.ts';
import { RecordCursor, rangeIn, refsFrom } from '../index/records.ts';
import { Char, endOfComment, endOfString, skipTrivia } from '../json/lexer.ts';
import { absolutePosition, type Position, positionIn } from '../json/position.ts';

/** From how many records on one line VS Code takes long to draw and to edit it. */
const tooMany = 300;

/** Whether a line of a JSON document has so many records that VS Code gets slow. Only some of the records are looked at. */
export function hasLongLine(index: RecordIndex): boolean {
  const { count } = index;
  if (index.format === 'lines') return false;
  for (let at = 0; at + tooMany <= count; at += tooMany / 2)
    if (index.startOf(at).line === index.startOf(at + tooMany - 1).line) return true;
  for (let at = 0; at < Math.min(count, tooMany); at++) {
    const inside = index.recordsInside(at) ?? [];
    for (let first = 0; first + tooMany <= inside.length; first += tooMany / 2)
      if (inside[first]?.range.start.line === inside[first + tooMany - 1]?.range.start.line) return true;
  }
  return false;
}

/**
 * Where line breaks put each record on a line of its own: between two records, before the first and after the last, but
 * nowhere inside of a record. There is one already where the text between two records has a line break.
 * @param index of a JSON document without syntax errors: white space between tokens changes nothing there
 */
export function breaksBetweenRecords(index: RecordIndex): Position[] {
  const { source } = index;
  const breaks: Position[] = [];
  let end: Position = { line: 0, character: 0 };
  const addIn = (gap: string, at: number | undefined): void => {
    if (at !== undefined && !/[\r\n]/.test(gap)) breaks.push(absolutePosition(positionIn(gap, at), end));
  };
  for (const ref of refsFrom(new RecordCursor(index))) {
    const range = rangeIn(index, ref);
    if (!range) continue;
    const gap = source.getText({ start: end, end: range.start });
    addIn(gap, afterLastMark(gap));
    end = range.end;
  }
  const rest = source.getText({ start: end, end: { line: end.line, character: Number.MAX_SAFE_INTEGER } });
  if (breaks.length > 0 && skipTrivia(rest, 0) < rest.length) addIn(rest, 0);
  return breaks;
}

/** The offset after the last opening bracket or comma outside of strings and comments, if there is one. */
function afterLastMark(gap: string): number | undefined {
  let offset: number | undefined;
  for (let at = 0; at < gap.length; at++) {
    const char = gap.charCodeAt(at);
    if (char === Char.Quote) at = endOfString(gap, at) - 1;
    else if (char === Char.Slash) at = Math.max(endOfComment(gap, at) - 1, at);
    else if (char === Char.Comma || char === Char.OpenBracket || char === Char.OpenBrace) offset = at + 1;
  }
  return offset;
}
