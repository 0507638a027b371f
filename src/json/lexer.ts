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
  LessThan: 0x3c,
  Equals: 0x3d,
  OpenBracket: 0x5b,
  Backslash: 0x5c,
  CloseBracket: 0x5d,
  SmallF: 0x66,
  SmallN: 0x6e,
  SmallT: 0x74,
  OpenBrace: 0x7b,
  Pipe: 0x7c,
  CloseBrace: 0x7d,
} as const;

/**
 * Where the string that starts at `quote` ends: after its closing quote or, if it has none, at the end of its line, which
 * a JSON string cannot cross. So an unclosed string costs its line and no more.
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

/** The characters that the marks of a merge conflict are made of: seven of them, at the start of a line. */
export function isConflictChar(char: number): boolean {
  return char === Char.LessThan || char === Char.Equals || char === Char.Pipe;
}

const conflictMark = /(?<=^|[\r\n])(?:<{7}(?= |[\r\n]|$).*|(?:\|{7}|={7})(?= |[\r\n]|$))/y;
const conflictEnd = /[\r\n]>{7}(?: .*)?(?=[\r\n]|$)/g;
/** A text in which no conflict ends from an offset on: it may have many marks, and is searched once. */
let unended = { text: '', from: 0 };

/**
 * The end of the lines that a merge conflict adds to its first side: the line that opens it, or the other sides with
 * their marks. So one side is read, and the sides are not compared.
 * @returns `at` itself if no such lines start there; -1 if other sides start there and do not end
 */
export function endOfConflict(text: string, at: number): number {
  conflictMark.lastIndex = at;
  if (!conflictMark.test(text)) return at;
  if (text.charCodeAt(at) === Char.LessThan) return conflictMark.lastIndex;
  if (unended.text === text && unended.from <= at) return -1;
  conflictEnd.lastIndex = at;
  if (conflictEnd.test(text)) return conflictEnd.lastIndex;
  unended = { text, from: at };
  return -1;
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

/** The first offset from `at` on that is neither white space nor in a comment or the other side of a merge conflict. */
export function skipTrivia(text: string, at: number): number {
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === Char.Slash) {
      const end = endOfComment(text, at);
      if (end === at) return at;
      at = end;
    } else if (isSpace(char)) at++;
    else {
      const end = isConflictChar(char) ? endOfConflict(text, at) : at;
      if (end <= at) return at;
      at = end;
    }
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
