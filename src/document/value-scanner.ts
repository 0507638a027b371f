import { Char, endOfConflict, isConflictChar, isSpace, skipTrivia } from '../json/lexer.ts';
import type { ValueType } from '../json/node.ts';
import { type CleanRecord, cleanRecordAt, noteUnclean } from '../record/first-look/clean-record.ts';
import { pieceAt } from '../record/parse/end-of-value.ts';
import { soundObjectAt, type Tree } from '../record/parse/parse.ts';
import { endOfOtherText, goesOnAsJson, skipNoise } from './surroundings.ts';

/** The format of a file: JSON, JSON with comments and trailing commas, or JSON Lines. */
export type Format = 'json' | 'jsonc' | 'lines';

/** Most records are shorter, in UTF-16 units. */
const usualLength = 2_048;

/**
 * Divides a chunk of a file into pieces: values where records may be, and whatever is between them. It remembers
 * nothing of earlier pieces, so from the start of any value it finds the same as from the start of the file. Its fields
 * describe the current piece. `load` prepares it for the next chunk.
 */
export class ValueScanner {
  text = '';
  /** Whether the chunk extends to the end of the file. */
  isLast = true;
  /** Where the piece starts and ends. In JSON Lines, a piece is the whole content of a line. */
  start = 0;
  end = 0;
  /** The type of the value in the piece, and where it starts and ends. A name or a word such as `nul` is not a value. */
  type: ValueType | undefined;
  valueStart = 0;
  valueEnd = 0;
  /** Set if the piece is a record that certainly has no findings by itself. */
  clean: CleanRecord | undefined;
  /** The nodes of the value, if it is an object without syntax errors that is not clean. */
  tree: Tree | undefined;
  /** Where the first `]` between values is that has been passed since this was last set to -1; -1 if there is none. */
  bracketAt = -1;
  /** Whether the values are the items of a list. If not, all text after the first of them is outside of the JSON. */
  isList = false;
  /**
   * Whether the piece is outside of the JSON: after the list, or after the record. There, words, numbers and most
   * brackets are not values, and a piece ends with its line.
   */
  isOutside = false;
  #isExhausted = false;
  /** Whether there is a comma directly before the piece. The comma may be in an earlier chunk than the piece. */
  #isAfterComma = false;

  constructor(public format: Format) {}

  /** Where the next chunk must start: everything before this offset has been read completely. */
  passed = 0;

  /** Whether the value certainly has no syntax errors. */
  get isSound(): boolean {
    return this.clean !== undefined || (this.tree !== undefined && (this.tree.isJson || this.format === 'jsonc'));
  }

  /** Whether the whole file has been read. */
  get isAtEnd(): boolean {
    return this.isLast && this.#isExhausted;
  }

  /** Prepares to read from another offset: the start of the first value, or the end of a value. */
  restart(isOutside: boolean): void {
    this.isOutside = isOutside;
    this.#isAfterComma = false;
  }

  load(text: string, isLast: boolean): void {
    // A slash at the end of a chunk may start a comment.
    let { length } = text;
    while (!isLast && text.charCodeAt(length - 1) === Char.Slash) length--;
    this.text = text.slice(0, length);
    this.isLast = isLast;
    this.start = 0;
    this.end = 0;
    this.passed = 0;
    this.#isExhausted = false;
    this.bracketAt = -1;
  }

  /** Moves to the next piece, past white space, comments, commas and `]`. @returns false if there is none in the chunk */
  seek(): boolean {
    if (this.format === 'lines') return this.#seekLine();
    const { text } = this;
    for (;;) {
      const at = skipTrivia(text, this.end);
      if (at >= text.length) {
        // A comment or a merge conflict may continue in the next chunk, which must then start with it.
        this.passed = this.end;
        while (isSpace(text.charCodeAt(this.passed))) this.passed++;
        this.#isExhausted = true;
        return false;
      }
      const char = text.charCodeAt(at);
      // The sides of a merge conflict may end in the next chunk, which must then start with them.
      if (!this.isLast && isConflictChar(char) && endOfConflict(text, at) < 0) {
        this.passed = at;
        this.#isExhausted = true;
        return false;
      }
      if (char !== Char.Comma && char !== Char.CloseBracket) {
        this.start = at;
        this.passed = at;
        return true;
      }
      if (char === Char.CloseBracket) {
        if (this.bracketAt < 0) this.bracketAt = at;
        this.isOutside = true;
      }
      this.#isAfterComma = char === Char.Comma;
      this.end = at + 1;
    }
  }

