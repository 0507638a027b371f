import { type Decoded, decode, type Encoding } from './encoding.ts';

/** The encodings that JSON is written in, by the names that VS Code has for them. */
export type UnicodeEncoding = 'utf8' | 'utf8bom' | 'utf16le' | 'utf16be';

/** What is known of a file that was opened in a wrong encoding. */
export interface Misreading {
  /** The encoding that the file is written in; undefined where it is none that JSON is written in. */
  readonly encoding: UnicodeEncoding | undefined;
  /** The file's text, as far as its bytes say it. */
  readonly text: string;
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
 * Whether a text, opened in this encoding, may have been meant in another one: only then is it worth to read the file
 * for certainty. JSON has no NUL, begins with ASCII, and in most encodings ASCII is ASCII.
 * @param encoding as VS Code names it
 */
export function mightBeMisread(text: string, encoding: string): boolean {
  if (/[\0\ufffd]/.test(text)) return true;
  if (encoding.startsWith('utf8')) return false;
  return encoding.startsWith('utf16') ? /^\s*[^\0-\x7f]/.test(text) : /[^\0-\x7f]/.test(text);
}

/**
 * Says whether a file was opened in a wrong encoding.
 * @param bytes the file's
 * @param opened the encoding it was opened in, as VS Code names it
 * @returns undefined where it shows what is written, as far as anybody can tell
 */
export function misreading(bytes: Uint8Array, opened: string): Misreading | undefined {
  const meant = decode(bytes);
  if (meant.brokenAt === undefined) {
    return shows(meant, opened) ? undefined : { encoding: names[meant.encoding], text: meant.text };
  }
  // In most other encodings all bytes mean something, so nobody can say that it is the wrong one.
  return unicode.has(opened) ? { encoding: undefined, text: meant.text } : undefined;
}

function shows({ encoding, text }: Decoded, opened: string): boolean {
  const name = names[encoding];
  if (unicode.has(opened)) return name === opened || (name.startsWith('utf8') && opened.startsWith('utf8'));
  return name === 'utf8' && !/[^\0-\x7f]/.test(text);
}
