import { compare, documentEnd, type Position } from '../json/position.ts';
import { type Entry, EntryTable } from './entry-table.ts';
import { JobIds } from './job-ids.ts';
import { type EntryReport, Reports } from './reports.ts';

/** The entries of a document, their reports and their `jobId`s, kept in step. */
export class Entries {
  readonly table: EntryTable;
  readonly reports = new Reports();
  readonly jobIds = new JobIds();
  /** How many entries hold a value. */
  #values = 0;
  /** How many entries hold an object or a list. */
  #brackets = 0;
  /** How many entries are after a `]`: none in a list that is closed once, at its end. */
  #afterBracket = 0;

  constructor(lineCount: number) {
    this.table = new EntryTable(lineCount);
  }

  /** It changes when a finding of an entry does, or where one is: a list of findings is right until then. */
  get version(): number {
    return this.reports.changes + this.jobIds.changes + this.table.moves;
  }

  /** Whether no list ends between two entries. */
  get isOneList(): boolean {
    return this.#afterBracket === 0;
  }

  /** Whether any entry holds an object or a list. */
  get hasBrackets(): boolean {
    return this.#brackets > 0;
  }

  /** Whether all values are other JSON files of the product. */
  get isForeign(): boolean {
    return this.reports.foreign > 0 && this.reports.foreign === this.#values;
  }

  /** Whether the value of an entry is not JSON, so that the text after it tells where it ends. */
  isBroken(index: number): boolean {
    return this.reports.get(this.table.reportIdOf(index))?.isBroken === true;
  }

  /** Adds an entry left of the gap. */
  add(entry: Omit<Entry, 'reportId'>, report: EntryReport | undefined): void {
    this.table.push(entry, report ? this.reports.add(report) : 0);
    this.jobIds.add(entry.jobKey);
    this.#count(entry, 1);
  }

  /** Removes the entries right of the gap that start before a position. */
  dropBefore(position: Position): void {
    const { table } = this;
    while (table.gap < table.count && compare(table.startOf(table.gap), position) < 0) {
      const entry = table.at(table.gap);
      this.reports.remove(entry.reportId);
      this.jobIds.remove(entry.jobKey);
      this.#count(entry, -1);
      table.drop();
    }
  }

  /** Removes all entries right of the gap. */
  dropRest(): void {
    this.dropBefore(documentEnd);
  }

  /** Sets `isAfterBracket` of the first entry right of the gap. */
  setAfterBracket(isAfterBracket: boolean): void {
    this.#afterBracket += Number(isAfterBracket) - Number(this.table.at(this.table.gap).isAfterBracket);
    this.table.setAfterBracket(isAfterBracket);
  }

  #count({ type, isAfterBracket }: Pick<Entry, 'type' | 'isAfterBracket'>, change: 1 | -1): void {
    if (type) this.#values += change;
    if (type === 'object' || type === 'array') this.#brackets += change;
    if (isAfterBracket) this.#afterBracket += change;
  }
}
