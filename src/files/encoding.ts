/** The encoding of a file. UTF-16 has a byte order mark unless the name says otherwise. */
export type Encoding =
  | 'utf-8'
  | 'utf-8 with BOM'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-16le without BOM'
  | 'utf-16be without BOM';

/** The text of a file, without a byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** For each line with invalid bytes, the offset in `text` of the replacement character for the first of them. */
  readonly brokenAt?: readonly number[];
}

const replacement = '\ufffd';
/** It is kept, because making one takes longer than decoding a short file. */
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8 and UTF-16, with or without a byte order mark. Windows PowerShell writes UTF-16 with one. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8' && encoding !== 'utf-8 with BOM') return decodeUtf16(bytes, encoding);
  try {
    return { text: strictUtf8.decode(bytes), encoding };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { text, encoding, brokenAt: brokenLines(bytes.subarray(encoding === 'utf-8' ? 0 : 3), text) };
  }
}

/**
 * Where the invalid bytes are. A replacement character does not tell, because a valid file may have one too.
 * @param bytes of the text, without a byte order mark
 */
function brokenLines(bytes: Uint8Array, text: string): number[] {
  const brokenAt: number[] = [];
  let lineStart = 0;
  for (let start = 0; start <= bytes.length; ) {
    const lineFeed = bytes.indexOf(0x0a, start);
    const end = lineFeed < 0 ? bytes.length : lineFeed;
    const valid = validLength(bytes.subarray(start, end));
    if (valid !== undefined) brokenAt.push(lineStart + valid);
    lineStart = text.indexOf('\n', lineStart) + 1;
    start = end + 1;
  }
  return brokenAt;
}

/** How long the text before the first invalid bytes of a line is, in UTF-16 units; undefined if it has none. */
function validLength(line: Uint8Array): number | undefined {
  if (lengthOf(line, false) !== undefined) return undefined;
  let low = 0;
  let high = line.length;
  // A character that is cut off at the end is not invalid yet.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lengthOf(line.subarray(0, middle), true) === undefined) high = middle - 1;
    else low = middle;
  }
  return lengthOf(line.subarray(0, low), true);
}

/** How long the text of some bytes is; undefined if they are invalid. @param stream whether more of them follow */
function lengthOf(bytes: Uint8Array, stream: boolean): number | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream }).length;
  } catch {
    return undefined;
  }
}

/** Encodes a text. For the text and encoding of a valid file, the result is the bytes that `decode` was given. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with BOM') return new TextEncoder().encode(`\ufeff${text}`);
  const { isLittle, hasMark } = utf16[encoding];
  const units = hasMark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

type Utf16 = Exclude<Encoding, 'utf-8' | 'utf-8 with BOM'>;

const utf16: Readonly<Record<Utf16, { readonly isLittle: boolean; readonly hasMark: boolean }>> = {
  'utf-16le': { isLittle: true, hasMark: true },
  'utf-16be': { isLittle: false, hasMark: true },
  'utf-16le without BOM': { isLittle: true, hasMark: false },
  'utf-16be without BOM': { isLittle: false, hasMark: false },
};

/** Looks for a byte order mark, then for zeros: JSON starts with two ASCII characters (RFC 4627, section 3). */
function encodingOf([a, b, c, d]: Uint8Array): Encoding {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8 with BOM';
  if (a && b === 0 && c && d === 0) return 'utf-16le without BOM';
  if (a === 0 && b && c === 0 && d) return 'utf-16be without BOM';
  return 'utf-8';
}

function decodeUtf16(bytes: Uint8Array, encoding: Utf16): Decoded {
  const { isLittle, hasMark } = utf16[encoding];
  try {
    const decoder = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes.subarray(hasMark ? 2 : 0)), encoding };
  } catch {
    return decodeUnits(bytes, encoding);
  }
}

/** Unit by unit, which is slow: a TextDecoder refuses or replaces lone surrogates, and JSON strings may contain them. */
function decodeUnits(bytes: Uint8Array, encoding: Utf16): Decoded {
  const { isLittle, hasMark } = utf16[encoding];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(bytes.length >> 1);
  for (let at = 0; at < units.length; at++) units[at] = view.getUint16(at * 2, isLittle);
  let text = '';
  // A call takes a limited number of arguments.
  for (let at = hasMark ? 1 : 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return bytes.length % 2 === 0 ? { text, encoding } : { text: text + replacement, encoding, brokenAt: [text.length] };
}
