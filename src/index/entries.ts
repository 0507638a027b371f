import { compare, type Position } from '../document/position.ts';
import type { ForeignKind } from '../record/rules/foreign-file.ts';
import { type Entry, EntryTable } from './entry-table.ts';
import { JobIds } from './job-ids.ts';
import { type EntryReport, Reports } from './reports.ts';

/** How many entries may be replaced at once, and be compared with what takes their place. */
const mostReplaced = 16;

/** The entries of a document with all that is known of them, and what that comes to for the whole. */
export class Entries extends EntryTable {
  readonly reports = new Reports();
  readonly jobIds = new JobIds();
  /** How many entries hold a value, and how many stand behind a `]`: in a list that is whole, none. */
  #values = 0;
  #behindBrackets = 0;
  /** What `telling` has said, and whether it would say so again. */
  #telling: readonly number[] = [];
  #isStale = false;
  #idsVersion = 0;
  /** Of the entries that have been taken away at the gap, and not replaced yet: whether something was said of each. */
  #gone: boolean[] = [];

  /** Whether what follows belongs to the same list as what comes before, as far as there are entries. */
  get isOneList(): boolean {
    return this.#behindBrackets === 0;
  }

  /** Set where all values are other JSON files of the product: what the first is, and where it starts. */
  get foreign(): { readonly kind: ForeignKind; readonly start: Position } | undefined {
    if (this.reports.foreign === 0 || this.reports.foreign < this.#values) return undefined;
    for (let index = 0; index < this.count; index++) {
      const { start, report } = this.at(index);
      const kind = this.reports.get(report)?.foreign;
      if (kind) return { kind, start };
    }
    return undefined;
  }

  /** Whether nothing is to be said of any entry. */
  get isQuiet(): boolean {
    return this.reports.size === 0 && this.jobIds.duplicates === 0;
  }

  /**
   * The indexes of the entries of which something is to be said. To look for them costs more than all else that an edit
   * costs, and most edits leave them what they are: an entry takes the place of one of which as much was said.
   */
  get telling(): readonly number[] {
    const isStale = this.#isStale || this.#gone.length > 0 || this.#idsVersion !== this.jobIds.version;
    if (isStale) this.#telling = this.indexesOf(this.jobIds);
    this.#isStale = false;
    this.#gone = [];
    this.#idsVersion = this.jobIds.version;
    return this.#telling;
  }

  /** Adds an entry left of the gap. */
  add(entry: Omit<Entry, 'report'>, report: EntryReport | undefined): void {
    const number = report ? this.reports.add(report) : 0;
    this.push(entry, number);
    this.jobIds.add(entry.jobKey);
    this.#account(entry, 1);
    if (!this.#isStale) this.#isStale = this.#gone.shift() !== this.#hasFindings(number, entry.jobKey);
  }

  /** Takes away the entries right of the gap that start before a place. */
  dropUpTo(position: Position): void {
    while (this.left < this.count && compare(this.startOf(this.left), position) < 0) {
      const entry = this.at(this.left);
      if (!this.#isStale) this.#gone.push(this.#hasFindings(entry.report, entry.jobKey));
      if (this.#gone.length > mostReplaced) this.#forgetGone();
      this.reports.remove(entry.report);
      this.jobIds.remove(entry.jobKey);
      this.#account(entry, -1);
      this.drop();
    }
  }

  override moveGap(left: number): void {
    if (left !== this.left && this.#gone.length > 0) this.#forgetGone();
    super.moveGap(left);
  }

  override setBehindBracket(isBehindBracket: boolean): void {
    this.#behindBrackets += Number(isBehindBracket) - Number(this.at(this.left).isBehindBracket);
    super.setBehindBracket(isBehindBracket);
  }

  #hasFindings(report: number, jobKey: number): boolean {
    return report !== 0 || this.jobIds.isRepeated(jobKey);
  }

  #forgetGone(): void {
    this.#isStale = true;
    this.#gone = [];
  }

  #account({ type, isBehindBracket }: Pick<Entry, 'type' | 'isBehindBracket'>, change: 1 | -1): void {
    if (type) this.#values += change;
    if (isBehindBracket) this.#behindBrackets += change;
  }
}
