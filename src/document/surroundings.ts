import { Char, endOfString, endOfWord, isScalar, skipTrivia } from '../json/lexer.ts';
import { unseen } from '../model/spelling.ts';
import { nextRecordOrLineEnd } from '../record/parse/lost-quotes.ts';
import type { TextKind } from '../record/rules/whole-file/syntax.ts';

/*
 * Files hold more than JSON: HTTP headers, warnings, prompts, the colours of a terminal. This module finds the JSON
 * among it.
 */

/**
 * The characters that may be in front of a bracket on its line: white space, invisible characters, and codes for a terminal. No two
 * of these match the same, and none matches a line end, so looking for it takes linear time.
 */
const noise = [
  `[ \\t\\f\\v\\x07${unseen}]`,
  '(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]', // Colors, the cursor, and the marks around text that is pasted.
  '(?:\\x1b[\\]PX^_]|\\x9d)[^\\x07\\x1b\\x9c\\r\\n]*(?:\\x07|\\x1b\\\\|\\x9c)', // Titles, links, and questions to the terminal.
  '\\x1b(?:[()#][0-9A-Z]|[=>6-9c-zD-O\\\\])',
].join('|');
const noiseAtStart = new RegExp(`(?:${noise})*`, 'y');
const bracketAtLineStart = new RegExp(`^(?:${noise})*[[{]`, 'gm');

/** How much of the text after a bracket tells whether it is one of JSON, in UTF-16 units. */
export const lookahead = 2_000;

/** The first place from `at` on that is neither white space nor a character that a terminal would not show. */
export function skipNoise(text: string, at: number): number {
  noiseAtStart.lastIndex = at;
  return noiseAtStart.test(text) ? noiseAtStart.lastIndex : at;
}

/**
 * Where the first line is that begins with a bracket and goes on as JSON does.
 * @param from where to start looking
 * @returns the place of the bracket; -1 if there is none
 */
export function findJson(text: string, from: number): number {
  bracketAtLineStart.lastIndex = from;
  for (let match = bracketAtLineStart.exec(text); match; match = bracketAtLineStart.exec(text)) {
    const at = bracketAtLineStart.lastIndex - 1;
    if (goesOnAsJson(text, at)) return at;
  }
  return -1;
}

/**
 * Whether an object or a list starts with a bracket, and not something like `[INFO]` or `{0}`. If the text right
 * after the bracket does not tell, it counts as JSON: each line may have a bracket, so none is followed to the end of the text.
 */
export function goesOnAsJson(whole: string, bracket: number): boolean {
  const text = whole.slice(bracket, bracket + lookahead);
  const isCut = bracket + text.length < whole.length;
  let at = 0;
  let next = skipTrivia(text, at + 1);
  // Of a list, the start of its first item counts.
  while (text.charCodeAt(at) === Char.OpenBracket && '[{'.includes(text.charAt(next))) {
    at = next;
    next = skipTrivia(text, at + 1);
  }
  const char = text.charCodeAt(next);
  if (next >= text.length) return true;
  if (text.charCodeAt(at) === Char.OpenBrace) return char === Char.Quote || char === Char.CloseBrace;
  if (char === Char.CloseBracket) return isLineBlank(text, next + 1);
  const end = char === Char.Quote ? endOfString(text, next) : endOfWord(text, next);
  const after = skipTrivia(text, end);
  if (char !== Char.Quote && !isScalar(text.slice(next, end))) return false;
  if (isCut && after >= text.length) return true;
  return (
    text.charCodeAt(after) === Char.Comma ||
    (text.charCodeAt(after) === Char.CloseBracket && isLineBlank(text, after + 1))
  );
}

/** Whether a line starts like the log of a program, `[INFO] …`, instead of a list. */
export function startsAsLog(text: string, bracket: number): boolean {
  logMark.lastIndex = bracket;
  return logMark.test(text) && !goesOnAsJson(text, bracket);
}

