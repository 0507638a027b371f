import { Char, endOfComment, endOfString, endOfWord, isLineEnd, isScalar, isSpace } from '../json/lexer.ts';
import type { Span } from '../json/span.ts';
import { unseen } from '../model/spelling.ts';
import type { SyntaxProblem, Wanted } from '../record/rules/whole-file/syntax.ts';
import type { Item } from './layout.ts';
import { kindAroundJson, lookahead } from './surroundings.ts';

export type Problem = Span & SyntaxProblem;

/** How to read a text. */
interface Reading {
  /** Whether comments and trailing commas are allowed. */
  readonly withComments?: boolean;
  /** Values of the text, in its order. The sound ones need not be read. */
  readonly items?: readonly Pick<Item, 'offset' | 'length' | 'isSound'>[];
}

/**
 * The first problem in a JSON text, as strict as RFC 8259: there is one if and only if `JSON.parse` throws.
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function firstProblem(text: string, reading: Reading = {}): Problem | undefined {
  return new SyntaxReader(text, reading).firstProblem();
}

/** Reads a text token by token. Open brackets are kept in a list, so deep nesting does not overflow the call stack. */
class SyntaxReader {
  #at = 0;
  #wanted: Wanted = 'value';
  /** For each open bracket, whether it is a brace. */
  readonly #open: boolean[] = [];
  readonly #withComments: boolean;
  readonly #items: NonNullable<Reading['items']>;
  /** The first of the items that may still be ahead. */
  #nextItem = 0;

  constructor(
    readonly text: string,
    { withComments = false, items = [] }: Reading,
  ) {
    this.#withComments = withComments;
    this.#items = items;
  }

