import type { Range } from '../document/position.ts';
import type { Finding } from '../record/finding.ts';
import type { ForeignKind } from '../record/rules/foreign-file.ts';
import type { RuleId } from '../record/rules/index.ts';

/** A finding within a value, its place as seen from the value's start. */
export interface EntryFinding {
  readonly finding: Finding;
  readonly range: Range;
}

/** What is to be said of a value. */
export interface EntryReport {
  readonly findings: readonly EntryFinding[];
  /** Set where the value is another of the product's JSON files. */
  readonly foreign: ForeignKind | undefined;
}

/** The reports on the values of a document, by their numbers from 1, and how often each rule is among them. */
export class Reports {
  readonly #reports: (EntryReport | undefined)[] = [undefined];
  readonly #free: number[] = [];
  readonly #counts = new Map<RuleId, number>();
  /** How many values are files of another kind. */
  foreign = 0;
  /** How many reports there are. */
  size = 0;

  get(number: number): EntryReport | undefined {
    return this.#reports[number];
  }

  /** How many findings there are of a rule. */
  count(rule: RuleId): number {
    return this.#counts.get(rule) ?? 0;
  }

  /** @returns the report's number; 0 where it says nothing */
  add(report: EntryReport): number {
    if (report.findings.length === 0 && !report.foreign) return 0;
    this.#account(report, 1);
    this.size++;
    const number = this.#free.pop() ?? this.#reports.length;
    this.#reports[number] = report;
    return number;
  }

  remove(number: number): void {
    const report = this.#reports[number];
    if (!report) return;
    this.#account(report, -1);
    this.size--;
    this.#reports[number] = undefined;
    this.#free.push(number);
  }

  #account(report: EntryReport, change: 1 | -1): void {
    for (const { finding } of report.findings) this.#counts.set(finding.rule, this.count(finding.rule) + change);
    if (report.foreign) this.foreign += change;
  }
}
