/** Character codes that JSON's structure is made of. */
export const Char = {
  Tab: 0x09,
  LineFeed: 0x0a,
  CarriageReturn: 0x0d,
  Space: 0x20,
  Quote: 0x22,
  Asterisk: 0x2a,
  Comma: 0x2c,
  Slash: 0x2f,
  Colon: 0x3a,
  OpenBracket: 0x5b,
  Backslash: 0x5c,
  CloseBracket: 0x5d,
  OpenBrace: 0x7b,
  CloseBrace: 0x7d,
} as const;

/**
 * Where the string that starts at `quote` ends: behind its closing quote or, if it has none, at the end of the line, which
 * no JSON string crosses. So an unclosed string costs its line and no more.
 */
export function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === Char.Quote) return at + 1;
    if (char === Char.LineFeed || char === Char.CarriageReturn) return at;
    if (char === Char.Backslash && !isLineEnd(text.charCodeAt(at + 1))) at++;
  }
  return text.length;
}

/** Where the comment that starts at `slash` ends (a line comment before its line end); `slash` itself if none does. */
export function endOfComment(text: string, slash: number): number {
  const kind = text.charCodeAt(slash + 1);
  if (kind === Char.Slash) {
    let at = slash + 2;
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    return at;
  }
  if (kind !== Char.Asterisk) return slash;
  // Not with indexOf: where V8 compiles it into a loop over comments, it calls it for line comments too, and searches the
  // rest of the text for each.
  for (let at = slash + 3; at < text.length; at++) {
    if (text.charCodeAt(at) === Char.Slash && text.charCodeAt(at - 1) === Char.Asterisk) return at + 1;
  }
  return text.length;
}

/** The comments in a text, outside of strings. */
export function* commentsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === Char.Quote) at = endOfString(text, at) - 1;
    if (char !== Char.Slash) continue;
    const end = endOfComment(text, at);
    if (end === at) continue;
    yield text.slice(at, end);
    at = end - 1;
  }
}

export function isLineEnd(char: number): boolean {
  return char === Char.LineFeed || char === Char.CarriageReturn;
}

export function isBlank(char: number): boolean {
  return char === Char.Space || char === Char.Tab;
}

export function isSpace(char: number): boolean {
  return char <= Char.Space && (char === Char.Space || char === Char.Tab || isLineEnd(char));
}

/** The first place from `at` on that is neither white space nor inside a comment. */
export function skipTrivia(text: string, at: number): number {
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === Char.Slash) {
      const end = endOfComment(text, at);
      if (end === at) return at;
      at = end;
    } else if (isSpace(char)) at++;
    else return at;
  }
  return at;
}

const delimiters = /[\s,:[\]{}"/]/g;

/** Where the word that starts at `start` ends: before white space, a bracket, a quote or another delimiter. */
export function endOfWord(text: string, start: number): number {
  delimiters.lastIndex = start;
  return delimiters.exec(text)?.index ?? text.length;
}

const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/;

/** Whether a word is true, false, null or a number. */
export function isScalar(word: string): boolean {
  return scalar.test(word);
}
