import type { Finding } from '../record/finding.ts';
import { Char, endOfComment, endOfString, isLineEnd, isSpace } from '../record/lexer.ts';
import type { SyntaxProblem, Wanted } from '../record/rules/syntax.ts';
import type { Span } from '../record/span.ts';
import { type Item, linesOf } from './layout.ts';
import { endOfWord, type Format } from './value-scanner.ts';

/**
 * Reports the first syntax error of a text, or of each line of JSON Lines. It is as strict as RFC 8259: there is a
 * finding if and only if `JSON.parse` throws. `jsonc` also allows comments and trailing commas, JSON Lines blank lines.
 * @param items of the text; clean ones are not read again, because a clean record has no syntax errors
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function syntaxFindings(text: string, format: Format, items: readonly Item[]): Finding[] {
  const ends = new Map<number, number>();
  for (const { offset, length, clean } of items) if (clean) ends.set(offset, offset + length);
  if (format !== 'lines') return new Syntax(text, format === 'jsonc', ends).findings();
  const findings: Finding[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = new Syntax(text.slice(0, end), false, ends, start);
    if (!line.isBlank()) findings.push(...line.findings());
  }
  return findings;
}

type Problem = Span & SyntaxProblem;

const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

/** Reads a text token by token. Open brackets are kept in a list, so deep nesting does not overflow the call stack. */
class Syntax {
  #at: number;
  #wanted: Wanted = 'value';
  /** For each open bracket, whether it is a brace. */
  readonly #open: boolean[] = [];

  constructor(
    readonly text: string,
    readonly withComments: boolean,
    /** Where the values end that need not be read, by where they start. */
    readonly ends: ReadonlyMap<number, number>,
    start = 0,
  ) {
    this.#at = start;
  }

  isBlank(): boolean {
    for (let at = this.#at; at < this.text.length; at++) if (!isSpace(this.text.charCodeAt(at))) return false;
    return true;
  }

  findings(): Finding[] {
    const found = this.#firstProblem();
    if (!found) return [];
    return [{ rule: 'syntax', ...found }];
  }

  #firstProblem(): Problem | undefined {
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
      if (char !== Char.Slash || !this.withComments) return undefined;
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

  /** Takes one token. @returns what is wrong with it, if anything */
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
        if (this.#wanted === 'comma or }') return this.#take(start + 1, this.withComments ? 'name or }' : 'name');
        if (this.#wanted === 'comma or ]') return this.#take(start + 1, this.withComments ? 'value or ]' : 'value');
        return this.#unexpected(start + 1);
      case Char.Colon:
        return this.#wanted === 'colon' ? this.#take(start + 1, 'value') : this.#unexpected(start + 1);
      case Char.Quote:
        return this.#string();
      default: {
        const end = Math.max(endOfWord(this.text, start), start + 1);
        const isScalar = this.#wantsValue() && scalar.test(this.text.slice(start, end));
        return isScalar ? this.#take(end, this.#afterValue()) : this.#unexpected(end);
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
    const end = this.ends.get(this.#at);
    if (end !== undefined) return this.#take(end, this.#afterValue());
    this.#open.push(isBrace);
    return this.#take(this.#at + 1, isBrace ? 'name or }' : 'value or ]');
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
    return { offset: this.#at, length: end - this.#at, problem: 'unexpected', wanted: this.#wanted };
  }
}

type StringProblem = 'unclosed string' | 'control character' | 'wrong escape';

/** What is wrong within a string that starts at `start` and ends at `end`, its quotes included. */
function stringProblem(text: string, start: number, end: number): StringProblem | undefined {
  let at = start + 1;
  for (; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char === Char.Quote) return undefined;
    if (char < Char.Space) return 'control character';
    if (char !== Char.Backslash) continue;
    at++;
    const letter = text[at] ?? '';
    if (
      letter === 'u' ? !/^[\da-f]{4}$/i.test(text.slice(at + 1, Math.min(at + 5, end))) : !'"\\/bfnrt'.includes(letter)
    ) {
      return isLineEnd(text.charCodeAt(at)) || at >= end ? 'unclosed string' : 'wrong escape';
    }
  }
  return 'unclosed string';
}
