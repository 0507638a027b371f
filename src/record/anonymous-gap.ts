import { Char, endOfComment, endOfString, isLineEnd, isSpace } from './lexer.ts';

/**
 * What is between the names and values of a record, without comments, each with its line if it has one. What could not be
 * read, because the text is broken or very deep, is replaced by an `x`.
 * @param isStart whether the text starts here
 */
export function withoutComments(gap: string, isStart: boolean): string {
  const kept = new KeptText(isStart);
  for (let at = 0; at < gap.length; ) {
    const end = endOfToken(gap, at);
    if (isComment(gap, at)) {
      const next = skipBlanks(gap, end);
      const endsLine = isLineEnd(gap.charCodeAt(next));
      at = endsLine || kept.endsWithSpace ? next : end;
      if (endsLine && kept.isAtLineStart) at = endOfLineEnd(gap, next);
      if (endsLine) kept.dropBlanks();
    } else {
      kept.add(replacement(gap.slice(at, end)));
      at = end;
    }
  }
  return kept.finish();
}

/** What is kept of a text. It may be long, so what matters of its end is noted. */
class KeptText {
  #text = '';
  /** The spaces and tabs at its end. */
  #blanks = '';
  #isAfterLineEnd = false;

  /** @param isStart whether nothing is before the text */
  constructor(readonly isStart: boolean) {}

  get endsWithSpace(): boolean {
    return this.#blanks !== '' || this.#isAfterLineEnd;
  }

  /** Whether what comes next is the first on its line. */
  get isAtLineStart(): boolean {
    return this.#isAfterLineEnd || (this.isStart && this.#text === '');
  }

  add(token: string): void {
    if (token === ' ' || token === '\t') {
      this.#blanks += token;
      return;
    }
    this.#text += this.#blanks + token;
    this.#blanks = '';
    this.#isAfterLineEnd = isLineEnd(token.charCodeAt(0));
  }

  dropBlanks(): void {
    this.#blanks = '';
  }

  finish(): string {
    return this.#text + this.#blanks;
  }
}

function isComment(gap: string, at: number): boolean {
  return gap.charCodeAt(at) === Char.Slash && endOfComment(gap, at) > at;
}

function endOfToken(gap: string, at: number): number {
  const char = gap.charCodeAt(at);
  if (char === Char.Quote) return endOfString(gap, at);
  if (isComment(gap, at)) return endOfComment(gap, at);
  if (isStructure(char)) return at + 1;
  let end = at + 1;
  while (end < gap.length && !isStructure(gap.charCodeAt(end)) && gap.charCodeAt(end) !== Char.Quote) end++;
  return end;
}

function replacement(token: string): string {
  if (isStructure(token.charCodeAt(0)) || /^(?:true|false|null|-?\d+)$/.test(token)) return token;
  if (!token.startsWith('"')) return 'x';
  return token.length > 1 && token.endsWith('"') ? '"x"' : '"x';
}

function isStructure(char: number): boolean {
  return isSpace(char) || '{}[],:'.includes(String.fromCharCode(char));
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === Char.Space || text.charCodeAt(at) === Char.Tab) at++;
  return at;
}

function endOfLineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}
