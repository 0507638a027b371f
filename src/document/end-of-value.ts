import { Char, endOfComment, endOfString, isSpace } from '../record/lexer.ts';
import { endOfWord } from './words.ts';

/** What comes next in an object that is open; in a list anything may. */
const Wants = { Key: 0, Colon: 1, Value: 2, Comma: 3, Item: 4 } as const;
type Wants = (typeof Wants)[keyof typeof Wants];

/**
 * Where the object at `start` ends, even if it is broken:
 * - A string without a closing quote ends with its line.
 * - `}` closes the innermost object and every list in it that is still open.
 * - `{` where no value is expected starts the next record, and `]` that closes nothing in the object ends the list
 *   around it: the object is not closed and ends before them.
 */
export function endOfObject(text: string, start: number): number {
  return endOfValue(text, start, Wants.Key);
}

/** Where the list at `start` ends, even if the objects in it are broken. */
export function endOfArray(text: string, start: number): number {
  return endOfValue(text, start, Wants.Item);
}

/** Where the value of a property ends that starts at `start`, whatever it is. */
export function endOfNamed(text: string, start: number): number {
  switch (text.charCodeAt(start)) {
    case Char.OpenBrace:
      return endOfObject(text, start);
    case Char.OpenBracket:
      return endOfArray(text, start);
    case Char.Quote:
      return endOfString(text, start);
    default:
      return endOfWord(text, start);
  }
}

function endOfValue(text: string, start: number, first: Wants): number {
  const open: Wants[] = [first];
  let at = start + 1;
  while (at < text.length) {
    const wants = open[open.length - 1];
    const char = text.charCodeAt(at);
    switch (char) {
      case Char.Quote:
        at = endOfString(text, at);
        if (wants === Wants.Key) open[open.length - 1] = Wants.Colon;
        else if (wants !== Wants.Item) open[open.length - 1] = Wants.Comma;
        continue;
      case Char.Colon:
        if (wants === Wants.Colon) open[open.length - 1] = Wants.Value;
        break;
      case Char.Comma:
        if (wants !== Wants.Item) open[open.length - 1] = Wants.Key;
        break;
      case Char.OpenBrace:
        if (wants === Wants.Key || wants === Wants.Comma) return at;
        if (wants !== Wants.Item) open[open.length - 1] = Wants.Comma;
        open.push(Wants.Key);
        break;
      case Char.OpenBracket:
        if (wants !== Wants.Item) open[open.length - 1] = Wants.Comma;
        open.push(Wants.Item);
        break;
      case Char.CloseBrace:
        while (open.pop() === Wants.Item);
        if (open.length === 0) return at + 1;
        break;
      case Char.CloseBracket:
        open.length = Math.max(open.lastIndexOf(Wants.Item), 0);
        if (open.length === 0) return first === Wants.Item ? at + 1 : at;
        break;
      case Char.Slash:
        at = Math.max(at + 1, endOfComment(text, at));
        continue;
      default:
        if (wants === Wants.Value && !isSpace(char)) open[open.length - 1] = Wants.Comma;
    }
    at++;
  }
  return text.length;
}
