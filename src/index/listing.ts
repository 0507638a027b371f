import { envelopeFinding } from '../document/envelope.ts';
import { jobIdLength } from '../document/value-report.ts';
import { absoluteRange, compare, type Position, type Range } from '../json/position.ts';
import type { Finding } from '../record/finding.ts';
import { type RuleId, ruleIds } from '../record/rules/index.ts';
import type { Entry } from './entry-table.ts';
import type { RecordIndex } from './record-index.ts';
import type { EntryFinding } from './reports.ts';

/** A finding and its range in the document. */
export interface DocumentFinding {
  readonly finding: Finding;
  readonly range: Range;
  /** The index of its entry, to whose text the offset of the finding is relative; undefined for the file as a whole. */
  readonly entry?: number;
  /** For a repeated `jobId`: where the first record with that id has it. */
  readonly earlier?: Range;
}

/** Which findings to list, and in what order. */
export interface View {
  /** The rank of a rule: 0 for the most severe; undefined to leave its findings out. */
  readonly rank: (rule: RuleId) => number | undefined;
  /** The line that the user is looking at. */
  readonly near: number;
  /** How many findings to list at most. */
  readonly max: number;
}

/** Counts the findings of the wanted rules. */
export function countFindings(index: RecordIndex, isWanted: (rule: RuleId) => boolean): number {
  let count = fileFindings(index).filter(({ finding }) => isWanted(finding.rule)).length;
  for (const rule of ruleIds) if (isWanted(rule)) count += index.countOf(rule);
  return count;
}

/** The last list of the findings of a document's entries, and a text that changes when it is out of date. */
const lists = new WeakMap<RecordIndex, { readonly key: string; readonly findings: readonly DocumentFinding[] }>();

/**
 * Lists the findings of a document in the order of its text. If there are too many, the most severe come first, and
 * among those of equal rank the nearest.
 * @returns the list itself that it has returned before, if nothing in it has changed
 */
export function listFindings(index: RecordIndex, view: View): readonly DocumentFinding[] {
  const ranks: Ranks = new Map(ruleIds.map((rule) => [rule, view.rank(rule)]));
  const ofFile = fileFindings(index).filter(({ finding }) => ranks.get(finding.rule) !== undefined);
  const max = view.max - ofFile.length;
  const isCut = countFindings(index, (rule) => ranks.get(rule) !== undefined) > view.max;
  const key = [
    index.version,
    index.foreign !== undefined,
    index.otherText !== undefined,
    max,
    isCut && view.near,
    ...ranks.values(),
  ].join();
  let list = lists.get(index);
  if (list?.key !== key) {
    const entries = new EntryFindings(index);
    list = { key, findings: isCut ? nearest(entries, ranks, view.near, max) : allOf(entries, ranks) };
    lists.set(index, list);
  }
  return ofFile.length > 0 ? [...ofFile, ...list.findings] : list.findings;
}

type Ranks = ReadonlyMap<RuleId, number | undefined>;

function allOf(entries: EntryFindings, ranks: Ranks): DocumentFinding[] {
  const findings: DocumentFinding[] = [];
  for (const entry of entries.indexes) {
    for (const found of entries.of(entry)) {
      if (ranks.get(found.finding.rule) !== undefined) findings.push(entries.inDocument(found, entry));
    }
  }
  return findings;
}

/**
 * The findings of the file as a whole, and of the entries that a range touches.
 * @param max how many of the entries' findings to look at; those of the last entry are complete
 */
export function findingsTouching(index: RecordIndex, range: Range, max: number): readonly DocumentFinding[] {
  const findings = fileFindings(index);
  const entries = new EntryFindings(index);
  for (let entry = index.indexAt(range.start); entry < index.count && findings.length < max; entry++) {
    if (compare(index.startOf(entry), range.end) > 0) break;
    for (const found of entries.of(entry)) findings.push(entries.inDocument(found, entry));
  }
  return findings;
}

/** The entries that have findings by themselves, with those findings; offsets are relative to the entry. */
export function* entriesWithFindings(index: RecordIndex): Generator<readonly [Entry, readonly Finding[]]> {
  for (const entry of index.indexesWithFindings()) {
    const findings = index.findingsOf(entry);
    if (findings.length > 0) yield [index.entryAt(entry), findings.map(({ finding }) => finding)];
  }
}

/** How many records are in the entries that have findings of a rule: all of them are read to fix these. */
export function recordsToRead(index: RecordIndex, rule: RuleId): number {
  let records = 0;
  for (const entry of index.indexesWithFindings()) {
    const isFound = index.findingsOf(entry).some(({ finding }) => finding.rule === rule);
    if (isFound) records += index.recordCountOf(entry);
  }
  return records;
}

