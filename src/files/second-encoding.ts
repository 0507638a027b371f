import type { Decoded } from './encoding.ts';

/** ASCII in UTF-16, read as UTF-8: every other character is NUL. */
const utf16AsUtf8 = /\0[^\0]\0|[^\0]\0[^\0]\0/;
/** ASCII read as UTF-16: both bytes of every unit are printable, or the end of a line. */
const asciiAsUtf16 = /[\u0a0a-\u7e7e]{8,}/g;

/**
 * Where a file goes on in another encoding, as when Windows PowerShell's `>>` appends UTF-16 to a file in UTF-8.
 * @returns the offset where the readable text ends; undefined if the file has one encoding
 */
export function secondEncodingIn({ text, encoding }: Decoded): number | undefined {
  if (encoding.startsWith('utf-16')) return asciiIn(text, encoding.startsWith('utf-16le'));
  // Looking for one character is a hundred times faster than the pattern, and hardly any file has it.
  if (!text.includes('\0')) return undefined;
  let at = text.search(utf16AsUtf8);
  if (at < 0) return undefined;
  // In big-endian text, the first character belongs to the line before.
  if (text[at] === '\n') at++;
  // A byte order mark in front of it is not valid UTF-8.
  while (at > 0 && /[\ufffd\ufeff]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Where JSON in ASCII starts in a text that was read as UTF-16. */
function asciiIn(text: string, isLittle: boolean): number | undefined {
  for (const { 0: run, index } of text.matchAll(asciiAsUtf16)) {
    const bytes = Array.from(run.slice(0, 500)).flatMap((char) => {
      const unit = char.charCodeAt(0);
      return isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
    });
    const ascii = String.fromCharCode(...bytes);
    if (/^[\n\r -~]+$/.test(ascii) && /[{[]\s*"/.test(ascii)) return index;
  }
  return undefined;
}
