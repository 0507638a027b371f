/** How far one may read behind the end, where there are zeros. */
const margin = 64;

const encoder = new TextEncoder();

/**
 * A text as bytes, one for each UTF-16 unit, so that a place in the one is the place in the other: reading bytes is
 * several times faster than asking a string for its characters. What is not ASCII is the byte `other`.
 */
export class Bytes {
  bytes = new Uint8Array(0);
  view = new DataView(this.bytes.buffer);
  length = 0;

  load(text: string): void {
    this.length = text.length;
    if (this.bytes.length < text.length + margin) {
      this.bytes = new Uint8Array(Math.max(2 * this.bytes.length, text.length + margin));
      this.view = new DataView(this.bytes.buffer);
    }
    const { read, written } = encoder.encodeInto(text, this.bytes);
    if (read !== text.length || written !== read) encoder.encodeInto(text.replace(notAscii, other), this.bytes);
    this.bytes.fill(0, text.length, text.length + margin);
  }
}

const notAscii = /[^\0-\x7f]/g;
/** DEL: it may stand in a JSON string as it is, and in nothing else of JSON's, nor in any value that the schema names. */
const other = '\x7f';
