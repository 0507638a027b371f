/* The text, at the start of the memory: one byte per character, with zeros behind it. */

/** What a function that reads returns if the text is not what is wanted. */
export const none: i32 = -1;

export const tab: i32 = 0x09;
export const lineFeed: i32 = 0x0a;
export const carriageReturn: i32 = 0x0d;
export const space: i32 = 0x20;
export const fourSpaces: i32 = 0x20202020;
export const quote: i32 = 0x22;
export const comma: i32 = 0x2c;
export const dash: i32 = 0x2d;
export const dot: i32 = 0x2e;
export const zero: i32 = 0x30;
export const colon: i32 = 0x3a;
export const letterT: i32 = 0x54;
export const letterZ: i32 = 0x5a;
export const openBracket: i32 = 0x5b;
export const backslash: i32 = 0x5c;
export const closeBracket: i32 = 0x5d;
export const openBrace: i32 = 0x7b;
export const closeBrace: i32 = 0x7d;
export const lastOfAscii: i32 = 0x7f;

/** How many line ends have been passed, and where the last of them ended. */
export let line: i32 = 0;
export let lineStart: i32 = 0;

/** Starts counting lines from a known place. */
export function countFrom(atLine: i32, atLineStart: i32): void {
  line = atLine;
  lineStart = atLineStart;
}

export function byteAt(at: i32): i32 {
  return load<u8>(at);
}

/** Four bytes as a number. */
export function wordAt(at: i32): i32 {
  return load<i32>(at);
}

export function isDigit(byte: i32): bool {
  return byte >= zero && byte <= zero + 9;
}

/** The first place from `at` on that is not white space. */
export function skip(at: i32): i32 {
  let byte = byteAt(at);
  while (byte <= space) {
    if (byte === lineFeed) {
      line++;
      lineStart = at + 1;
      // An indentation mostly follows.
      while (wordAt(at + 1) === fourSpaces) at += 4;
    } else if (byte !== space && byte !== carriageReturn && byte !== tab) break;
    byte = byteAt(++at);
  }
  return at;
}

/** Where the comma behind an item is, or what is there instead. */
export function skipToComma(at: i32): i32 {
  return byteAt(at) === comma ? at : skip(at);
}
