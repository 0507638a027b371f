/** How a file's bytes say its text. UTF-16 has a byte order mark where nothing else is said. */
export type Encoding =
  | 'utf-8'
  | 'utf-8 with BOM'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-16le without BOM'
  | 'utf-16be without BOM';

/** A file's text, without a byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Where the bytes are no text in that encoding, in UTF-16 units; what stands there is a replacement. */
  readonly brokenAt?: number;
}

const replacement = '\ufffd';

/** Decodes UTF-8 and UTF-16, both with or without a byte order mark; Windows PowerShell writes UTF-16 with one. */
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

/** The bytes of a text in an encoding: of a text that `decode` gave, unbroken, the same bytes again. */
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

/** By the byte order mark, else by where the zeros are: a JSON text begins with two characters of ASCII (RFC 4627, 3). */
function encodingOf([a, b, c, d]: Uint8Array): Encoding {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8 with BOM';
  if (a && b === 0 && c && d === 0) return 'utf-16le without BOM';
  if (a === 0 && b && c === 0 && d) return 'utf-16be without BOM';
  return 'utf-8';
}

/** Unit by unit, since a TextDecoder would replace a surrogate that stands alone, and JSON may hold one. */
function decodeUtf16(bytes: Uint8Array, encoding: Utf16): Decoded {
  const { isLittle, hasMark } = utf16[encoding];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  const unitsOfPart = 8192;
  for (let at = hasMark ? 2 : 0; at + 1 < bytes.length; at += unitsOfPart * 2) {
    const count = Math.min(unitsOfPart, Math.floor((bytes.length - at) / 2));
    const units = Array.from({ length: count }, (_, unit) => view.getUint16(at + unit * 2, isLittle));
    parts.push(String.fromCharCode(...units));
  }
  const text = parts.join('');
  return bytes.length % 2 === 0 ? { text, encoding } : { text: text + replacement, encoding, brokenAt: text.length };
}