  /** Reads the piece at `start`. @returns false if the chunk ends before it is clear where the piece does */
  read(): boolean {
    this.tree = undefined;
    const isWhole = this.format === 'lines' ? this.#readLine() : this.#readPiece();
    if (!isWhole) return false;
    this.passed = this.end;
    this.#isAfterComma = false;
    if (this.type) this.isOutside = !this.isList;
    return true;
  }

  #readPiece(): boolean {
    const { text, start } = this;
    if (this.#readClean()) return true;
    this.valueStart = start;
    if (!this.isOutside) this.#readValue(text, 0, this.isLast);
    else if (!this.#readOutside()) return false;
    this.end = this.valueEnd;
    return this.isLast || this.end < text.length;
  }

  /** Reads a piece that may not be JSON. @returns false if the chunk is too short to tell */
  #readOutside(): boolean {
    const { text, start } = this;
    if (!this.isLast && skipTrivia(text, start + 1) >= text.length) return false;
    const char = text.charCodeAt(start);
    const isObject = char === Char.OpenBrace && goesOnAsJson(text, start);
    if (isObject || char === Char.Quote || char === Char.Colon || char === Char.CloseBrace) {
      this.#readValue(text, 0, this.isLast);
      if (!isObject) this.type = undefined;
      return true;
    }
    this.type = undefined;
    this.valueEnd = endOfOtherText(text, start, this.isLast, this.#isAfterComma);
    return true;
  }

  /** Whether the piece certainly holds a value: whether it is inside of the JSON, or starts another record. */
  get isValueAhead(): boolean {
    if (!this.isOutside || this.format === 'lines') return true;
    const { text, start } = this;
    const isObject = text.charCodeAt(start) === Char.OpenBrace && skipTrivia(text, start + 1) < text.length;
    return isObject && goesOnAsJson(text, start);
  }

  /** Reads the piece if it is a clean record. */
  #readClean(): boolean {
    const { text, start } = this;
    this.clean =
      text.charCodeAt(start) === Char.OpenBrace ? cleanRecordAt(text, start, this.format === 'jsonc') : undefined;
    if (!this.clean) return false;
    this.type = 'object';
    this.end = start + this.clean.length;
    this.valueStart = start;
    this.valueEnd = this.end;
    return true;
  }

  /** Moves to the next line that is not blank. Only the first value of a line can be a record. */
  #seekLine(): boolean {
    const { text } = this;
    let at = this.end;
    for (;;) {
      while (at < text.length && isSpace(text.charCodeAt(at))) at++;
      const char = text.charCodeAt(at);
      // The line that opens a merge conflict has its own finding, and only one side is read.
      const end = isConflictChar(char) && char !== Char.LessThan ? endOfConflict(text, at) : at;
      const isCut = !this.isLast && (end < 0 || end >= text.length);
      if (end > at && !isCut) {
        at = end;
        continue;
      }
      this.start = at;
      this.passed = at;
      this.#isExhausted = at >= text.length || isCut;
      return !this.#isExhausted;
    }
  }

  #readLine(): boolean {
    const { text, start } = this;
    const lineFeed = text.indexOf('\n', start);
    if (lineFeed < 0 && !this.isLast) return false;
    let end = lineFeed < 0 ? text.length : lineFeed;
    while (isSpace(text.charCodeAt(end - 1))) end--;
    if (this.#readClean() && this.end === end) return true;
    this.clean = undefined;
    this.valueStart = Math.min(skipNoise(text, start), end);
    this.#readValue(text.slice(start, end), start, true);
    // A word or a string is a value only if there is nothing else on the line.
    if (this.valueEnd !== end && this.type !== 'object' && this.type !== 'array') this.type = undefined;
    this.end = end;
    return true;
  }

  /**
   * Reads the piece at `valueStart`, whether it is a value or not.
   * @param base where `text` starts in the chunk
   * @param isWhole whether nothing follows `text`
   */
  #readValue(text: string, base: number, isWhole: boolean): void {
    const at = this.valueStart - base;
    // A value that the end of the chunk cuts is read again with the next one: finding that out first is cheap.
    const cut = !isWhole && text.length - at < usualLength ? pieceAt(text, at, isWhole) : undefined;
    const isCut = cut !== undefined && cut.end >= text.length;
    const object = !isCut && text.charCodeAt(at) === Char.OpenBrace ? soundObjectAt(text, at) : undefined;
    const { type, end } = object ? { type: 'object' as const, end: object.end } : (cut ?? pieceAt(text, at, isWhole));
    this.tree = object;
    if (object) noteUnclean(object.root);
    this.type = type;
    this.valueEnd = base + end;
  }
}
