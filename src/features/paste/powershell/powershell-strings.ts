import type { PowerShellText } from './powershell-text.ts';

/*
 * PowerShell takes typographic quotes for its own. Two quotes of a kind inside of a string stand for the second of them.
 */
const singleQuotes = "'\\u2018-\\u201b";
const doubleQuotes = '"\\u201c-\\u201e';

const singleQuote = new RegExp(`[${singleQuotes}]`, 'g');
const openingSingle = new RegExp(`[${singleQuotes}]`, 'y');
const openingDouble = new RegExp(`[${doubleQuotes}]`, 'y');
const special = new RegExp(`[\`$${doubleQuotes}]`, 'g');
const escapeSequence = /`(?:u\{([\da-f]{1,6})\}|(\r\n|[\s\S]))/iy;
const hereStart = new RegExp(`@[${singleQuotes}${doubleQuotes}][^\\S\\r\\n]*[\\r\\n]`, 'y');
const lines = '[^\\S\\r\\n]*(?:\\r\\n?|\\n)(?:([\\s\\S]*?)(?:\\r\\n?|\\n))?';
const hereString = new RegExp(
  `@(?:[${singleQuotes}]${lines}[${singleQuotes}]|[${doubleQuotes}]${lines}[${doubleQuotes}])@`,
  'y',
);
const variableStart = /\$[\w{(]/y;
/** How `powerShellString` writes a control character. */
const charOfCode = /\$\(\[char\]0x([\da-f]{1,4})\)/iy;

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

/** Whether a string starts here. */
export function isAtString(source: PowerShellText): boolean {
  return source.sees(openingSingle) || source.sees(openingDouble) || source.sees(hereStart);
}

/** Reads the string here. In double quotes, only escapes are read: variables and expressions are not. */
export function readString(source: PowerShellText): string | undefined {
  if (source.sees(hereStart)) return readHereString(source);
  return source.take(openingSingle) ? readSingleQuoted(source) : readDoubleQuoted(source);
}

function readHereString(source: PowerShellText): string | undefined {
  const start = source.at;
  const [all, literal = '', expanded = ''] = source.take(hereString) ?? [];
  if (all === undefined) return source.failAtString(start);
  return /[`$]/.test(expanded) ? source.failAtCode(start) : literal + expanded;
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

function readDoubleQuoted(source: PowerShellText): string | undefined {
  source.take(openingDouble);
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
      const expanded = readExpandable(source);
      if (expanded === undefined) return undefined;
      value += expanded;
    }
  }
}

/** Reads an escape, or a `$` that is just that. */
function readExpandable(source: PowerShellText): string | undefined {
  const [, code, char] = source.take(escapeSequence) ?? [];
  if (code) return textOfCode(Number.parseInt(code, 16));
  if (char) return escapes.get(char) ?? char;
  const [, unit] = source.take(charOfCode) ?? [];
  if (unit) return String.fromCharCode(Number.parseInt(unit, 16));
  return source.sees(variableStart) ? source.failAtCode(source.at) : source.text.charAt(source.at++);
}

function textOfCode(code: number): string {
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

const unwritable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu;
const escapeNames = new Map(Array.from(escapes, ([letter, char]) => [char, letter]));

/**
 * A text as a string of PowerShell, in single quotes if possible: characters have no other meaning there. In double
 * quotes, control characters, line ends and halves of surrogate pairs survive a clipboard and an editor.
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
