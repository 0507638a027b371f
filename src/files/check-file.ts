import { checkText } from '../document/check.ts';
import { checkedLayoutOf, type Layout, layoutOf } from '../document/layout.ts';
import { kindOfText } from '../document/surroundings.ts';
import { syntaxFindings, textOfLines } from '../document/syntax.ts';
import type { Format } from '../document/value-scanner.ts';
import type { Allowed } from '../model/allowed.ts';
import type { Finding } from '../record/finding.ts';
import { type Decoded, decode } from './encoding.ts';
import { formatOf, isOurName } from './file-names.ts';
import { decidingLength } from './prefilter.ts';
import { isOursByContent } from './recognize.ts';
import { secondEncodingIn } from './second-encoding.ts';

/** A checked file: its text and its findings, in the order of the text. */
export interface CheckedFile extends Decoded {
  readonly format: Format;
  readonly layout: Layout;
  readonly findings: readonly Finding[];
  readonly recordCount: number;
}

/**
 * Checks the content of a file, including its syntax.
 * @param name determines the format: `.jsonc` allows comments, `.jsonl` and `.ndjson` have one record per line
 */
export function checkFile(bytes: Uint8Array, name: string, allowed: Allowed): CheckedFile {
  return checkDecoded(decode(bytes), formatOf(name) ?? 'json', allowed);
}

/** Checks the text of a file, including its syntax. */
export function checkDecoded(decoded: Decoded, format: Format, allowed: Allowed): CheckedFile {
  const kind = decoded.brokenAt ? kindOfText(decoded.text) : undefined;
  if (kind === 'compressed' || kind === 'binary file') {
    const findings: Finding[] = [{ rule: 'syntax', offset: 0, length: 1, problem: 'no JSON', kind }];
    return { ...decoded, format, layout: layoutOf('', format), findings, recordCount: 0 };
  }
  const end = secondEncodingIn(decoded);
  const text = end === undefined ? decoded.text : decoded.text.slice(0, end);
  const layout = checkedLayoutOf(text, format, allowed);
  const broken = brokenBytes(decoded, end, format);
  const syntax = textOfLines(text, layout) ?? syntaxFindings(text, format, layout);
  const { findings: ofRecords, recordCount } = checkText(text, layout);
  const brokenAt = broken.map(({ offset }) => offset);
  // Bytes that are not text have no other problem: they are read as U+FFFD.
  const others = [...syntaxBeside(broken, syntax, text, format), ...ofRecords].filter(
    (finding) => !isAnyWithin(brokenAt, finding) && !(broken.length > 0 && isLostCharacter(finding)),
  );
  const findings = [...broken, ...others].sort((a, b) => a.offset - b.offset);
  return { ...decoded, format, layout, findings, recordCount, ...(brokenAt.length > 0 && { brokenAt }) };
}

/** The findings of bytes that are not text: the first of a file, or of each line of JSON Lines. */
function brokenBytes({ encoding, brokenAt = [] }: Decoded, end: number | undefined, format: Format): Finding[] {
  const family = encoding.startsWith('utf-8') ? 'UTF-8' : 'UTF-16';
  const findings = brokenAt
    .filter((offset) => end === undefined || offset < end)
    .map((offset): Finding => ({ rule: 'syntax', offset, length: 1, problem: 'wrong bytes', encoding: family }));
  if (end !== undefined) findings.push({ rule: 'syntax', offset: end, length: 1, problem: 'second encoding' });
  return format === 'lines' ? findings : findings.slice(0, 1);
}

/** The syntax errors of the text, but one finding at most for the text, or for a line of JSON Lines. */
function syntaxBeside(
  broken: readonly Finding[],
  syntax: readonly Finding[],
  text: string,
  format: Format,
): readonly Finding[] {
  if (broken.length === 0) return syntax;
  if (format !== 'lines') return [];
  const lineOf = (offset: number): number => text.lastIndexOf('\n', offset - 1);
  const lines = new Set(broken.map(({ offset }) => lineOf(offset)));
  return syntax.filter(({ offset }) => !lines.has(lineOf(offset)));
}

function isLostCharacter(finding: Finding): boolean {
  return finding.rule === 'mojibake' && finding.suggestion === undefined;
}

/** @param offsets in the order of the text. There may be one in each line, hence by halves */
function isAnyWithin(offsets: readonly number[], { offset, length }: Finding): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return (offsets[low] ?? Number.POSITIVE_INFINITY) < offset + length;
}

/** The endings of the files that a folder check looks at. */
const searchedEndings = ['json', 'jsonc', 'jsonl', 'ndjson'] as const;

/** The endings of compressed files: a folder check counts such files, and leaves them out. */
const compressedEndings = ['gz', 'zip', 'xz', 'bz2', 'zst', 'br', '7z'];

/** The endings of all files that a folder check finds. */
export const foundEndings: readonly string[] = searchedEndings.flatMap((ending) => [
  ending,
  ...compressedEndings.map((compressed) => `${ending}.${compressed}`),
]);

/** Whether a file, by its name, holds compressed JSON. */
export function isCompressed(name: string): boolean {
  return compressed.test(name);
}

const compressed = new RegExp(`\\.(?:${searchedEndings.join('|')})\\.(?:${compressedEndings.join('|')})$`, 'i');

/** The names of the folders that a folder check skips. */
export const unsearchedFolders = ['node_modules', '.git'] as const;

/**
 * Checks a file that was found in a folder, if it is recognized by its name or its content. Foreign files are reported
 * only if their name is a strong one.
 * @returns undefined if the file is not recognized
 */
export function checkFound(bytes: Uint8Array, name: string, allowed: Allowed): CheckedFile | undefined {
  const isNamed = isOurName(name);
  if (!isNamed && !isOurs(bytes, name)) return undefined;
  const checked = checkFile(bytes, name, allowed);
  if (!isNamed && checked.findings.some((finding) => finding.rule === 'foreign-file' && finding.isWholeFile))
    return undefined;
  return checked;
}

function isOurs(bytes: Uint8Array, name: string): boolean {
  // A UTF-16 unit has two bytes. For UTF-8 this is more than necessary.
  const beginning = decode(bytes.subarray(0, decidingLength * 2)).text;
  return isOursByContent(beginning, formatOf(name));
}
