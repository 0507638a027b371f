import { type DocumentFix, EntryFixes, unwrappingOf } from '../index/fixes.ts';
import { countFindings, entriesWithFindings, recordsToRead } from '../index/listing.ts';
import type { RecordIndex } from '../index/record-index.ts';
import type { RangeEdit } from '../json/edit.ts';
import { compare, type Range } from '../json/position.ts';
import type { Severity } from '../model/severity.ts';
import type { Finding } from '../record/finding.ts';
import { type RuleId, ruleIds } from '../record/rules/index.ts';

/**
 * How many findings are looked at for the titles of the light bulb, which VS Code asks for whenever the cursor moves, and
 * how many records are read for that: an envelope may hold thousands, and is read as a whole.
 */
const maxCounted = 200;

/** The findings of a rule that have the same fix, counted for the titles in the light bulb. */
export class SameFindings {
  /** How many of the findings each fix that is for all fits, by its key. */
  readonly #counts = new Map<string, number>();
  readonly #all: number;
  readonly #isCounted: boolean;
  #lossless = 0;

  constructor(index: RecordIndex, rule: RuleId) {
    this.#all = index.countOf(rule);
    this.#isCounted = this.#all <= maxCounted && recordsToRead(index, rule) <= maxCounted;
    for (const fixes of this.#isCounted ? fixesOfRule(index, rule) : []) {
      if (fixes.some(({ isLossless }) => isLossless)) this.#lossless++;
      const keys = new Set(fixes.map(({ forAll }) => forAll?.key));
      for (const key of keys) if (key !== undefined) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  /** The title of a fix for all findings that it fits; undefined if there is only one, or it is for that one only. */
  titleForAll({ forAll }: DocumentFix): string | undefined {
    if (!forAll || this.#all < 2) return undefined;
    if (!this.#isCounted) return forAll.title('all');
    const count = this.#counts.get(forAll.key) ?? 0;
    return count < 2 ? undefined : forAll.title(`all ${count}`);
  }

  /** The title of the action that applies all lossless fixes of the rule; undefined if there is one problem only. */
  titleForLossless(rule: RuleId): string | undefined {
    if (this.#all < 2) return undefined;
    if (!this.#isCounted) return `Fix all certain "${rule}" problems in the file`;
    if (this.#lossless === this.#all) return `Fix all ${this.#all} "${rule}" problems in the file`;
    return `Fix ${this.#lossless} of ${this.#all} "${rule}" problems in the file`;
  }
}

/**
 * How many findings of the entries have a lossless fix.
 * @returns undefined if there are too many findings to look at each, or too many records to read for them
 */
export function countLossless(
  index: RecordIndex,
  severityOf: (finding: Pick<Finding, 'rule'>) => Severity,
): number | undefined {
  const isWanted = (rule: RuleId): boolean => severityOf({ rule }) !== 'off';
  const rules = ruleIds.filter(isWanted);
  const isTooMuch = rules.some((rule) => recordsToRead(index, rule) > maxCounted);
  if (isTooMuch || countFindings(index, isWanted) > maxCounted) return undefined;
  let count = unwrappingOf(index).filter(({ isLossless }) => isLossless).length;
  for (const rule of rules) {
    for (const fixes of fixesOfRule(index, rule)) if (fixes.some(({ isLossless }) => isLossless)) count++;
  }
  return count;
}

/**
 * The edits of one fix, for all findings of its rule that it fits, one after the other. Where two of them meet, the first
 * one is made.
 */
export function* editsForAll(index: RecordIndex, rule: RuleId, key: string): Generator<readonly RangeEdit[]> {
  let last: RangeEdit | undefined;
  for (const fixes of fixesOfRule(index, rule)) {
    const edits = fixes.find(({ forAll }) => forAll?.key === key)?.edits ?? [];
    if (edits.some(({ range }) => last && meet(last.range, range))) continue;
    yield edits;
    last = edits.at(-1) ?? last;
  }
}

function meet(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

/** For each finding of a rule, its fixes. */
function* fixesOfRule(index: RecordIndex, rule: RuleId): Generator<readonly DocumentFix[]> {
  for (const [entry, findings] of entriesWithFindings(index)) {
    const wanted = findings.filter((finding) => finding.rule === rule);
    if (wanted.length === 0) continue;
    const fixes = new EntryFixes(index, entry);
    for (const finding of wanted) yield fixes.fixesOf(finding);
  }
}
