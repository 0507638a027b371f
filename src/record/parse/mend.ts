import { Char, endOfComment, endOfConflict, endOfString, endOfWord, isSpace, skipTrivia } from '../../json/lexer.ts';
import { record } from '../../model/schema.ts';
import {
  endOfArray,
  endOfNamed,
  endOfObject,
  isListWithoutStart,
  type RecordList,
  recordListAt,
} from './end-of-value.ts';
import { isQuoteLost, stretchFrom } from './lost-quotes.ts';
import { MendedText } from './mended-text.ts';
import { type Bracket, OpenBrackets } from './open-brackets.ts';

/** A broken text as a parser can read it. */
export interface Mended {
  readonly text: string;
  /** The lists of records in it, of which only the brackets are in the text. */
  readonly lists: readonly (RecordList & { readonly offset: number })[];
  /** Maps an offset of the text to one of the broken text. */
  offsetOf(offset: number): number;
}

/**
 * Mends a broken text so that a parser does not misread it. A part that a lost quote makes unreadable is blanked, a
 * bracket that is certainly missing is added, and lists of records are left out, since items are read one by one.
 * @param divides whether to leave out lists of records
 */
export function mend(text: string, divides: boolean): Mended {
  const mender = new Mender(text, divides, 0);
  mender.run();
  if (mender.open === 0) return mender.mended;
  // An object is not closed. Where a name belongs to one around it, it should have been.
  const second = new Mender(text, divides, mender.open);
  second.run();
  return second.mended;
}

/** The number of brackets that are mended within each other. No rule looks half as deep. */
const maxOpen = 64;

class Mender {
  readonly #mended: MendedText;
  readonly #brackets = new OpenBrackets();
  /** The number of open brackets that are too deep to be mended. */
  #deeper = 0;
  readonly #lists: (RecordList & { offset: number })[] = [];
  #hasLostQuote = false;
  #at = 0;

  /** @param unclosed how many brackets of objects may be missing */
  constructor(
    readonly text: string,
    readonly divides: boolean,
    private unclosed: number,
  ) {
    this.#mended = new MendedText(text);
  }

  /** How many objects are open at the end. */
  get open(): number {
    return this.#brackets.objects;
  }

