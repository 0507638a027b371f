import type { JSONPath, Node } from 'jsonc-parser';
import { Char, endOfComment, endOfString, skipTrivia } from '../../json/lexer.ts';
import type { Span } from '../../json/span.ts';
import { locationAt, parse } from '../../record/parse/parse.ts';
import { completedNames } from './completed-names.ts';
import { completedValues } from './completed-values.ts';
import type { Completion, CompletionSource } from './completion.ts';

/** The names and values that completion offers at an offset. */
export interface Completions {
  /** The string or word at the cursor, which a completion replaces; empty if there is none. */
  readonly span: Span;
  /** In the order in which they are shown, the most likely first. */
  readonly items: readonly Completion[];
}

/** Says how a new record is inserted at an offset where one fits. */
export interface NewItem {
  /** The part that is typed already: the start of a word, up to the offset. */
  readonly typed: number;
  /** The comma to insert after the record. */
  readonly comma: '' | ',';
}

/**
 * Offers names and values, or a record.
 * @param text a list, or the beginning of one. The item at the offset is a record, broken or not, or else missing
 * @returns undefined where nothing fits
 */
export function completionsAt(
  text: string,
  offset: number,
  source: CompletionSource,
): Completions | NewItem | undefined {
  const span = tokenAt(text, offset);
  const before = span && charBefore(text, span.offset);
  if (!span || before === undefined) return undefined;
  const isInString = text.charCodeAt(span.offset) === Char.Quote;
  const { path, isAtPropertyKey } = locationAt(text, isInString ? offset : span.offset);
  if (path.length === 1 && typeof path[0] === 'number') {
    if (isInString || (before !== Char.OpenBracket && before !== Char.Comma)) return undefined;
    const next = text.charCodeAt(skipTrivia(text, offset));
    return { typed: offset - span.offset, comma: next === Char.OpenBrace ? ',' : '' };
  }
  const record = recordIn(text, path);
  if (!record) return undefined;
  const items = itemsAfter(before, isAtPropertyKey, path, record, source);
  if (items.length === 0) return undefined;
  const after = skipTrivia(text, span.offset + span.length);
  // A name that has its value already is replaced alone.
  if (isAtPropertyKey && text[after] === ':')
    return { span, items: items.map(({ opensList: _, ...item }) => ({ ...item, insert: item.filter })) };
  const comma = /["{[\w-]/.test(text.charAt(after)) ? ',' : '';
  return { span, items: items.map((item) => ({ ...item, insert: `${item.insert}${comma}` })) };
}

/** The completions after a character that is neither white space nor in a comment. After a value, a comma comes first. */
function itemsAfter(
  before: number,
  isAtPropertyKey: boolean,
  path: JSONPath,
  record: Node,
  source: CompletionSource,
): readonly Completion[] {
  if (isAtPropertyKey) {
    return before === Char.OpenBrace || before === Char.Comma ? completedNames(path, record, source) : [];
  }
  const isInList = typeof path.at(-1) === 'number';
  const isOpen = isInList ? before === Char.OpenBracket || before === Char.Comma : before === Char.Colon;
  return isOpen ? completedValues(path, record, source) : [];
}

/** The string or word that an offset is in or touches; empty between others. @returns undefined inside a comment */
function tokenAt(text: string, offset: number): Span | undefined {
  for (let at = 0; at < offset; at++) {
    const char = text.charCodeAt(at);
    const isQuote = char === Char.Quote;
    if (!isQuote && char !== Char.Slash) continue;
    const end = isQuote ? endOfString(text, at) : endOfComment(text, at);
    if (isQuote && end >= offset) return { offset: at, length: end - at };
    if (end > offset || (end === offset && isLineComment(text, at))) return undefined;
    at = Math.max(at, end - 1);
  }
  if (text.charCodeAt(offset) === Char.Quote) return { offset, length: endOfString(text, offset) - offset };
  const start = offset - (/[\w$.+-]*$/.exec(text.slice(Math.max(0, offset - longestWord), offset))?.[0].length ?? 0);
  const end = offset + (/^[\w$.+-]*/.exec(text.slice(offset, offset + longestWord))?.[0].length ?? 0);
  return { offset: start, length: end - start };
}

/** No word of JSON is longer. */
const longestWord = 100;

function isLineComment(text: string, slash: number): boolean {
  return text.charCodeAt(slash) === Char.Slash && text.charCodeAt(slash + 1) === Char.Slash;
}

/** The last character before an offset that is neither white space nor in a comment; undefined if there is none. */
function charBefore(text: string, offset: number): number | undefined {
  let last: number | undefined;
  for (let at = skipTrivia(text, 0); at < offset; ) {
    last = text.charCodeAt(at);
    at = skipTrivia(text, last === Char.Quote ? endOfString(text, at) : at + 1);
  }
  return last;
}

function recordIn(text: string, [index]: JSONPath): Node | undefined {
  return typeof index === 'number' ? parse(text)?.children?.[index] : undefined;
}
