/** How far one may read behind the end of a text, where there are zeros. */
export const margin = 64;

const encoder = new TextEncoder();

/**
 * Writes a text as bytes, one for each UTF-16 unit, so that a place in the one is the place in the other: reading bytes
 * is several times faster than asking a string for its characters. What is not ASCII is the byte `other`.
 * @param bytes with room for the text and the margin
 */
export function writeBytes(text: string, bytes: Uint8Array): void {
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read !== text.length || written !== read) encoder.encodeInto(text.replace(notAscii, other), bytes);
  bytes.fill(0, text.length, text.length + margin);
}

const notAscii = /[^\0-\x7f]/g;
/** DEL: it may stand in a JSON string as it is, and in nothing else of JSON's, nor in any value that the schema names. */
const other = '\x7f';
