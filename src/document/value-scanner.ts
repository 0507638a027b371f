import { CleanReader } from '../record/clean.ts';
import { Char, endOfString, isSpace, skipTrivia } from '../record/lexer.ts';
import { endOfArray, endOfObject } from './end-of-value.ts';
import type { Position } from './position.ts';

/** What a value is, in JSON's words. */
export type ValueType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** How a file is written: as one JSON text, as one with comments and commas at the end, or as JSON Lines. */
export type Format = 'json' | 'jsonc' | 'lines';

/**
 * Takes a chunk of a file apart: into values where records may stand, and the pieces between them. It remembers
 * nothing of what came before a piece, so that from the start of any value on it finds what it would find from the
 * start of the file. Its fields say what it came upon last; one object serves chunk after chunk.
 */
export class ValueScanner {
  text = '';
  /** Whether the file ends where the stretch ends. */
  isLast = true;
  /** Where the piece starts and ends; of JSON Lines, it is all that stands on a line. */
  start = 0;
  end = 0;
  /** Of the value in the piece: what it is, and where it starts and ends. A comma, a name, `nul` are no values. */
  type: ValueType | undefined;
  valueStart = 0;
  valueEnd = 0;
  /** Whether the piece is a record that certainly has no finding of its own. */
  isClean = false;
  /** Where the first `]` between two values stands; -1 where none has been passed since it was set to that. */
  bracketAt = -1;
  /** How many line ends lie before `end`, or what has been counted last, and where the last of them ends. */
  line = 0;
  lineStart = 0;
  #counted = 0;
  /** The line on which the piece starts, counted like `line`. */
  #startLine = 0;
  #isExhausted = false;
  readonly #reader = new CleanReader();

  constructor(readonly format: Format) {}

  /** Up to where the stretch needs no second look: the end of the last piece that is whole, and what may lie between. */
  passed = 0;

  /** Of a clean record: what stands for its `jobId`; 0 where it has none. */
  get jobKey(): number {
    return this.#reader.jobKey;
  }

  /** Where the id's quotes start, in the stretch. */
  get jobIdOffset(): number {
    return this.#reader.jobIdAt;
  }

  /** The same as seen from the start of the record. */
  get jobIdAt(): Position {
    const { jobIdAt, jobIdLine, jobIdLineStart } = this.#reader;
    const line = jobIdLine - this.#startLine;
    return { line, character: jobIdAt - (line === 0 ? this.start : jobIdLineStart) };
  }

  /** Whether the file ends, and all of it has been read. */
  get isAtEnd(): boolean {
    return this.isLast && this.#isExhausted;
  }

  load(text: string, isLast: boolean): void {
    // A comment may begin with the slashes that a stretch ends with.
    let { length } = text;
    while (!isLast && text.charCodeAt(length - 1) === Char.Slash) length--;
    this.text = text.slice(0, length);
    this.isLast = isLast;
    this.start = 0;
    this.end = 0;
    this.passed = 0;
    this.#isExhausted = false;
    this.bracketAt = -1;
    this.line = 0;
    this.lineStart = 0;
    this.#counted = 0;
    this.#reader.load(this.text);
  }

  /** Moves to the start of the next piece, over white space, comments and commas; false where the stretch has none. */
  seek(): boolean {
    if (this.format === 'lines') return this.#seekLine();
    const { text } = this;
    for (;;) {
      const at = skipTrivia(text, this.end);
      if (at >= text.length) {
        // A comment may go on behind the stretch, white space may not matter.
        const comment = text.indexOf('/', this.end);
        this.passed = comment < 0 ? text.length : comment;
        this.#isExhausted = true;
        return false;
      }
      const char = text.charCodeAt(at);
      if (char !== Char.Comma && char !== Char.CloseBracket) {
        this.start = at;
        this.passed = at;
        return true;
      }
      if (char === Char.CloseBracket && this.bracketAt < 0) this.bracketAt = at;
      this.end = at + 1;
    }
  }

