/** The characters that Windows-1252 has for the bytes 0x80 to 0x9F; like most programs, it leaves five of them as they are. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const rest = `\\x80-\\xbf${windows1252}`;

/** Characters of a text that was read in a wrong encoding. Hardly any other text has them. */
export const mayBeMisread = new RegExp(`[\\xc2-\\xf4](?=[${rest}])|\\ufffd`);

/** How often a text may have been read in the wrong encoding. */
const maxPasses = 3;

/**
 * The text that was meant by one that was written as UTF-8 and read as Windows-1252 or Latin-1, perhaps more than once.
 * @returns undefined if it may well have been meant as it stands: `NESTLÉ®` is UTF-8 in Windows-1252, too
 */
export function meantBy(text: string): string | undefined {
  let meant: string | undefined;
  let read = text;
  for (let pass = 0; pass < maxPasses; pass++) {
    const once = readAsUtf8(read);
    if (once === undefined || !isCertainlyMisread(read, once)) break;
    read = once;
    if (!implausible.test(read)) meant = read;
  }
  return meant;
}

/** Decodes the Windows-1252 bytes of a text as UTF-8; undefined if they are not UTF-8, or only ASCII. */
function readAsUtf8(text: string): string | undefined {
  if (!mayBeMisread.test(text)) return undefined;
  const bytes = Uint8Array.from(text, (char) => {
    const byte = char.charCodeAt(0) < 0x100 ? char.charCodeAt(0) : windows1252.indexOf(char) + 0x80;
    return byte < 0x80 && char > '\x7f' ? 0xff : byte; // No UTF-8 has the byte 0xFF.
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Characters that people do not write: controls, signs of phonetics, rare marks and scripts, and unassigned ones. */
const implausible =
  /[\x80-\x9f\u0181-\u018e\u0190-\u019f\u01b1-\u01cc\u01dd-\u0217\u021c-\u0258\u025a-\u02ba\u0700-\u08ff\p{Cn}\p{Co}]|[\u0332-\u036f]/u;

const encoder = new TextEncoder();

/** One character of UTF-8, as the characters that its bytes were read as. */
interface Sequence {
  /** The first is a letter such as `Ã`; the rest comes from the other bytes. */
  readonly first: string;
  readonly rest: string;
  /** The character that was meant. */
  readonly meant: string;
  /** The characters before and after it, as they were read. */
  readonly before: string;
  readonly after: string;
  /** Whether another such letter is directly before it. */
  readonly isAfterLetter: boolean;
}

/** Whether a text has at least one letter with a sign after it that people do not write there. */
function isCertainlyMisread(text: string, once: string): boolean {
  let at = 0;
  let isAfterLetter = false;
  for (const meant of once) {
    const { length } = encoder.encode(meant);
    if (length > 1) {
      const [first = '', ...rest] = text.slice(at, at + length);
      const before = text.charAt(at - 1);
      const after = text.charAt(at + length);
      if (isCertain({ first, rest: rest.join(''), meant, before, after, isAfterLetter })) return true;
    }
    at += length;
    isAfterLetter = length > 1 && /[\p{L}\p{M}]/u.test(meant);
  }
  return false;
}

/**
 * Signs and letters that may follow a letter in a text as it was meant, above all after one in capitals: `CAFÉ…`,
 * `NESTLÉ®`, `MANHÃ”`, `VÍŠ`. No other sign of Windows-1252 does.
 */
const afterLetters = /^[…“”‘’«»‹›–—™®°ºª¹²³•·\xa0\xadŠšŽžŒœŸƒµ]+$/;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;

function isCertain({ first, rest, meant, before, after, isAfterLetter }: Sequence): boolean {
  if (/[\x80-\x9f]/.test(rest)) return true;
  if (isAfterLetter && /[\p{L}\p{M}]/u.test(meant)) return true;
  if (/[Ò-ß]/.test(first)) return false;
  if (!afterLetters.test(rest)) return true;
  if (rest.length > 1) return first === 'â' && !/\p{L}/u.test(before);
  if (/[ÂÃ]/.test(first) && !upper.test(before)) return true;
  if (first === 'Ã' && /[ŠšŽžŒœŸƒµ]/.test(rest)) return true;
  if (first === 'Ã' && rest !== '’' && upper.test(meant) && upper.test(after)) return true;
  // A capital within a word, and one that starts a word.
  if (lower.test(before)) return /[ÄÅÆÈÉÊÌ]/.test(first) && !upper.test(meant);
  if (!/[ÃÄÅ]/.test(first) || !lower.test(after) || rest === '’') return false;
  return upper.test(before) ? lower.test(meant) : !/Ä[ŠšŽž]/.test(first + rest);
}
