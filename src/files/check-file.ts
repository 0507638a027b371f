import { checkAll } from '../document/check.ts';
import { type Layout, layoutOf } from '../document/layout.ts';
import { syntaxFindings } from '../document/syntax.ts';
import type { Format } from '../document/value-scanner.ts';
import type { Finding } from '../record/finding.ts';
import { type Decoded, decode } from './encoding.ts';
import { formatOf, nameKind } from './file-names.ts';
import { decidingLength } from './prefilter.ts';
import { holdsRecords } from './recognize.ts';

/** A checked file: its text and its findings, in the order of the text. */
export interface CheckedFile extends Decoded {
  readonly format: Format;
  readonly layout: Layout;
  readonly findings: readonly Finding[];
}

/**
 * Checks the content of a file, including its syntax.
 * @param name determines the format: `.jsonc` allows comments, `.jsonl` and `.ndjson` have one record per line
 */
export function checkFile(bytes: Uint8Array, name: string): CheckedFile {
  const decoded = decode(bytes);
  const format = formatOf(name) ?? 'json';
  if (decoded.brokenAt !== undefined) {
    const encoding = decoded.encoding.startsWith('utf-8') ? 'UTF-8' : 'UTF-16';
    const findings: Finding[] = [
      { rule: 'syntax', offset: decoded.brokenAt, length: 1, problem: 'wrong bytes', encoding },
    ];
    return { ...decoded, format, layout: { shape: 'empty', items: [] }, findings };
  }
  const { text } = decoded;
  const layout = layoutOf(text, format);
  const findings = [...syntaxFindings(text, format, layout.items), ...checkAll(text, layout)];
  return { ...decoded, format, layout, findings: findings.sort((a, b) => a.offset - b.offset) };
}

/** The endings of the files that a folder check looks at. */
export const searchedEndings = ['json', 'jsonc', 'jsonl', 'ndjson'] as const;

/** The names of the folders that a folder check skips. */
export const unsearchedFolders = ['node_modules', '.git'] as const;

/**
 * Checks a file that was found in a folder, if it is recognized by its name or its content. Foreign files are reported
 * only if their name is a strong one.
 * @returns undefined if the file is not recognized
 */
export function checkFound(bytes: Uint8Array, name: string): CheckedFile | undefined {
  const isNamed = nameKind(name) === 'strong';
  // A UTF-16 unit has two bytes. For UTF-8 this is more than necessary.
  const beginning = decode(bytes.subarray(0, decidingLength * 2)).text;
  if (!isNamed && !holdsRecords(beginning, formatOf(name))) return undefined;
  const checked = checkFile(bytes, name);
  if (!isNamed && checked.findings.some(({ rule }) => rule === 'foreign-file')) return undefined;
  return checked;
}
