/** How a file's bytes say its text. */
export type Encoding = 'utf-8' | 'utf-8 with BOM' | 'utf-16le' | 'utf-16be';

/** A file's text, without a byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Where the bytes are no text in that encoding, in UTF-16 units; what stands there is a replacement. */
  readonly brokenAt?: number;
}

const replacement = '\ufffd';

/** Decodes UTF-8 with or without a byte order mark, and UTF-16 with one, as Windows PowerShell writes it. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const encoding = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8 with BOM' : 'utf-8';
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
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, encoding === 'utf-16le');
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}

/** Unit by unit, since a TextDecoder would replace a surrogate that stands alone, and JSON may hold one. */
function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  const unitsOfPart = 8192;
  for (let at = 2; at + 1 < bytes.length; at += unitsOfPart * 2) {
    const count = Math.min(unitsOfPart, Math.floor((bytes.length - at) / 2));
    const units = Array.from({ length: count }, (_, unit) => view.getUint16(at + unit * 2, encoding === 'utf-16le'));
    parts.push(String.fromCharCode(...units));
  }
  const text = parts.join('');
  return bytes.length % 2 === 0 ? { text, encoding } : { text: text + replacement, encoding, brokenAt: text.length };
}
