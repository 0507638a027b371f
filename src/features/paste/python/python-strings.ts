import type { Cursor } from '../cursor.ts';

const opening = /b?(['"])/y;
const closings: ReadonlyMap<string, RegExp> = new Map([
  ["'", /['\\\r\n]/g],
  ['"', /["\\\r\n]/g],
]);
const escapeSequence = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([nrt'"\\]))/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Whether a string starts here. */
export function isAtPythonString(source: Cursor): boolean {
  return source.sees(opening);
}

/** Reads a string as `repr` writes it. */
export function readPythonString(source: Cursor): string | undefined {
  const start = source.at;
  const [, quote = ''] = source.take(opening) ?? [];
  const closing = closings.get(quote);
  for (let value = ''; closing; ) {
    const part = source.takeUntil(closing);
    if (part === undefined) return source.failAtString(start);
    value += part;
    if (source.take(quote === '"' ? /"/y : /'/y)) return value;
    const char = readEscape(source);
    if (char === undefined) return source.failAtString(start);
    value += char;
  }
  return undefined;
}

function readEscape(source: Cursor): string | undefined {
  const [all, hex, unicode, long, char] = source.take(escapeSequence) ?? [];
  if (all === undefined) return undefined;
  if (char) return escapes.get(char) ?? char;
  const code = Number.parseInt(hex ?? unicode ?? long ?? '', 16);
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