/** The findings of the file as a whole; their offsets say nothing. */
function fileFindings(index: RecordIndex): DocumentFinding[] {
  const { foreign, envelope, otherText } = index;
  const findings: DocumentFinding[] = [];
  const add = (finding: Finding, range: Range): void => void findings.push({ finding, range });
  if (index.isOverSeveralLines) {
    const start = index.firstBracket;
    add({ rule: 'syntax', ...nowhere, problem: 'several lines' }, characterAt(start));
  }
  if (otherText) {
    add({ rule: 'syntax', ...nowhere, problem: 'no JSON', kind: otherText.kind }, characterAt(otherText.start));
  } else if (foreign) {
    add({ rule: 'foreign-file', ...nowhere, kind: foreign.kind, isWholeFile: true }, characterAt(foreign.start));
  } else if (envelope) add(envelopeFinding(envelope, nowhere), envelope.flagged);
  return findings;
}

const nowhere = { offset: 0, length: 0 };

function characterAt(start: Position): Range {
  return { start, end: { line: start.line, character: start.character + 1 } };
}

/** Looks for the findings of each rank from the line that the user is looking at towards both ends of the document. */
function nearest(entries: EntryFindings, ranks: Ranks, near: number, max: number): DocumentFinding[] {
  const { index } = entries;
  const wanted = roomByRank(index, ranks, max);
  const byRank: DocumentFinding[][] = wanted.map(() => []);
  let missing = max;
  for (const entry of outwards(entries.indexes, index.indexAt({ line: near, character: 0 }))) {
    for (const found of entries.of(entry)) {
      const rank = ranks.get(found.finding.rule) ?? wanted.length;
      const ofRank = byRank[rank];
      if (!ofRank || ofRank.length === wanted[rank]) continue;
      ofRank.push(entries.inDocument(found, entry));
      missing--;
    }
    if (missing === 0) break;
  }
  return byRank.flat();
}

/** How many findings of each rank to list: as many as there are of the most severe ones, and so on down. */
function roomByRank(index: RecordIndex, ranks: Ranks, max: number): number[] {
  const room: number[] = [];
  for (const [rule, rank] of ranks) {
    if (rank !== undefined) room[rank] = (room[rank] ?? 0) + index.countOf(rule);
  }
  let left = max;
  return Array.from(room, (count = 0) => {
    const taken = Math.min(count, left);
    left -= taken;
    return taken;
  });
}

/** Sorted numbers, from those near a number to those far away, alternating between the larger and the smaller ones. */
function outwards(numbers: readonly number[], near: number): number[] {
  const ordered: number[] = [];
  let above = numbers.findIndex((number) => number >= near);
  if (above < 0) above = numbers.length;
  let below = above - 1;
  while (below >= 0 || above < numbers.length) {
    if (above < numbers.length) ordered.push(numbers[above++] as number);
    if (below >= 0) ordered.push(numbers[below--] as number);
  }
  return ordered;
}

/** The findings of the entries of a document as they are reported: in a foreign file, only syntax errors. */
class EntryFindings {
  /** The indexes of the entries that have any. */
  readonly indexes: readonly number[];
  readonly #isForeign: boolean;
  readonly #isOtherText: boolean;
  readonly #repeatedJobIds: ReadonlyMap<number, number>;

  constructor(readonly index: RecordIndex) {
    this.indexes = index.indexesWithFindings();
    this.#isForeign = index.foreign !== undefined;
    this.#isOtherText = index.otherText !== undefined;
    this.#repeatedJobIds = this.#isForeign ? new Map() : index.repeatedJobIds(this.indexes);
  }

  /** The findings of an entry, relative to its start; a repeated `jobId` comes last. */
  of(entry: number): readonly EntryFinding[] {
    if (this.#isOtherText) return [];
    const own = this.index.findingsOf(entry);
    if (this.#isForeign) return own.filter(({ finding }) => finding.rule === 'syntax');
    return this.#repeatedJobIds.has(entry) ? [...own, this.#repeatedJobId(entry)] : own;
  }

  /** Converts a finding of an entry to one of the document. */
  inDocument({ finding, range }: EntryFinding, entry: number): DocumentFinding {
    const first = finding.rule === 'duplicate-job-id' ? this.#repeatedJobIds.get(entry) : undefined;
    const converted = { finding, range: absoluteRange(range, this.index.startOf(entry)), entry };
    if (first === undefined) return converted;
    return { ...converted, earlier: absoluteRange(this.#jobIdRange(first), this.index.startOf(first)) };
  }

  #repeatedJobId(entry: number): EntryFinding {
    const earlier = { offset: 0, length: jobIdLength };
    return {
      finding: { rule: 'duplicate-job-id', offset: 0, length: jobIdLength, earlier },
      range: this.#jobIdRange(entry),
    };
  }

  /** The range of the `jobId` of an entry, relative to the start of the entry. */
  #jobIdRange(entry: number): Range {
    const { jobIdAt } = this.index.entryAt(entry);
    return { start: jobIdAt, end: { line: jobIdAt.line, character: jobIdAt.character + jobIdLength } };
  }
}
