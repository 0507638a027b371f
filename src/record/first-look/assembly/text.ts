/* The text, at the start of the memory: one byte per character, with zeros after it. */

/** The result of reading a text that is not as expected. */
export const none: i32 = -1;

export enum Byte {
  Tab = 0x09,
  LineFeed = 0x0a,
  CarriageReturn = 0x0d,
  Space = 0x20,
  Quote = 0x22,
  Asterisk = 0x2a,
  Comma = 0x2c,
  Dash = 0x2d,
  Dot = 0x2e,
  Slash = 0x2f,
  Zero = 0x30,
  Colon = 0x3a,
  LetterT = 0x54,
  LetterZ = 0x5a,
  OpenBracket = 0x5b,
  Backslash = 0x5c,
  CloseBracket = 0x5d,
  OpenBrace = 0x7b,
  CloseBrace = 0x7d,
  LastOfAscii = 0x7f,
}

/** Four of them in a row are an indentation. */
const fourSpaces: i32 = 0x20202020;

/** How many line ends have been passed, and where the last of them ended. */
export let line: i32 = 0;
export let lineStart: i32 = 0;

/** Whether comments may stand wherever white space may. */
let hasComments: bool = false;

/** Starts counting lines from a known offset. @param mayHaveComments whether the text is JSON with comments */
export function startAt(atLine: i32, atLineStart: i32, mayHaveComments: bool): void {
  line = atLine;
  lineStart = atLineStart;
  hasComments = mayHaveComments;
}

export function byteAt(at: i32): i32 {
  return load<u8>(at);
}

/** Four bytes as a number. */
export function wordAt(at: i32): i32 {
  return load<i32>(at);
}

export function isDigit(byte: i32): bool {
  return byte >= Byte.Zero && byte <= Byte.Zero + 9;
}

/** The first offset from `at` on that is neither white space nor in a comment. */
export function skip(at: i32): i32 {
  at = skipSpace(at);
  while (byteAt(at) === Byte.Slash && hasComments) {
    const end = endOfComment(at);
    if (end === at) break;
    at = skipSpace(end);
  }
  return at;
}

function skipSpace(at: i32): i32 {
  let byte = byteAt(at);
  while (byte <= Byte.Space) {
    if (byte === Byte.LineFeed) {
      line++;
      lineStart = at + 1;
      // An indentation mostly follows.
      while (wordAt(at + 1) === fourSpaces) at += 4;
    } else if (byte !== Byte.Space && byte !== Byte.CarriageReturn && byte !== Byte.Tab) break;
    byte = byteAt(++at);
  }
  return at;
}

/** Where a comment ends, a line comment before its line end; `slash` itself if no whole comment starts there. */
function endOfComment(slash: i32): i32 {
  const kind = byteAt(slash + 1);
  const isBlock = kind === Byte.Asterisk;
  if (!isBlock && kind !== Byte.Slash) return slash;
  let byte = kind;
  for (let at = slash + 2; byte !== 0; at++) {
    const last = byte;
    byte = byteAt(at);
    if (isBlock ? last === Byte.Asterisk && byte === Byte.Slash && at > slash + 2 : isLineEnd(byte))
      return isBlock ? at + 1 : at;
    if (byte === Byte.LineFeed) {
      line++;
      lineStart = at + 1;
    }
  }
  return slash;
}

function isLineEnd(byte: i32): bool {
  return byte === Byte.LineFeed || byte === Byte.CarriageReturn;
}

/** The offset of the comma after an item, or of the next token if there is no comma. */
export function skipToComma(at: i32): i32 {
  return byteAt(at) === Byte.Comma ? at : skip(at);
}
