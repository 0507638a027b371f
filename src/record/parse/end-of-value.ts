import { Char, endOfConflict, endOfString, endOfWord, isConflictChar, skipTrivia } from '../../json/lexer.ts';
import { typeOfWord, type ValueType } from '../../json/node.ts';
import { isCutOff, isQuoteLost, isRecordList, isRecordStart, stretchFrom } from './lost-quotes.ts';

/** The next token that an open object expects; in a list any may come. `Text` is for a list that has strings. */
const Wants = { Key: 0, Colon: 1, Value: 2, Comma: 3, Item: 4, Text: 5 } as const;
type Wants = (typeof Wants)[keyof typeof Wants];

/**
 * Where the object at `start` ends, even if it is broken:
 * - A string without a closing quote ends with its line. On such a line, only the next record is certain.
 * - `}` closes the innermost object and every list in it that is still open.
 * - `{` where no value is expected starts the next record, and `]` that closes nothing in the object ends the list
 *   around it: the object is not closed and ends before them.
 * @param isWhole whether nothing follows the text; if something may, an object that seems to end with it may go on
 */
export function endOfObject(text: string, start: number, isWhole: boolean): number {
  return endOfValue(text, start, Wants.Key, isWhole, 0);
}

/** Where the list at `start` ends, even if the objects in it are broken. */
export function endOfArray(text: string, start: number, isWhole: boolean, level = 0): number {
  return recordListAt(text, start, isWhole, level)?.end ?? endOfValue(text, start, Wants.Item, isWhole, level);
}

/** Where the value of a property ends that starts at `start`. It may have any type. */
export function endOfNamed(text: string, start: number, isWhole: boolean): number {
  switch (text.charCodeAt(start)) {
    case Char.OpenBrace:
      return endOfObject(text, start, isWhole);
    case Char.OpenBracket:
      return endOfArray(text, start, isWhole);
    case Char.Quote:
      return endOfString(text, start);
    default:
      return endOfWord(text, start);
  }
}

/** A list of records, whose items are divided each by itself. */
export interface RecordList {
  /** The spans of the items, of any type. */
  readonly items: readonly { readonly offset: number; readonly length: number }[];
  /** Where the list ends, its bracket included if it has one. */
  readonly end: number;
}

/** How deep lists of records are divided within each other. */
const maxLevel = 8;

/**
 * Divides the list at a bracket into its items, even if some of them are broken.
 * @param level how many such lists it is in
 * @returns undefined if it has no records, or is too deep
 */
export function recordListAt(text: string, bracket: number, isWhole: boolean, level = 0): RecordList | undefined {
  const first = skipTrivia(text, bracket + 1);
  const hasRecords = level < maxLevel && isRecordList(text, bracket, isWhole);
  if (hasRecords === undefined) return { items: [], end: text.length };
  if (!hasRecords) return undefined;
  const items: { offset: number; length: number }[] = [];
  for (let at = first; at < text.length; at = skipTrivia(text, at)) {
    const char = text.charCodeAt(at);
    if (char === Char.CloseBracket) return { items, end: at + 1 };
    // A bracket too many belongs to the object around the list, unless another record follows.
    if (char === Char.CloseBrace) {
      const next = skipTrivia(text, skipComma(text, at + 1));
      if (!isWhole && isCutOff(text, next)) break;
      if (!isRecordStart(text, next)) return { items, end: at };
    }
    const { type, end } =
      char === Char.Comma ? { type: undefined, end: at + 1 } : pieceAt(text, at, isWhole, level + 1);
    if (type) items.push({ offset: at, length: end - at });
    at = end;
  }
  return { items, end: text.length };
}

function skipComma(text: string, at: number): number {
  const next = skipTrivia(text, at);
  return text.charCodeAt(next) === Char.Comma ? next + 1 : next;
}

