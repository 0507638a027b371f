import { Bytes } from './bytes.ts';
import { Char } from './lexer.ts';

/** What a reading returns where the text is not what was wanted. */
export const none = -1;

const fourSpaces = 0x20202020;
const dash = 0x2d;
const dot = 0x2e;
const zero = 0x30;
const letterT = 0x54;
const letterZ = 0x5a;
/** 2^53 - 1 has 16 digits: an integer with fewer needs no closer look. */
const mostDigits = 15;
/** How long a UUID is with its quotes. */
const uuidLength = 38;
/** By month, from 1: the days that it has in every year. */
const daysOf = new Uint8Array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
/** What may stand in a string as it is. */
const isPlain = new Uint8Array(256).fill(1, Char.Space, 128);
isPlain[Char.Quote] = 0;
isPlain[Char.Backslash] = 0;
const isHexDigit = new Uint8Array(256);
for (const digit of '0123456789abcdefABCDEF') isHexDigit[digit.charCodeAt(0)] = 1;

/**
 * Reads the values of a text, plain spellings alone. Every reading takes the place where a value is to start and returns
 * the place behind it, or `none`; it makes no objects.
 */
export class ByteReader {
  /** How many line ends have been passed, and where the last of them ended. */
  line = 0;
  lineStart = 0;
  protected bytes = new Uint8Array(0);
  protected view = new DataView(this.bytes.buffer);
  readonly #text = new Bytes();

  load(text: string): void {
    this.#text.load(text);
    this.bytes = this.#text.bytes;
    this.view = this.#text.view;
  }

  /** The first place at or behind `at` that is no white space. */
  protected skip(at: number): number {
    const { bytes, view } = this;
    let byte = bytes[at] as number;
    while (byte <= Char.Space) {
      if (byte === Char.LineFeed) {
        this.line++;
        this.lineStart = at + 1;
        // What follows is most often an indentation.
        while (view.getInt32(at + 1, true) === fourSpaces) at += 4;
      } else if (byte !== Char.Space && byte !== Char.CarriageReturn && byte !== Char.Tab) break;
      byte = bytes[++at] as number;
    }
    return at;
  }

  /** The place behind a character and the white space before it. */
  protected take(at: number, char: number): number {
    const start = this.bytes[at] === char ? at : this.skip(at);
    return this.bytes[start] === char ? start + 1 : none;
  }

  protected string(at: number): number {
    const { bytes } = this;
    if (bytes[at] !== Char.Quote) return none;
    do at++;
    while (isPlain[bytes[at] as number] === 1);
    return bytes[at] === Char.Quote ? at + 1 : none;
  }

  protected integer(at: number): number {
    const { bytes } = this;
    let end = at;
    while (isDigit(bytes[end] as number)) end++;
    const length = end - at;
    return length === 1 || (length > 1 && length <= mostDigits && bytes[at] !== zero) ? end : none;
  }

  protected uuid(at: number): number {
    const { bytes } = this;
    if (bytes[at] !== Char.Quote || bytes[at + uuidLength - 1] !== Char.Quote) return none;
    for (let index = 1; index < uuidLength - 1; index++) {
      const isDash = index === 9 || index === 14 || index === 19 || index === 24;
      const byte = bytes[at + index] as number;
      if (isDash ? byte !== dash : isHexDigit[byte] === 0) return none;
    }
    return at + uuidLength;
  }

  /** A time in UTC on a day that there is; of 29 February and of leap seconds the slow way decides. */
  protected time(at: number): number {
    const { bytes } = this;
    if (bytes[at] !== Char.Quote || bytes[at + 5] !== dash || bytes[at + 8] !== dash) return none;
    if (bytes[at + 11] !== letterT || bytes[at + 14] !== Char.Colon || bytes[at + 17] !== Char.Colon) return none;
    const month = this.#twoDigits(at + 6);
    const day = this.#twoDigits(at + 9);
    if (this.#twoDigits(at + 1) < 0 || this.#twoDigits(at + 3) < 0) return none;
    if (month < 1 || month > 12 || day < 1 || day > (daysOf[month] as number)) return none;
    if (!isBelow(this.#twoDigits(at + 12), 24) || !isBelow(this.#twoDigits(at + 15), 60)) return none;
    if (!isBelow(this.#twoDigits(at + 18), 60)) return none;
    let end = at + 20;
    if (bytes[end] === dot) {
      if (!isDigit(bytes[++end] as number)) return none;
      while (isDigit(bytes[end] as number)) end++;
    }
    return bytes[end] === letterZ && bytes[end + 1] === Char.Quote ? end + 2 : none;
  }

  /** Whether one time may be earlier than another: of two that differ in zeros at the end alone, it says so too. */
  protected isEarlier(one: number, other: number): boolean {
    const { bytes } = this;
    for (let index = 1; ; index++) {
      const byte = bytes[one + index] as number;
      const otherByte = bytes[other + index] as number;
      // Where the one ends that is shorter, its Z is the greater letter and yet the earlier time.
      if (byte !== otherByte) return byte === letterZ || (byte < otherByte && otherByte !== letterZ);
      if (byte === letterZ) return false;
    }
  }

  /** Stands for the text between two places: equal texts have equal hashes. (FNV-1a) */
  protected hash(start: number, end: number): number {
    const { bytes } = this;
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    return hash;
  }

  /** The number that two digits make; below zero where they are none. */
  #twoDigits(at: number): number {
    const tens = (this.bytes[at] as number) - zero;
    const ones = (this.bytes[at + 1] as number) - zero;
    return isBelow(tens, 10) && isBelow(ones, 10) ? tens * 10 + ones : none;
  }
}

function isBelow(number: number, end: number): boolean {
  return number >= 0 && number < end;
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= zero + 9;
}