  get mended(): Mended {
    return { text: this.#mended.text, lists: this.#lists, offsetOf: this.#mended.offsets() };
  }

  run(): void {
    const { text } = this;
    while (this.#at < text.length) {
      const char = text.charCodeAt(this.#at);
      const { top } = this.#brackets;
      switch (char) {
        case Char.Quote:
          this.#string(top);
          break;
        case Char.OpenBrace:
        case Char.OpenBracket:
          if (this.#brackets.depth < maxOpen) this.#openBracket(char, top);
          else this.#skipBracket(1);
          break;
        case Char.CloseBrace:
        case Char.CloseBracket:
          if (this.#deeper === 0) this.#closeBracket(char);
          else this.#skipBracket(-1);
          break;
        case Char.Slash:
          this.#at = Math.max(this.#at + 1, endOfComment(text, this.#at));
          break;
        case Char.LessThan:
        case Char.Equals:
        case Char.Pipe: {
          const end = endOfConflict(text, this.#at);
          if (end > this.#at) this.#erase(end);
          else this.#word(top);
          break;
        }
        default:
          if (char === Char.Comma && top) top.wants = 'name';
          else if (char === Char.Colon && top?.wants === 'colon') top.wants = 'value';
          else if (!isSpace(char)) this.#word(top);
          if (isSpace(char) || char === Char.Comma || char === Char.Colon) this.#at++;
      }
    }
  }

  #word(top: Bracket | undefined): void {
    this.#value(top);
    this.#at = Math.max(endOfWord(this.text, this.#at), this.#at + 1);
  }

  /** Notes that a value starts here. */
  #value(top: Bracket | undefined): void {
    if (!top || top.wants === 'name') return;
    top.wants = 'comma';
    top.valueAt = this.#at;
  }

  #string(top: Bracket | undefined): void {
    const { text } = this;
    const end = endOfString(text, this.#at);
    // Alone, a string swaps nothing.
    if (top && isQuoteLost(text, this.#at, end)) {
      this.#unreadable(top);
      return;
    }
    if (top && text.charCodeAt(skipTrivia(text, end)) === Char.Colon) this.#name(top, end);
    else if (top?.wants === 'name' && !top.isList) {
      top.wants = 'colon';
      top.nameAt = this.#at;
      // After a lost quote, a lone token may be the rest of a value.
      if (this.#hasLostQuote) this.#erase(end);
    } else this.#value(top);
    this.#at = end;
  }

  /** Takes a name at any position. */
  #name(top: Bracket, end: number): void {
    const name = nameIn(this.text.slice(this.#at, end));
    if (top.isList) {
      this.#insert(`${this.#brackets.closeLists()},`);
    } else if (top.wants === 'value') {
      const isBelow = top.below?.names?.folded(name) !== undefined;
      this.#insert(isBelow ? '{' : ',');
      if (isBelow) this.#brackets.push(false, top.below, this.#at);
    } else if (top.definition?.names?.folded(name)) {
      top.hasOwnName = true;
    } else if (top.hasOwnName) {
      const missing = this.#brackets.insideOwnerOf(name);
      if (missing !== undefined && missing <= this.unclosed) {
        this.unclosed -= missing;
        this.#insert(`${this.#brackets.closeInner(missing)},`);
      }
    }
    const object = this.#brackets.top;
    if (!object) return;
    object.wants = 'colon';
    object.nameAt = this.#at;
    object.below = object.definition?.property(object.definition.names?.folded(name) ?? name);
  }

  /** Skips the part that a lost quote makes unreadable. */
  #unreadable(top: Bracket): void {
    const { text } = this;
    this.#hasLostQuote = true;
    const { end, isRecordNext, opening, closing } = stretchFrom(text, this.#at, this.#brackets.depth, true);
    let stop = isRecordNext ? text.length : end;
    const next = skipTrivia(text, end);
    // The name of a value cannot be read, nor the content of a bracket that stays open.
    if (text.charCodeAt(next) === Char.Colon) stop = endOfNamed(text, skipTrivia(text, next + 1), true);
    else if (text.slice(this.#at, end).trimEnd().endsWith(':')) stop = endOfNamed(text, next, true);
    if (opening !== undefined && text.charCodeAt(end) !== Char.OpenBracket) {
      stop =
        text.charCodeAt(opening) === Char.OpenBrace
          ? endOfObject(text, opening, true)
          : endOfArray(text, opening, true);
    }
    this.#erase(stop);
    const isValue = top.wants === 'value' || top.wants === 'comma';
    let closed = '';
    for (const at of closing) closed += this.#brackets.close(text.charCodeAt(at));
    this.#insert(closed === '' && isValue ? ',' : closed);
    const object = this.#brackets.top;
    if (object) object.wants = 'name';
  }

  #openBracket(char: number, top: Bracket | undefined): void {
    const { text } = this;
    if (top?.wants === 'colon' && !top.isList) {
      this.#insert(':');
      top.wants = 'value';
    }
    const list = char === Char.OpenBracket && this.divides ? recordListAt(text, this.#at, true) : undefined;
    this.#value(top);
    if (!list) {
      const isList = char === Char.OpenBracket;
      this.#brackets.push(isList, isList ? undefined : top ? top.below : record, this.#at);
      this.#at++;
      return;
    }
    this.#lists.push({ ...list, offset: this.#at });
    const isClosed = text.charCodeAt(list.end - 1) === Char.CloseBracket;
    this.#at++;
    this.#erase(isClosed ? list.end - 1 : list.end);
    if (isClosed) this.#at++;
    else this.#insert(']');
  }

  #closeBracket(char: number): void {
    const { top } = this.#brackets;
    const closed = this.#brackets.close(char);
    if (closed !== '') this.#insert(closed.slice(0, -1));
    else if (
      char === Char.CloseBracket &&
      top?.valueAt !== undefined &&
      isListWithoutStart(this.text, top.nameAt, this.#at)
    ) {
      const at = this.#at;
      this.#at = top.valueAt;
      this.#erase(at + 1);
      return;
    }
    this.#at++;
  }

  #skipBracket(change: 1 | -1): void {
    this.#deeper += change;
    this.#at++;
  }

  #insert(added: string): void {
    this.#mended.insert(this.#at, added);
  }

  /** Blanks the text up to an offset, and goes there. */
  #erase(end: number): void {
    this.#mended.erase(this.#at, end);
    this.#at = Math.max(end, this.#at);
  }
}

/** A name without its quotes and escapes. */
function nameIn(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written.slice(1, -1);
  }
}
