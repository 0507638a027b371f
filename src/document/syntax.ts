import { isJson } from '../json/is-json.ts';
import { Char, endOfConflict, isConflictChar, isSpace, skipTrivia } from '../json/lexer.ts';
import type { Finding } from '../record/finding.ts';
import { isJsonWithComments } from '../record/parse/parse.ts';
import { type Layout, linesOf } from './layout.ts';
import { kindAroundJson, kindOfText, lookahead } from './surroundings.ts';
import { firstProblem, type Problem } from './syntax-reader.ts';
import type { Format } from './value-scanner.ts';
import { wrappedAt } from './wrapped.ts';

/**
 * Reports the first syntax error of a text, or of each line of JSON Lines. There is a finding if and only if
 * `JSON.parse` throws; but `jsonc` also allows comments and trailing commas, JSON Lines blank lines.
 * @param layout of the text; its sound items are not read again
 */
export function syntaxFindings(text: string, format: Format, layout: Layout): Finding[] {
  const findings = unwrappedFindings(text, format, layout);
  const [first] = findings;
  const isSound = format === 'lines' ? isJsonLines : format === 'jsonc' ? isJsonWithComments : isJson;
  const width = first && wrappedAt(text, isSound);
  if (!first || width === undefined) return findings;
  return [{ rule: 'syntax', offset: first.offset, length: first.length, problem: 'wrapped', width }];
}

/**
 * The syntax errors of a text whose line ends belong where they are. The editor's index tells these of JSON Lines: whether
 * something has cut the lines could only be told from the whole text, which an edit does not read again.
 */
export function unwrappedFindings(text: string, format: Format, layout: Layout): Finding[] {
  if (layout.isOverSeveralLines && layout.shape !== 'text') return [severalLinesIn(text)];
  if (layout.shape === 'lines') return syntaxOfLines(text, layout);
  const conflicts = text.includes('<<<<<<<') ? [...text.matchAll(openedConflict)] : [];
  if (conflicts.length > 0)
    return conflicts.map(({ index }) => ({ rule: 'syntax', offset: index, length: 7, problem: 'merge conflict' }));
  const around = textAround(text, layout);
  if (around) return [around];
  return findingsOf(firstProblem(text, { withComments: format === 'jsonc', items: layout.items }));
}

const openedConflict = /(?<=^|[\r\n])<{7}(?= |[\r\n]|$)/g;

function isJsonLines(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || isJson(line));
}

/** The syntax error of one line of JSON Lines, if it has one. */
export function syntaxOfLine(line: string): Finding[] {
  return findingsOf(firstProblem(line));
}

/** JSON Lines whose records take several lines have this one syntax error, at their first token. */
export function severalLinesIn(text: string): Finding {
  return { rule: 'syntax', offset: text.search(/\S/), length: 1, problem: 'several lines' };
}

function syntaxOfLines(text: string, { items }: Layout): Finding[] {
  const soundEnds = new Map(
    items.filter(({ isSound }) => isSound).map(({ offset, length }) => [offset, offset + length]),
  );
  const findings: Finding[] = [];
  let endOfSides = 0;
  for (const { start, end } of linesOf(text)) {
    if (isConflictChar(text.charCodeAt(start)) && text.charCodeAt(start) !== Char.LessThan)
      endOfSides = Math.max(endOfSides, endOfConflict(text, start));
    let at = Math.max(start, endOfSides);
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    if (at >= end || soundEnds.get(at) === end) continue;
    for (const finding of syntaxOfLine(text.slice(at, end))) findings.push({ ...finding, offset: finding.offset + at });
  }
  return findings;
}

/** The one finding of JSON Lines that are of another kind, such as CSV, and so have no record. */
export function textOfLines(text: string, { items, shape }: Layout): Finding[] | undefined {
  if (shape !== 'lines' || items.some(({ type }) => type === 'object' || type === 'array')) return undefined;
  const offset = text.search(/\S/);
  const kind = kindOfText(text);
  return kind === 'other' ? undefined : [{ rule: 'syntax', offset, length: 1, problem: 'no JSON', kind }];
}

/** The finding of a text that is not JSON, or that has other text before its JSON. */
function textAround(text: string, { shape, start }: Layout): Finding | undefined {
  const first = skipTrivia(text, 0);
  if (shape !== 'text' && start <= first) return undefined;
  const found = firstProblem(text);
  const { offset = first, length = 0 } = found ?? {};
  if (found?.problem === 'unseen character') return { rule: 'syntax', ...found };
  const around = text.slice(first, first + lookahead);
  return shape === 'text'
    ? { rule: 'syntax', offset, length, problem: 'no JSON', kind: kindOfText(around) }
    : { rule: 'syntax', offset, length, problem: 'text before', kind: kindAroundJson(around) };
}

function findingsOf(problem: Problem | undefined): Finding[] {
  return problem ? [{ rule: 'syntax', ...problem }] : [];
}