function endOfValue(text: string, start: number, first: Wants, isWhole: boolean, level: number): number {
  const open: Wants[] = [first];
  let nameAt = start;
  for (let at = skipTrivia(text, start + 1); at < text.length; at = skipTrivia(text, at)) {
    const wants = open[open.length - 1] as Wants;
    const char = text.charCodeAt(at);
    switch (char) {
      case Char.Quote: {
        const end = endOfString(text, at);
        if (isQuoteLost(text, at, end)) {
          const stretch = stretchFrom(text, at, open.length, isWhole);
          if (stretch.isRecordNext || (stretch.end >= text.length && !isWhole)) return stretch.end;
          for (const closing of stretch.closing) {
            if (closeBracket(open, text.charCodeAt(closing)) && open.length === 0) return closing + 1;
          }
          if (!isOfList(open[open.length - 1])) open[open.length - 1] = wantedAfter(text.slice(at, stretch.end));
          at = stretch.opening ?? stretch.end;
          if (stretch.opening !== undefined && !isOfList(open[open.length - 1])) open[open.length - 1] = Wants.Value;
          continue;
        }
        if (wants === Wants.Key) nameAt = at;
        at = end;
        if (wants === Wants.Key) open[open.length - 1] = Wants.Colon;
        else open[open.length - 1] = isOfList(wants) ? Wants.Text : Wants.Comma;
        continue;
      }
      case Char.Colon:
        // Where a bracket is missing, a name looks like a value.
        if (wants === Wants.Colon || wants === Wants.Comma) open[open.length - 1] = Wants.Value;
        break;
      case Char.Comma:
        if (!isOfList(wants)) open[open.length - 1] = Wants.Key;
        break;
      case Char.OpenBrace:
        if (!isWhole && wants !== Wants.Value && wants !== Wants.Item && isCutOff(text, at)) return text.length;
        if ((wants === Wants.Key || wants === Wants.Comma) && startsObject(text, at)) return at;
        if ((wants === Wants.Colon || wants === Wants.Text) && isRecordStart(text, at)) return at;
        if (!isOfList(wants)) open[open.length - 1] = Wants.Comma;
        open.push(Wants.Key);
        break;
      case Char.OpenBracket: {
        if (!isOfList(wants)) open[open.length - 1] = Wants.Comma;
        const list = recordListAt(text, at, isWhole, level);
        if (list) {
          at = list.end;
          continue;
        }
        open.push(Wants.Item);
        break;
      }
      case Char.CloseBrace:
      case Char.CloseBracket: {
        // The bracket that opens the list is missing.
        if (char === Char.CloseBracket && !open.some(isOfList) && isListWithoutStart(text, nameAt, at)) {
          open[open.length - 1] = Wants.Comma;
          break;
        }
        const isOfValue = closeBracket(open, char);
        if (open.length === 0) return isOfValue || isOfList(first) ? at + 1 : at;
        break;
      }
      case Char.Slash:
        break;
      default:
        if (!isWhole && isConflictChar(char) && endOfConflict(text, at) < 0) return text.length;
        if (wants === Wants.Value) open[open.length - 1] = Wants.Comma;
    }
    at++;
  }
  return text.length;
}

/** @returns whether the bracket closes something that is open */
function closeBracket(open: Wants[], char: number): boolean {
  if (char === Char.CloseBrace) {
    while (isOfList(open.pop()));
    return true;
  }
  const list = open.findLastIndex(isOfList);
  open.length = Math.max(list, 0);
  return list >= 0;
}

/** The next token that an object expects, as far as the end of an unreadable text tells. */
function wantedAfter(unreadable: string): Wants {
  const text = unreadable.trimEnd();
  if (text.endsWith(':')) return Wants.Value;
  return text.endsWith(',') ? Wants.Key : Wants.Comma;
}

/** Whether a bracket starts an object, as far as the next token tells; one in a text such as `{0}` does not. */
function startsObject(text: string, at: number): boolean {
  const next = skipTrivia(text, at + 1);
  return next >= text.length || '"}'.includes(text.charAt(next));
}

/**
 * Whether the bracket at the start of a list is missing: its strings look like a value and names then.
 * @param nameAt where the last name starts, or the last of those strings
 * @param end of the list
 */
export function isListWithoutStart(text: string, nameAt: number, end: number): boolean {
  const before = text.slice(nameAt, end).trimEnd();
  if (!before.endsWith('"')) return false;
  return endOfString(before, 0) === before.length || /^"(?:include_?types|included_?names)"/i.test(before);
}

function isOfList(wants: Wants | undefined): boolean {
  return wants === Wants.Item || wants === Wants.Text;
}

/** A value, or a token where one may be. */
export interface Piece {
  /** Undefined if it is not a value, but the name of a property or a word such as `nul`. */
  readonly type: ValueType | undefined;
  readonly end: number;
}

/**
 * Reads what starts at an offset.
 * @param isWhole whether nothing follows the text; if something may, a string could be the name of a property
 */
export function pieceAt(text: string, start: number, isWhole: boolean, level = 0): Piece {
  switch (text.charCodeAt(start)) {
    case Char.OpenBrace:
      return { type: 'object', end: endOfValue(text, start, Wants.Key, isWhole, level) };
    case Char.OpenBracket:
      return { type: 'array', end: endOfArray(text, start, isWhole, level) };
    case Char.Quote:
      return stringOrProperty(text, start, isWhole);
    default: {
      const end = endOfWord(text, start);
      return end === start ? { type: undefined, end: end + 1 } : { type: typeOfWord(text.slice(start, end)), end };
    }
  }
}

/** Neither the name nor the value of a property outside an object can be a record. */
function stringOrProperty(text: string, start: number, isWhole: boolean): Piece {
  const end = endOfString(text, start);
  const next = skipTrivia(text, end);
  if (text.charCodeAt(next) === Char.Colon)
    return { type: undefined, end: endOfNamed(text, skipTrivia(text, next + 1), isWhole) };
  return { type: 'string', end: next >= text.length && !isWhole ? next : end };
}
