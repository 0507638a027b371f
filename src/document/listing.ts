import type { Finding } from '../record/finding.ts';
import { type RuleId, ruleIds } from '../record/rules.ts';
import { jobIdLength } from './check.ts';
import { placed, placedAt } from './entry.ts';
import type { Entry } from './extents.ts';
import type { RecordIndex } from './record-index.ts';
import { compare, type Range } from './text-source.ts';

/** A finding, and where it stands in the document. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly range: Range;
  /** The entry that it is found in, of whose text its offset is; undefined of what is said of the file. */
  readonly entry?: Entry;
  /** Of a repeated `jobId`: where the first record with it has it. */
  readonly earlier?: Range;
}

/** What of the findings of a document is wanted. */
export interface View {
  /** How much a rule matters: 0 for what matters most; undefined for what is not wanted. */
  readonly rank: (rule: RuleId) => number | undefined;
  /** The line at which the user looks. */
  readonly near: number;
  /** How many findings are wanted at most. */
  readonly most: number;
}

/** How many findings there are of the rules that are wanted. */
export function countFindings(index: RecordIndex, isWanted: (rule: RuleId) => boolean): number {
  const { reports, jobIds } = index.entries;
  if (index.foreign) return Number(isWanted('foreign-file')) + (isWanted('syntax') ? reports.count('syntax') : 0);
  let count = 0;
  for (const rule of ruleIds) if (isWanted(rule)) count += reports.count(rule);
  if (isWanted('duplicate-job-id')) count += jobIds.duplicates;
  return count + Number(index.wrapping !== undefined && isWanted('powershell-array'));
}

/**
 * The findings of a document: all, in the order of the text; where there are too many, those that matter most first,
 * of equal ones those that are near.
 */
export function listFindings(index: RecordIndex, view: View): readonly PlacedFinding[] {
  const ofFile = fileFindings(index).filter(({ finding }) => view.rank(finding.rule) !== undefined);
  const entries = new TellingEntries(index);
  if (countFindings(index, (rule) => view.rank(rule) !== undefined) > view.most) {
    return [...ofFile, ...nearest(entries, view, view.most - ofFile.length)];
  }
  const findings = [...ofFile];
  for (const entry of entries.indexes) {
    for (const one of entries.findingsOf(entry)) if (view.rank(one.finding.rule) !== undefined) findings.push(one);
  }
  return findings;
}

/** The findings of the file as a whole, and of the entries that a range touches. */
export function findingsAround(index: RecordIndex, range: Range): readonly PlacedFinding[] {
  const telling = new TellingEntries(index);
  const findings = fileFindings(index);
  for (let at = index.entries.firstEndingAt(range.start); at < index.count; at++) {
    if (compare(index.entries.startOf(at), range.end) > 0) break;
    for (const finding of telling.findingsOf(at)) findings.push(finding);
  }
  return findings;
}

/** The entries that have findings of their own, and those; their offsets are those of the entry's text. */
export function* reportedEntries({ entries }: RecordIndex): Generator<readonly [Entry, readonly Finding[]]> {
  for (let at = 0; at < entries.count; at++) {
    const entry = entries.at(at);
    const report = entries.reports.get(entry.report);
    if (report) yield [entry, report.findings.map(({ finding }) => finding)];
  }
}

/** What is to be said of the file as a whole. */
function fileFindings({ foreign, wrapping }: RecordIndex): PlacedFinding[] {
  if (foreign) {
    const { kind, start } = foreign;
    const range = { start, end: { line: start.line, character: start.character + 1 } };
    return [{ finding: { rule: 'foreign-file', offset: 0, length: 1, kind }, range }];
  }
  if (!wrapping) return [];
  return [{ finding: { rule: 'powershell-array', offset: 0, length: 0, place: 'file' }, range: wrapping.range }];
}

/** Goes through the entries once for each rank, from the line at which the user looks to both ends. */
function nearest(entries: TellingEntries, view: View, most: number): PlacedFinding[] {
  const ordered = entries.outwardsFrom(view.near);
  const ranks = [...new Set(ruleIds.map(view.rank))].filter((rank) => rank !== undefined).sort();
  const findings: PlacedFinding[] = [];
  for (const rank of ranks) {
    for (const entry of ordered) {
      for (const one of entries.findingsOf(entry)) if (view.rank(one.finding.rule) === rank) findings.push(one);
      if (findings.length >= most) return findings.slice(0, most);
    }
  }
  return findings;
}

/** The entries of a document of which something is to be said. */
class TellingEntries {
  readonly indexes: readonly number[];
  /** By the key of a repeated id, the first entry that has it. */
  readonly #firsts = new Map<number, number>();

  constructor(readonly index: RecordIndex) {
    const { entries } = index;
    const { jobIds, telling } = entries;
    this.indexes = telling;
    if (jobIds.duplicates === 0) return;
    for (const entry of this.indexes) {
      const { jobKey } = entries.at(entry);
      if (jobIds.isRepeated(jobKey) && !this.#firsts.has(jobKey)) this.#firsts.set(jobKey, entry);
    }
  }

  findingsOf(index: number): readonly PlacedFinding[] {
    const { entries, foreign } = this.index;
    const known = entries.at(index);
    const { start, report, jobKey } = known;
    const findings: PlacedFinding[] = (entries.reports.get(report)?.findings ?? [])
      // Of a file of another kind nothing is said but that, and what is not even JSON.
      .filter(({ finding }) => !foreign || finding.rule === 'syntax')
      .map(({ finding, range }) => ({ finding, range: placed(range, start), entry: known }));
    const first = foreign ? undefined : this.#firsts.get(jobKey);
    if (first === undefined || first === index) return findings;
    const range = this.#jobIdOf(index);
    const earlier = { offset: 0, length: jobIdLength };
    const finding: Finding = { rule: 'duplicate-job-id', offset: 0, length: jobIdLength, earlier };
    return [...findings, { finding, range, entry: known, earlier: this.#jobIdOf(first) }];
  }

  /** The entries, from those near a line to those far away. */
  outwardsFrom(line: number): number[] {
    const { entries } = this.index;
    const { indexes } = this;
    const ordered: number[] = [];
    let below = indexes.findIndex((entry) => entries.endOf(entry).line >= line);
    if (below < 0) below = indexes.length;
    let above = below - 1;
    while (above >= 0 || below < indexes.length) {
      if (below < indexes.length) ordered.push(indexes[below++] as number);
      if (above >= 0) ordered.push(indexes[above--] as number);
    }
    return ordered;
  }

  #jobIdOf(entry: number): Range {
    const { start, jobIdAt } = this.index.entries.at(entry);
    const at = placedAt(jobIdAt, start);
    return { start: at, end: { line: at.line, character: at.character + jobIdLength } };
  }
}
