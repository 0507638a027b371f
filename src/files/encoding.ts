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
  /** The offset in `text` of the replacement character for the first invalid bytes. */
  readonly brokenAt?: number;
}

const replacement = '\ufffd';

/** Decodes UTF-8 and UTF-16, with or without a byte order mark. Windows PowerShell writes UTF-16 with one. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8' && encoding !== 'utf-8 with BOM') return decodeUtf16(bytes, encoding);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { text, encoding, brokenAt: text.indexOf(replacement) };
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

/** Not with a TextDecoder, which replaces lone surrogates: JSON strings may contain them. */
function decodeUtf16(bytes: Uint8Array, encoding: Utf16): Decoded {
  const { isLittle, hasMark } = utf16[encoding];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(bytes.length >> 1);
  for (let at = 0; at < units.length; at++) units[at] = view.getUint16(at * 2, isLittle);
  let text = '';
  // A call takes a limited number of arguments.
  for (let at = hasMark ? 1 : 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return bytes.length % 2 === 0 ? { text, encoding } : { text: text + replacement, encoding, brokenAt: text.length };
}
