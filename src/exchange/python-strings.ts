import type { Cursor } from './cursor.ts';

const opening = /([rbuf]{0,2})('''|"""|'|")/iy;
const closings: ReadonlyMap<string, RegExp> = new Map([
  ["'", /['\\\r\n]/g],
  ['"', /["\\\r\n]/g],
  ["'''", /'''|\\/g],
  ['"""', /"""|\\/g],
]);
const escapeSequence = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|(\r\n|[\s\S]))/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\n', ''],
  ['\r\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);

/** Whether a string starts here, with a prefix such as `r` or without. */
export function isAtPythonString(source: Cursor): boolean {
  return source.sees(opening);
}

/** Reads a string of Python. Nothing is put into an f-string, since no value is known here. */
export function readPythonString(source: Cursor): string | undefined {
  const start = source.at;
  const [, prefix = '', quote = ''] = source.take(opening) ?? [];
  const closing = closings.get(quote);
  for (let value = ''; closing; ) {
    const part = source.takeUntil(closing);
    if (part === undefined) return source.failAtString(start);
    value += part;
    if (source.text.startsWith(quote, source.at)) {
      source.at += quote.length;
      const hasGaps = /f/i.test(prefix) && value.includes('{');
      return hasGaps ? source.fail('The values in this f-string are not known here.', start) : value;
    }
    const unescaped = source.sees(/\\/y) ? readEscape(source, /r/i.test(prefix)) : undefined;
    if (unescaped === undefined) return source.failAtString(start);
    value += unescaped;
  }
  return undefined;
}

function readEscape(source: Cursor, isRaw: boolean): string | undefined {
  const [all, hex, unicode, long, octal, char] = source.take(escapeSequence) ?? [];
  if (all === undefined || isRaw) return all;
  if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
  if (char) return escapes.get(char) ?? all;
  const code = Number.parseInt(hex ?? unicode ?? long ?? '', 16);
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
