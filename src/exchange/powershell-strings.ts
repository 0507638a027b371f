import type { PowerShellText } from './powershell-text.ts';

/*
 * PowerShell takes typographic quotes for its own. Two quotes of a kind inside of a string stand for the second of them.
 */
const singleQuotes = "'\\u2018-\\u201b";
const doubleQuotes = '"\\u201c-\\u201e';

const singleQuote = new RegExp(`[${singleQuotes}]`, 'g');
const anySingleQuote = new RegExp(singleQuote, '');
const hereStart = new RegExp(`@([${singleQuotes}${doubleQuotes}])[^\\S\\r\\n]*(?=[\\r\\n])`, 'y');
const singleHereEnd = new RegExp(`(?:\\r\\n?|\\n)[${singleQuotes}]@`, 'g');
const doubleHereEnd = new RegExp(`(?:\\r\\n?|\\n)[${doubleQuotes}]@`, 'g');
const openingSingle = new RegExp(`[${singleQuotes}]`, 'y');
const openingDouble = new RegExp(`[${doubleQuotes}]`, 'y');
const special = new RegExp(`[\`$${doubleQuotes}]`, 'g');
const lineBreak = /\r\n?|\n/y;
const escapeSequence = /`(?:u\{([\da-f]{1,6})\}|(\r\n|[\s\S]))/iy;
const variableStart = /\$[\w{(]/y;

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

/** Reads the text of the variable or subexpression in a string. */
type ReadVariable = (source: PowerShellText) => string | undefined;

/** Whether a string or a here-string starts here. */
export function isAtString(source: PowerShellText): boolean {
  return source.sees(openingSingle) || source.sees(openingDouble) || source.sees(hereStart);
}

/** Reads the string here, of any kind. */
export function readString(source: PowerShellText, readVariable: ReadVariable): string | undefined {
  if (source.take(openingSingle)) return readSingleQuoted(source);
  if (source.take(openingDouble)) return readDoubleQuoted(source, readVariable);
  return readHereString(source, readVariable);
}

function readSingleQuoted(source: PowerShellText): string | undefined {
  const start = source.at - 1;
  for (let value = ''; ; ) {
    const part = source.takeUntil(singleQuote);
    if (part === undefined) return source.failAtString(start);
    source.at++;
    value += part;
    const [second] = source.take(openingSingle) ?? [];
    if (!second) return value;
    value += second;
  }
}

function readDoubleQuoted(source: PowerShellText, readVariable: ReadVariable): string | undefined {
  const start = source.at - 1;
  for (let value = ''; ; ) {
    const part = source.takeUntil(special);
    if (part === undefined) return source.failAtString(start);
    value += part;
    if (source.take(openingDouble)) {
      const [second] = source.take(openingDouble) ?? [];
      if (!second) return value;
      value += second;
    } else {
      const expanded = readExpandable(source, readVariable);
      if (expanded === undefined) return undefined;
      value += expanded;
    }
  }
}

function readHereString(source: PowerShellText, readVariable: ReadVariable): string | undefined {
  const start = source.at;
  const [, quote = ''] = source.take(hereStart) ?? [];
  const isSingle = anySingleQuote.test(quote);
  const first = source.at;
  const whole = source.takeUntil(isSingle ? singleHereEnd : doubleHereEnd);
  if (whole === undefined) return source.failAtString(start);
  const end = source.at;
  source.at = first;
  source.take(lineBreak);
  const value = isSingle ? source.text.slice(source.at, end) : readExpandableUntil(source, end, readVariable);
  source.at = end;
  source.take(lineBreak);
  source.at += 2;
  return value;
}

function readExpandableUntil(source: PowerShellText, end: number, readVariable: ReadVariable): string | undefined {
  for (let value = ''; ; ) {
    const start = source.at;
    const part = source.takeUntil(special);
    if (part === undefined || source.at >= end) return value + source.text.slice(start, Math.max(start, end));
    const [quote] = source.take(openingDouble) ?? [];
    const expanded = quote ?? readExpandable(source, readVariable);
    if (expanded === undefined) return undefined;
    value += part + expanded;
  }
}

/** Reads an escape, a variable, or a `$` that is just that. */
function readExpandable(source: PowerShellText, readVariable: ReadVariable): string | undefined {
  const [, code, char] = source.take(escapeSequence) ?? [];
  if (code) return textOfCode(Number.parseInt(code, 16));
  if (char) return escapes.get(char) ?? char;
  if (source.sees(variableStart)) return readVariable(source);
  return source.text.charAt(source.at++);
}

function textOfCode(code: number): string {
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

const unwritable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu;
const escapeNames = new Map(Array.from(escapes, ([letter, char]) => [char, letter]));

/**
 * A text as a string of PowerShell, in single quotes if possible: what they hold means nothing else. In double quotes,
 * control characters, line ends and halves of surrogate pairs survive a clipboard and an editor.
 */
export function powerShellString(text: string): string {
  if (text.search(unwritable) < 0) return `'${text.replace(singleQuote, '$&$&')}'`;
  const escaped = text.replace(special, '`$&').replace(unwritable, (char) => {
    const letter = escapeNames.get(char);
    // Windows PowerShell does not know `e.
    return letter && letter !== 'e' ? `\`${letter}` : `$([char]0x${char.charCodeAt(0).toString(16)})`;
  });
  return `"${escaped}"`;
}