  firstProblem(): Problem | undefined {
    for (;;) {
      const broken = this.#skipTrivia();
      if (broken) return broken;
      if (this.#at >= this.text.length) break;
      const problem = this.#token();
      if (problem) return problem;
    }
    if (this.#wanted === 'end') return undefined;
    const { length } = this.text;
    return { offset: length, length: 0, problem: 'unfinished', wanted: this.#wanted };
  }

  #skipTrivia(): Problem | undefined {
    for (; this.#at < this.text.length; this.#at++) {
      const char = this.text.charCodeAt(this.#at);
      if (isSpace(char)) continue;
      if (char !== Char.Slash || !this.#withComments) return undefined;
      const end = endOfComment(this.text, this.#at);
      if (end === this.#at) return undefined;
      const comment = this.text.slice(this.#at, end);
      if (comment.startsWith('/*') && !(comment.length >= 4 && comment.endsWith('*/'))) {
        return { offset: this.#at, length: comment.length, problem: 'unclosed comment' };
      }
      this.#at = end - 1;
    }
    return undefined;
  }

  /** Takes one token. @returns its problem, if it has one */
  #token(): Problem | undefined {
    const start = this.#at;
    switch (this.text.charCodeAt(start)) {
      case Char.OpenBrace:
        return this.#openBracket(true);
      case Char.OpenBracket:
        return this.#openBracket(false);
      case Char.CloseBrace:
        return this.#closeBracket(true);
      case Char.CloseBracket:
        return this.#closeBracket(false);
      case Char.Comma:
        if (this.#wanted === 'comma or }') return this.#take(start + 1, this.#withComments ? 'name or }' : 'name');
        if (this.#wanted === 'comma or ]') return this.#take(start + 1, this.#withComments ? 'value or ]' : 'value');
        return this.#unexpected(start + 1);
      case Char.Colon:
        return this.#wanted === 'colon' ? this.#take(start + 1, 'value') : this.#unexpected(start + 1);
      case Char.Quote:
        return this.#string();
      default: {
        const end = Math.max(endOfWord(this.text, start), start + 1);
        const isValue = this.#wantsValue() && isScalar(this.text.slice(start, end));
        return isValue ? this.#take(end, this.#afterValue()) : this.#unexpected(end);
      }
    }
  }

  #string(): Problem | undefined {
    const start = this.#at;
    const end = endOfString(this.text, start);
    const isName = this.#wanted === 'name' || this.#wanted === 'name or }';
    if (!isName && !this.#wantsValue()) return this.#unexpected(end);
    const problem = stringProblem(this.text, start, end);
    return problem
      ? { offset: start, length: end - start, problem }
      : this.#take(end, isName ? 'colon' : this.#afterValue());
  }

  #openBracket(isBrace: boolean): Problem | undefined {
    if (!this.#wantsValue()) return this.#unexpected(this.#at + 1);
    const sound = this.#soundItem();
    if (sound) return this.#take(sound.offset + sound.length, this.#afterValue());
    this.#open.push(isBrace);
    return this.#take(this.#at + 1, isBrace ? 'name or }' : 'value or ]');
  }

  /** The sound item that starts here, if there is one. */
  #soundItem(): NonNullable<Reading['items']>[number] | undefined {
    while ((this.#items[this.#nextItem]?.offset ?? this.#at) < this.#at) this.#nextItem++;
    const item = this.#items[this.#nextItem];
    return item?.isSound && item.offset === this.#at ? item : undefined;
  }

  #closeBracket(isBrace: boolean): Problem | undefined {
    const closes = isBrace ? ['name or }', 'comma or }'] : ['value or ]', 'comma or ]'];
    if (!closes.includes(this.#wanted)) return this.#unexpected(this.#at + 1);
    this.#open.pop();
    return this.#take(this.#at + 1, this.#afterValue());
  }

  #wantsValue(): boolean {
    return this.#wanted === 'value' || this.#wanted === 'value or ]';
  }

  #afterValue(): Wanted {
    const isBrace = this.#open.at(-1);
    return isBrace === undefined ? 'end' : isBrace ? 'comma or }' : 'comma or ]';
  }

  #take(end: number, wanted: Wanted): undefined {
    this.#at = end;
    this.#wanted = wanted;
  }

  #unexpected(end: number): Problem {
    const span = { offset: this.#at, length: end - this.#at };
    const wanted = this.#wanted;
    const token = this.text.slice(this.#at, end);
    if (conflictMark.test(token) && isLineStart(this.text, this.#at)) return { ...span, problem: 'merge conflict' };
    if (terminalCode.test(token))
      return { ...span, problem: 'text before', kind: kindAroundJson(this.text.slice(this.#at, this.#at + lookahead)) };
    const unseenAt = token.search(unseenCharacter);
    if (unseenAt >= 0)
      return { ...span, problem: 'unseen character', character: nameOfCharacter(token, unseenAt), wanted };
    if (otherQuote.test(token)) return { ...span, problem: 'wrong quote', character: nameOfCharacter(token, 0) };
    if (wanted !== 'end') return { ...span, problem: 'unexpected', wanted };
    if (token !== '{' && token !== '[')
      return { ...span, problem: 'text after', kind: kindAroundJson(this.text.slice(this.#at, this.#at + lookahead)) };
    return { ...span, problem: isRecordPerLine(this.text, this.#at) ? 'record per line' : 'several values' };
  }
}

const terminalCode = /^[^\P{Cc}\s]/u;
/** A mark that is left of a merge conflict. */
const conflictMark = /^(?:<{7}|\|{7}|={7}|>{7})$/;

function isLineStart(text: string, at: number): boolean {
  return at === 0 || isLineEnd(text.charCodeAt(at - 1));
}

const unseenCharacter = new RegExp(`[${unseen}]`);
/** Quotes of typography, and the apostrophe. */
const otherQuote = /^['`\u00ab\u00b4\u00bb\u2018-\u201f\u2032\u2033\uff02\uff07]/;

/** The name of a character as Unicode writes it: `U+00A0`. */
function nameOfCharacter(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether an object starts its line, and the object before it is on one line too. */
function isRecordPerLine(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  const isOnItsLine = text.slice(before.length, at).includes('\n');
  return isOnItsLine && text.charAt(at) === '{' && text.charAt(lineStartOf(before)) === '{';
}

function lineStartOf(text: string): number {
  return text.lastIndexOf('\n') + 1;
}

type StringProblem = 'unclosed string' | 'control character' | 'wrong escape';

/** The problem of a string that starts at `start` and ends at `end`, its quotes included. */
function stringProblem(text: string, start: number, end: number): StringProblem | undefined {
  let at = start + 1;
  for (; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === Char.Quote) return undefined;
    if (char < Char.Space) return 'control character';
    if (char !== Char.Backslash) continue;
    at++;
    const letter = text.charAt(at);
    if (
      letter === 'u' ? !/^[\da-f]{4}$/i.test(text.slice(at + 1, Math.min(at + 5, end))) : !'"\\/bfnrt'.includes(letter)
    ) {
      return at < end ? 'wrong escape' : 'unclosed string';
    }
  }
  return 'unclosed string';
}
