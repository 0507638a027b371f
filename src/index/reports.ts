import type { Range } from '../json/position.ts';
import type { Finding } from '../record/finding.ts';
import type { ForeignKind } from '../record/recognize.ts';
import type { RuleId } from '../record/rules/index.ts';
import type { InnerRecord } from './inner-records.ts';

/** A finding of an entry. Its offset and range are relative to the start of the entry. */
export interface EntryFinding {
  readonly finding: Finding;
  readonly range: Range;
}

/** The result of checking an entry. */
export interface EntryReport {
  readonly findings: readonly EntryFinding[];
  /** Set if the value is another JSON file of the product. */
  readonly foreign: ForeignKind | undefined;
  /** How many records the entry is or holds. */
  readonly recordCount: number;
  /** Whether the value is not JSON, so that the text after it tells where it ends. */
  readonly isBroken: boolean;
  /** The records inside the entry, if it is an envelope. */
  readonly inside?: readonly InnerRecord[];
}

/** The reports on the entries of a document, by id, with a count of the findings of each rule. */
export class Reports {
  readonly #reports: (EntryReport | undefined)[] = [undefined];
  readonly #freeIds: number[] = [];
  readonly #counts = new Map<RuleId, number>();
  /** How many reports are about other JSON files of the product. */
  foreign = 0;
  /** How many reports are about values that are not JSON. */
  broken = 0;
  /** How many reports there are. */
  size = 0;
  /** How often a report has been added or removed. */
  changes = 0;
  /** How many more records than entries there are; below zero for entries that are not records. */
  furtherRecords = 0;

  /** @param id from `add`; 0 has no report */
  get(id: number): EntryReport | undefined {
    return this.#reports[id];
  }

  /** How many findings of a rule there are. */
  countOf(rule: RuleId): number {
    return this.#counts.get(rule) ?? 0;
  }

  /** @returns the id of the report, from 1; 0 if it is not kept, because the entry is a record without findings */
  add(report: EntryReport): number {
    if (report.findings.length === 0 && report.recordCount === 1 && !report.inside && !report.isBroken) return 0;
    this.#count(report, 1);
    const id = this.#freeIds.pop() ?? this.#reports.length;
    this.#reports[id] = report;
    return id;
  }

  remove(id: number): void {
    const report = this.#reports[id];
    if (!report) return;
    this.#count(report, -1);
    this.#reports[id] = undefined;
    this.#freeIds.push(id);
  }

  #count({ findings, foreign, recordCount, isBroken }: EntryReport, change: 1 | -1): void {
    this.size += change;
    this.changes++;
    this.furtherRecords += (recordCount - 1) * change;
    if (foreign) this.foreign += change;
    if (isBroken) this.broken += change;
    for (const { finding } of findings) this.#counts.set(finding.rule, this.countOf(finding.rule) + change);
  }
}
