import type { Shape } from '../document/layout.ts';
import type { Position, Range } from '../document/position.ts';
import type { TextChange, TextSource } from '../document/text-source.ts';
import type { Format } from '../document/value-scanner.ts';
import type { ForeignKind } from '../record/rules/foreign-file.ts';
import type { RuleId } from '../record/rules/index.ts';
import { usualChunkLengths } from './chunk-reader.ts';
import { Entries } from './entries.ts';
import type { Entry } from './entry-table.ts';
import type { EntryFinding } from './reports.ts';
import { ValueSearch } from './value-search.ts';
import type { ListWrapper } from './wrapper.ts';

/**
 * Knows where the values of a document are and what is wrong with each, and updates incrementally: an edit rechecks only
 * what it touches. A value is called by its index, from 0, as an entry of the document.
 */
export class RecordIndex {
  readonly #entries: Entries;
  readonly #search: ValueSearch;

  constructor(
    readonly source: TextSource,
    readonly format: Format,
    lengths = usualChunkLengths,
  ) {
    this.#entries = new Entries(source.lineCount);
    this.#search = new ValueSearch(source, format, this.#entries, lengths);
  }

  /** @see ValueSearch.change */
  change(changes: readonly TextChange[]): void {
    this.#search.change(changes);
  }

  /** @see ValueSearch.step */
  step(deadline = Number.POSITIVE_INFINITY): boolean {
    return this.#search.step(deadline);
  }

  /** Whether everything that can be checked is checked. Until then, the entries are out of date. */
  get isSettled(): boolean {
    return this.#search.isSettled;
  }

  /** Where a value starts that is too long to read. Neither it nor the text after it is checked. */
  get stoppedAt(): Position | undefined {
    return this.#search.stoppedAt;
  }

  get shape(): Shape {
    return this.#search.shape;
  }

  /** Whether the values are the items of a list. */
  get isList(): boolean {
    return this.#search.isList;
  }

  /** The range between the brackets of the list; undefined if the document is not a list. */
  get list(): Range | undefined {
    return this.#search.list;
  }

  /** Set if the document is a complete wrapped list. */
  get wrapper(): ListWrapper | undefined {
    return this.#search.wrapper;
  }

  /** Set if all values are other JSON files of the product: the kind of the first, and where to report it. */
  get foreign(): { readonly kind: ForeignKind; readonly start: Position } | undefined {
    const { isForeign, reports, table } = this.#entries;
    for (let index = 0; isForeign && index < table.count; index++) {
      const kind = reports.get(table.reportIdOf(index))?.foreign;
      if (kind) return { kind, start: this.format === 'lines' ? table.startOf(index) : this.#search.firstBracket };
    }
    return undefined;
  }

  /** How many entries there are. */
  get count(): number {
    return this.#entries.table.count;
  }

  /** How many of the first entries are up to date, even during a check. */
  get certainCount(): number {
    return this.isSettled ? this.count : this.#entries.table.gap;
  }

  entryAt(index: number): Entry {
    return this.#entries.table.at(index);
  }

  startOf(index: number): Position {
    return this.#entries.table.startOf(index);
  }

  /** The index of the first entry that ends at or after a position; `count` if there is none. */
  indexAt(position: Position): number {
    return this.#entries.table.firstEndingAt(position);
  }

  /** The findings of an entry by itself: a repeated `jobId` is not among them. */
  findingsOf(index: number): readonly EntryFinding[] {
    const { reports, table } = this.#entries;
    return reports.get(table.reportIdOf(index))?.findings ?? [];
  }

  /** How many findings of a rule the entries have. In a foreign file, only syntax errors count. */
  countOf(rule: RuleId): number {
    const { isForeign, jobIds, reports } = this.#entries;
    if (isForeign && rule !== 'syntax') return 0;
    return rule === 'duplicate-job-id' ? jobIds.duplicates : reports.countOf(rule);
  }

  /** The indexes of the entries that have findings or share their `jobId` with another, in order. */
  indexesWithFindings(): readonly number[] {
    const { jobIds, reports, table } = this.#entries;
    if (jobIds.duplicates > 0) return table.indexesWhere((id, jobKey) => id > 0 || jobIds.isRepeated(jobKey));
    return reports.size > 0 ? table.indexesWhere((id) => id > 0) : [];
  }

  /**
   * For each entry that repeats the `jobId` of an earlier one: the first entry with that id.
   * @param indexes as `indexesWithFindings` gives them
   */
  repeatedJobIds(indexes: readonly number[]): ReadonlyMap<number, number> {
    const { jobIds, table } = this.#entries;
    const firsts = new Map<number, number>();
    const repeated = new Map<number, number>();
    if (jobIds.duplicates === 0) return repeated;
    for (const index of indexes) {
      const key = table.jobKeyOf(index);
      if (!jobIds.isRepeated(key)) continue;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, index);
      else repeated.set(index, first);
    }
    return repeated;
  }
}
