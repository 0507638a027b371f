/*
 * Globs with the meaning that VS Code's JSON service gives them (`createRegex` in vscode-json-languageservice), but
 * without a regular expression: some globs make one that backtracks for minutes.
 *
 * The glob is read once, from left to right, while a set holds every offset in the text at which a match of the part
 * read so far can end. Each token of the glob moves that set in one pass over the text, so the time is at most
 * proportional to the length of the glob times the length of the text.
 */

/** A set of offsets in the text: 1 at each of its members, 0 elsewhere. */
type Offsets = Uint8Array;

/**
 * Whether a glob matches a whole text. `*` matches within a path segment, `**` across segments, `?` any character,
 * `[a-z]` a set of characters, and `{a,b}` alternatives. A backslash escapes brackets, backslashes, and whatever a set
 * contains; elsewhere it matches nothing.
 * @throws {SyntaxError} if a bracket or brace is unmatched, a range is out of order, or a set contains `*`
 * @throws {RangeError} if braces are nested too deeply
 */
export function matchesGlob(glob: string, text: string): boolean {
  return new GlobMatcher(glob, text).matches();
}

class GlobMatcher {
  readonly #tokens: readonly string[];
  readonly #text: string;
  #next = 0;
  /** Whether a comma separates alternatives. As in the service, the last brace decides, even one in a set. */
  #isInBraces = false;

  constructor(glob: string, text: string) {
    this.#tokens = tokensOf(glob);
    this.#text = text;
  }

  /**
   * A brace in a set makes later commas separate alternatives even outside braces. As in a regular expression, only the
   * first of them is then tied to the start of the text, and only the last to its end.
   */
  matches(): boolean {
    let isMatch = false;
    let from = new Uint8Array(this.#text.length + 1);
    from[0] = 1;
    for (;;) {
      const to = this.#matchAlternative(from);
      const token = this.#tokens[this.#next++];
      if (token === '}') throw new SyntaxError('Unmatched }');
      if (token === undefined) return isMatch || to.at(-1) === 1;
      isMatch ||= to.includes(1);
      from = new Uint8Array(from.length).fill(1);
    }
  }

  /** Reads up to the end of the glob, a closing brace, or a comma that separates alternatives. */
  #matchAlternative(from: Offsets): Offsets {
    let to = from;
    for (;;) {
      const token = this.#tokens[this.#next];
      if (token === undefined || token === '}' || (token === ',' && this.#isInBraces)) return to;
      this.#next++;
      to = this.#matchToken(token, to);
    }
  }

  #matchToken(token: string, from: Offsets): Offsets {
    if (token === '{') return this.#matchBraces(from);
    if (token === '**') return this.#matchSegments(from);
    if (token === '*') return this.#matchWithinSegment(from);
    if (token === '?') return this.#matchCharacter(from, (char) => /./.test(char));
    if (token === '\\') return this.#matchCharacter(from, () => false);
    if (token.startsWith('[')) {
      const set = this.#setOf(token);
      return this.#matchCharacter(from, (char) => set.test(char));
    }
    return this.#matchCharacter(from, (char) => char === token.at(-1));
  }

  #matchBraces(from: Offsets): Offsets {
    this.#isInBraces = true;
    const to = new Uint8Array(from.length);
    let token: string | undefined;
    do {
      const ends = this.#matchAlternative(from);
      for (let at = 0; at < to.length; at++) if (ends[at]) to[at] = 1;
      token = this.#tokens[this.#next++];
    } while (token === ',');
    if (token === undefined) throw new SyntaxError('Unmatched {');
    this.#isInBraces = false;
    return to;
  }

  #matchSegments(from: Offsets): Offsets {
    const first = from.indexOf(1);
    if (first < 0) return from;
    const to = from.slice();
    for (let at = first; at < this.#text.length; at++) if (this.#text[at] === '/') to[at + 1] = 1;
    to[this.#text.length] = 1;
    return to;
  }

  #matchWithinSegment(from: Offsets): Offsets {
    const to = from.slice();
    for (let at = 0; at < this.#text.length; at++) if (to[at] && this.#text[at] !== '/') to[at + 1] = 1;
    return to;
  }

  #matchCharacter(from: Offsets, accepts: (char: string) => boolean): Offsets {
    const first = from.indexOf(1);
    if (first < 0) return from;
    const to = new Uint8Array(from.length);
    for (let at = first; at < this.#text.length; at++) if (from[at] && accepts(this.#text.charAt(at))) to[at + 1] = 1;
    return to;
  }

  /** A set as a regular expression, which cannot backtrack over one character. Its escapes are the service's. */
  #setOf(token: string): RegExp {
    const source = token.slice(1, -1).replace(/[/$^+.()=!|?{},]/g, (char) => {
      if (char === '{' || char === '}') this.#isInBraces = char === '{';
      if (char === ',' && this.#isInBraces) return '|';
      return { '?': '.', '{': '(', '}': ')' }[char] ?? `\\${char}`;
    });
    return new RegExp(`[${source}]`);
  }
}

/** Stars that fill a segment, with the slash after them, or at the end of the glob the slash before them. */
const segments = /\/\*\*+(?=[,}]|$)|(?<=^|[/{,])\*\*+(?:\/|(?=[,}]|$))/;
const set = /\[(?:\\[^*]|[^\\\]*])*\]/;
const tokenPattern = new RegExp(`(${segments.source})|(\\*+)|${set.source}|\\\\[[\\]\\\\]|.`, 'gs');

/** The tokens of a glob: `**`, `*`, a set, an escaped character, or any other character. */
function tokensOf(glob: string): string[] {
  return Array.from(glob.matchAll(tokenPattern), ([written, isSegments, isStars]) => {
    if (written === '[') throw new SyntaxError('Unmatched [');
    if (isSegments) return '**';
    return isStars ? '*' : written;
  });
}
