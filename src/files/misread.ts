import { type Decoded, decode, type Encoding } from './encoding.ts';

/** The encodings of JSON files, by VS Code's names. */
export type UnicodeEncoding = 'utf8' | 'utf8bom' | 'utf16le' | 'utf16be';

/** A file that was opened in the wrong encoding. */
export interface Misreading {
  /** The file's real encoding; undefined if it is not an encoding of JSON files. */
  readonly encoding: UnicodeEncoding | undefined;
  /** The file's text, with replacement characters for invalid bytes. */
  readonly text: string;
  /** For each line with invalid bytes, the offset in `text` of the first of them. */
  readonly brokenAt: readonly number[];
}

const names: Readonly<Record<Encoding, UnicodeEncoding>> = {
  'utf-8': 'utf8',
  'utf-8 with BOM': 'utf8bom',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  'utf-16le without BOM': 'utf16le',
  'utf-16be without BOM': 'utf16be',
};

const unicode: ReadonlySet<string> = new Set(Object.values(names));

/**
 * Whether a text may have been opened in the wrong encoding. If so, it is worth reading the file to make sure. JSON
 * contains no NUL and starts with ASCII, and most encodings extend ASCII.
 * @param encoding in which the text was opened, by VS Code's name
 */
export function mightBeMisread(text: string, encoding: string): boolean {
  if (/[\0\ufffd]/.test(text)) return true;
  if (encoding.startsWith('utf8')) return false;
  return encoding.startsWith('utf16') ? /^\s*[^\0-\x7f]/.test(text) : /[^\0-\x7f]/.test(text);
}

/**
 * Finds out whether a file was opened in the wrong encoding.
 * @param bytes the content of the file
 * @param opened the encoding in which it was opened, by VS Code's name
 * @returns undefined if its text is shown correctly, or may be
 */
export function misreading(bytes: Uint8Array, opened: string): Misreading | undefined {
  const decoded = decode(bytes);
  if (decoded.brokenAt === undefined) {
    return isShownCorrectly(decoded, opened)
      ? undefined
      : { encoding: names[decoded.encoding], text: decoded.text, brokenAt: [] };
  }
  // In most other encodings all bytes are valid, so a wrong one cannot be told from a right one.
  if (!unicode.has(opened)) return undefined;
  return { encoding: undefined, text: decoded.text, brokenAt: decoded.brokenAt };
}

function isShownCorrectly({ encoding, text }: Decoded, opened: string): boolean {
  const name = names[encoding];
  if (unicode.has(opened)) return name === opened || (name.startsWith('utf8') && opened.startsWith('utf8'));
  return name === 'utf8' && !/[^\0-\x7f]/.test(text);
}
