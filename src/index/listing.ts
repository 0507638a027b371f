import { jobIdLength } from '../document/check.ts';
import { absoluteRange, compare, type Range } from '../document/position.ts';
import type { Finding } from '../record/finding.ts';
import { type RuleId, ruleIds } from '../record/rules/index.ts';
import type { Entry } from './entry-table.ts';
import type { RecordIndex } from './record-index.ts';
import type { EntryFinding } from './reports.ts';

/** A finding, and where it stands in the document. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly range: Range;
  /** The index of the entry that it is found in, of whose text its offset is; undefined of what is said of the file. */
  readonly entry?: number;
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
  let count = fileFindings(index).filter(({ finding }) => isWanted(finding.rule)).length;
  for (const rule of ruleIds) if (isWanted(rule)) count += countInEntries(index, rule);
  return count;
}

/** How many findings of a rule the entries have. Of a file of another kind nothing is said but what is not even JSON. */
function countInEntries({ entries: { reports, jobIds }, foreign }: RecordIndex, rule: RuleId): number {
  if (foreign) return rule === 'syntax' ? reports.count(rule) : 0;
  return rule === 'duplicate-job-id' ? jobIds.duplicates : reports.count(rule);
}

/**
 * The findings of a document: all, in the order of the text; where there are too many, those that matter most first,
 * of equal ones those that are near.
 */
export function listFindings(index: RecordIndex, view: View): readonly PlacedFinding[] {
  const ofFile = fileFindings(index).filter(({ finding }) => view.rank(finding.rule) !== undefined);
  if (index.entries.isQuiet) return ofFile;
  const entries = new FindingsView(index);
  if (countFindings(index, (rule) => view.rank(rule) !== undefined) > view.most) {
    return [...ofFile, ...nearest(entries, view, view.most - ofFile.length)];
  }
  const findings = [...ofFile];
  for (const entry of entries.indexes) {
    for (const one of entries.findingsOf(entry)) {
      if (view.rank(one.finding.rule) !== undefined) findings.push(entries.place(one, entry));
    }
  }
  return findings;
}

/** The findings of the file as a whole, and of the entries that a range touches. */
export function findingsAround(index: RecordIndex, range: Range): readonly PlacedFinding[] {
  const telling = new FindingsView(index);
  const findings = fileFindings(index);
  for (let at = index.entries.firstEndingAt(range.start); at < index.count; at++) {
    if (compare(index.entries.startOf(at), range.end) > 0) break;
    for (const one of telling.findingsOf(at)) findings.push(telling.place(one, at));
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
function fileFindings({ foreign, wrapper }: RecordIndex): PlacedFinding[] {
  if (foreign) {
    const { kind, start } = foreign;
    const range = { start, end: { line: start.line, character: start.character + 1 } };
    return [{ finding: { rule: 'foreign-file', offset: 0, length: 1, kind }, range }];
  }
  if (!wrapper) return [];
  return [{ finding: { rule: 'powershell-array', offset: 0, length: 0 }, range: wrapper.range }];
}

/** The findings of each rank are sought from the line at which the user looks to both ends of the document. */
function nearest(entries: FindingsView, view: View, most: number): PlacedFinding[] {
  const ranks = new Map(ruleIds.map((rule) => [rule, view.rank(rule)]));
  const wanted = roomByRank(entries.index, ranks, most);
  const found: PlacedFinding[][] = wanted.map(() => []);
  let missing = most;
  for (const entry of entries.outwardsFrom(view.near)) {
    for (const one of entries.findingsOf(entry)) {
      const rank = ranks.get(one.finding.rule) ?? wanted.length;
      const ofRank = found[rank];
      if (!ofRank || ofRank.length === wanted[rank]) continue;
      ofRank.push(entries.place(one, entry));
      missing--;
    }
    if (missing === 0) break;
  }
  return found.flat();
}

/** How many findings of each rank there is room for: of those that matter most, as many as there are. */
function roomByRank(index: RecordIndex, ranks: ReadonlyMap<RuleId, number | undefined>, most: number): number[] {
  const room: number[] = [];
  for (const [rule, rank] of ranks) {
    if (rank !== undefined) room[rank] = (room[rank] ?? 0) + countInEntries(index, rule);
  }
  let left = most;
  return Array.from(room, (count = 0) => {
    const taken = Math.min(count, left);
    left -= taken;
    return taken;
  });
}

/** The entries of a document of which something is to be said. */
class FindingsView {
  readonly indexes: readonly number[];
  /** By an entry whose id an earlier one has: the first that has it. */
  readonly #firsts = new Map<number, number>();
  /** Of a file of another kind nothing is said but that, and what is not even JSON. */
  readonly #isForeign: boolean;

  constructor(readonly index: RecordIndex) {
    this.indexes = index.entries.telling;
    this.#isForeign = index.foreign !== undefined;
    if (index.entries.jobIds.duplicates > 0 && !this.#isForeign) this.#findFirsts();
  }

  #findFirsts(): void {
    const { entries } = this.index;
    const firsts = new Map<number, number>();
    for (const entry of this.indexes) {
      const key = entries.jobKeyOf(entry);
      if (!entries.jobIds.isRepeated(key)) continue;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, entry);
      else this.#firsts.set(entry, first);
    }
  }

  /** What is said of an entry, its places as seen from the entry's start; a repeated id comes last. */
  findingsOf(entry: number): readonly EntryFinding[] {
    const { entries } = this.index;
    const own = entries.reports.get(entries.reportOf(entry))?.findings ?? none;
    if (this.#isForeign) return own.filter(({ finding }) => finding.rule === 'syntax');
    return this.#firsts.has(entry) ? [...own, this.#repeatedId(entry)] : own;
  }

  /** Puts something that is said of an entry into its place in the document. */
  place({ finding, range }: EntryFinding, entry: number): PlacedFinding {
    const { entries } = this.index;
    const first = finding.rule === 'duplicate-job-id' ? this.#firsts.get(entry) : undefined;
    const found = { finding, range: absoluteRange(range, entries.startOf(entry)), entry };
    return first === undefined
      ? found
      : { ...found, earlier: absoluteRange(this.#jobIdIn(first), entries.startOf(first)) };
  }

  /** The entries, from those near a line to those far away. */
  outwardsFrom(line: number): number[] {
    const near = this.index.entries.firstEndingAt({ line, character: 0 });
    const ordered: number[] = [];
    let below = this.indexes.findIndex((entry) => entry >= near);
    if (below < 0) below = this.indexes.length;
    let above = below - 1;
    while (above >= 0 || below < this.indexes.length) {
      if (below < this.indexes.length) ordered.push(this.indexes[below++] as number);
      if (above >= 0) ordered.push(this.indexes[above--] as number);
    }
    return ordered;
  }

  #repeatedId(entry: number): EntryFinding {
    const earlier = { offset: 0, length: jobIdLength };
    return {
      finding: { rule: 'duplicate-job-id', offset: 0, length: jobIdLength, earlier },
      range: this.#jobIdIn(entry),
    };
  }

  /** Where the id of an entry stands, as seen from the entry's start. */
  #jobIdIn(entry: number): Range {
    const { jobIdAt } = this.index.entries.at(entry);
    return { start: jobIdAt, end: { line: jobIdAt.line, character: jobIdAt.character + jobIdLength } };
  }
}

const none: readonly EntryFinding[] = [];