const logMark = /\[[^[\]{}"\r\n]{1,200}\]/y;

/**
 * Where text after the JSON ends that starts with another character than JSON does: with its line.
 * @param isLast whether nothing follows the text
 */
export function endOfOtherText(text: string, start: number, isLast: boolean, isAfterComma: boolean): number {
  const next = text.charAt(skipTrivia(text, start + 1));
  const mayBeList = next === '{' || (isAfterComma && '[]'.includes(next));
  // The text after the bracket decides.
  if (text.charCodeAt(start) === Char.OpenBracket && mayBeList) return start + 1;
  // An object whose start is broken ends before the next record.
  const isObject = text.charCodeAt(start) === Char.OpenBrace;
  return isObject || isAfterComma ? nextRecordOrLineEnd(text, start + 1, isLast) : endOfLine(text, start + 1);
}

/** Where the line ends that `at` is in, without its line end. */
function endOfLine(text: string, at: number): number {
  lineEnd.lastIndex = at;
  return lineEnd.exec(text)?.index ?? text.length;
}

const lineEnd = /[\r\n]/g;

function isLineBlank(text: string, at: number): boolean {
  return /^[\s,]*$/.test(text.slice(at, endOfLine(text, at)));
}

/**
 * The kind of a text that is not JSON, and how it starts; and whether it may stand before or after JSON, or stands instead of
 * it, so that nothing in it is JSON, although some of it may look so.
 */
type TextRow = readonly [kind: TextKind, start: RegExp, place?: 'around' | 'instead'];

/** Of several kinds that fit, the first counts. */
const textKinds: readonly TextRow[] = [
  ['compressed', /^(?:\p{Cc}\ufffd|PK\p{Cc}|BZh\d|\ufffd7zXZ|\(\ufffd\/\ufffd|7z\ufffd|Rar!)/u, 'instead'],
  [
    'binary file',
    /^(?:%PDF-|\ufffdPNG|GIF8|SQLite format|\p{Cc}ELF|MZ\ufffd)|^[^\n]{0,99}(?!\s)\p{Cc}\ufffd/u,
    'instead',
  ],
  ['web response', /^StatusCode +: \d+\s*\r?\n(?:.*\r?\n){0,3}?(?:StatusDescription|Content|RawContent) *:/, 'instead'],
  // Other texts have a name and a colon on each line, too: only these names are certain.
  [
    'HTTP headers',
    /^(?:HTTP\/[\d.]+ \d{3}|(?:[a-z][\w-]*: .*\r?\n)*(?:content-[a-z]+|cache-control|etag|x-[\w-]+): )/i,
    'around',
  ],
  ['HTML', /^<(?:!doctype html|html|head|body)\b/i, 'around'],
  ['CLIXML', /^(?:#< CLIXML|<Objs\b)/, 'instead'],
  ['XML', /^<(?:\?xml|[a-z][\w:.-]*[\s/>])/i],
  ['HTML entities', /^(?:[[{]\s*)*&(?:quot|#34|#x22);/i, 'instead'],
  ['code fence', /^(?:```|~~~)/, 'around'],
  ['terminal colours', /^\p{Cc}\[?[\d;]*m/u, 'around'],
  ['terminal codes', /^\p{Cc}/u, 'around'],
  ['printed object', /^(?:[[&]\s*)*(?:map\[\w+:|\{\w+:[^\s"'{[]|\{\w+=[^=]|\{\s*(?:"\w+"|:\w+) ?=>)/, 'instead'],
  [
    'printed object',
    /^(?:\[\s*)*[A-Z]\w*(?: ?\{ ?\w+ ?=|[([]\w+ ?= ?(?!['"<[\d]|None|True|False|datetime|\w+\())|^array\s*[([{]/i,
    'instead',
  ],
  ['Python', /^(?:[[({]\s*)*(?:'|[A-Za-z_][\w.]*\(\w+=|datetime\.|(?:True|False|None)\b)/, 'instead'],
  [
    'JavaScript',
    /^(?:[[(]\s*)*(?:[A-Z]\w*(?:\(\d+\))? |\[Object: null prototype\] )?\{\s*[a-z_$][\w$]*: (?=(?:.*\r?\n){0,40}?.*(?:: '|\[Array\]|\[Object\]|\[\w+: |\d more item))/i,
    'instead',
  ],
  ['JavaScript', /^(?:\/\/.*\s+)*(?:export default|module\.exports *=|(?:const|let|var) \w+ *=)/],
  ['Format-Table', /^\S.*\r?\n *-{2,}(?: +-{2,})+/, 'around'],
  ['Format-List', /^\w+ +: /, 'around'],
  ['PowerShell message', /^(?:WARNING|VERBOSE|DEBUG): |^PS(?: [^\r\n]*)?>/, 'around'],
  [
    'CSV',
    /^(?:#TYPE .*\r?\n|sep=.\r?\n)?(?=.*\b(?:job_?id|status|backup_?type)\b)"?[\w. ]+"?(?:[,;\t]"?[\w. ]+"?){2,}\r?\n/i,
  ],
  [
    'YAML',
    /^(?=[\s\S]*\b(?:job_?id|status|backup_?type)\b)(?:%YAML.*\r?\n)?(?:(?:---|#).*\r?\n)*(?:- +)?['"]?\w+['"]?:(?: .*)?\r?\n *(?:- |(?:- )?['"]?\w+['"]?:(?: |\r?\n|$))/i,
  ],
];

/** Whether nothing in a text is JSON, judged by how it starts: a dictionary, for example, as Python's `print` shows it. */
export function isWithoutJson(text: string): boolean {
  return rowOf(text)?.[2] === 'instead' && !(/^[[{(]/.test(text) && /"\w+"\s*:/.test(text));
}

/** The kind of a text before or after JSON, judged by how it starts. CSV is not expected there. */
export function kindAroundJson(text: string): TextKind {
  const [kind, , place] = rowOf(text) ?? [];
  return kind && place ? kind : 'other';
}

/** The kind of a text that is not JSON, judged by how it starts. */
export function kindOfText(text: string): TextKind {
  return rowOf(text)?.[0] ?? 'other';
}

function rowOf(text: string): TextRow | undefined {
  const beginning = text.slice(0, lookahead).trimStart();
  return textKinds.find(([, start]) => start.test(beginning));
}