  /** Reads the piece that starts at `start`; false where only more of the file can say how it goes on. */
  read(): boolean {
    this.#startLine = this.line;
    const isWhole = this.format === 'lines' ? this.#readLine() : this.#readPiece();
    if (isWhole) this.passed = this.end;
    return isWhole;
  }

  #readPiece(): boolean {
    const { text, start } = this;
    this.isClean = text.charCodeAt(start) === Char.OpenBrace && this.#readClean(start);
    if (this.isClean) return true;
    this.valueStart = start;
    this.#readValue(text, 0, this.isLast);
    this.end = this.valueEnd;
    return this.isLast || this.end < text.length;
  }

  /** Counts the line ends before `at`, which lies behind what has been counted already. */
  countTo(at: number): void {
    for (; this.#counted < at; this.#counted++) {
      if (this.text.charCodeAt(this.#counted) !== Char.LineFeed) continue;
      this.line++;
      this.lineStart = this.#counted + 1;
    }
  }

  #readClean(start: number): boolean {
    const reader = this.#reader;
    reader.line = this.line;
    reader.lineStart = this.lineStart;
    const end = reader.record(start);
    if (end < 0) return false;
    this.type = 'object';
    this.end = end;
    this.valueStart = start;
    this.valueEnd = end;
    this.line = reader.line;
    this.lineStart = reader.lineStart;
    this.#counted = end;
    return true;
  }

  /** Moves to the next line that is not blank: what the last one holds behind its first value is no record. */
  #seekLine(): boolean {
    const { text } = this;
    let at = this.end;
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    this.start = at;
    this.passed = at;
    this.#isExhausted = at >= text.length;
    return !this.#isExhausted;
  }

  #readLine(): boolean {
    const { text, start } = this;
    const lineFeed = text.indexOf('\n', start);
    if (lineFeed < 0 && !this.isLast) return false;
    let end = lineFeed < 0 ? text.length : lineFeed;
    while (isSpace(text.charCodeAt(end - 1))) end--;
    const { line, lineStart } = this;
    this.isClean = text.charCodeAt(start) === Char.OpenBrace && this.#readClean(start) && this.end === end;
    if (this.isClean) return true;
    this.line = line;
    this.lineStart = lineStart;
    this.#counted = start;
    this.valueStart = start;
    this.#readValue(text.slice(start, end), start, true);
    this.end = end;
    return true;
  }

  /**
   * Reads the value that starts at `valueStart`, or a piece of text that is none.
   * @param base where `text` starts in the stretch
   * @param isWhole whether nothing follows behind `text`
   */
  #readValue(text: string, base: number, isWhole: boolean): void {
    const start = this.valueStart - base;
    let end: number;
    switch (text.charCodeAt(start)) {
      case Char.OpenBrace:
        this.type = 'object';
        end = endOfObject(text, start);
        break;
      case Char.OpenBracket:
        this.type = 'array';
        end = endOfArray(text, start);
        break;
      case Char.Quote: {
        end = endOfString(text, start);
        const next = skipTrivia(text, end);
        const isName = text.charCodeAt(next) === Char.Colon;
        this.type = isName ? undefined : 'string';
        // A property that has lost the brace before it is no value, and neither is what it names.
        if (isName) end = endOfNamed(text, skipTrivia(text, next + 1));
        else if (next >= text.length && !isWhole) end = next;
        break;
      }
      default:
        end = endOfWord(text, start);
        this.type = end === start ? undefined : typeOfWord(text.slice(start, end));
        if (end === start) end++;
    }
    this.valueEnd = base + end;
  }
}

function endOfNamed(text: string, start: number): number {
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

const delimiters = /[\s,:[\]{}"/]/g;

/** Where the run of characters that starts at `start` ends: before white space, a bracket, a quote and the like. */
export function endOfWord(text: string, start: number): number {
  delimiters.lastIndex = start;
  return delimiters.exec(text)?.index ?? text.length;
}

/** What a run of characters is as a value; undefined where it is none. */
export function typeOfWord(word: string): ValueType | undefined {
  if (word === 'true' || word === 'false') return 'boolean';
  if (word === 'null') return 'null';
  return /^-?\d/.test(word) ? 'number' : undefined;
}
