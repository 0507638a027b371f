import type { FileEnvelope } from '../document/envelope.ts';
import type { Shape } from '../document/layout.ts';
import { kindOfText, lookahead } from '../document/surroundings.ts';
import type { Format } from '../document/value-scanner.ts';
import { absolutePosition, type Position, type Range } from '../json/position.ts';
import type { TextChange, TextSource } from '../json/text-source.ts';
import type { Allowed } from '../model/allowed.ts';
import type { ForeignKind } from '../record/recognize.ts';
import type { RecordContext } from '../record/record-values.ts';
import type { RuleId } from '../record/rules/index.ts';
import type { TextKind } from '../record/rules/whole-file/syntax.ts';
import { type ChunkLengths, usualChunkLengths } from './chunk-reader.ts';
import { DocumentKind } from './document-kind.ts';
import { Entries } from './entries.ts';
import type { Entry } from './entry-table.ts';
import type { InnerRecord } from './inner-records.ts';
import type { EntryFinding, EntryReport } from './reports.ts';
import { ValueSearch } from './value-search.ts';

/** The choices for an index. */
interface IndexOptions {
  /** The names and values that the user allows beside the schema. */
  readonly allowed: Allowed;
  readonly lengths?: ChunkLengths;
}

/**
 * Knows the places and the findings of the values of a document, and updates incrementally: an edit rechecks only the
 * values that it touches. A value is called by its index, from 0, as an entry of the document.
 */
export class RecordIndex {
  readonly allowed: Allowed;
  readonly #entries: Entries;
  readonly #kind: DocumentKind;
  readonly #search: ValueSearch;

  constructor(
    readonly source: TextSource,
    givenFormat: Format,
    { allowed, lengths = usualChunkLengths }: IndexOptions,
  ) {
    this.allowed = allowed;
    this.#entries = new Entries(source.lineCount);
    this.#kind = new DocumentKind(source, givenFormat);
    this.#search = new ValueSearch(source, this.#kind, this.#entries, allowed, lengths);
  }

  /** The format that the document is read in: JSON if it should be JSON Lines, but has records over several lines. */
  get format(): Format {
    return this.#kind.format;
  }

  get isOverSeveralLines(): boolean {
    return this.#kind.isOverSeveralLines;
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
    return this.#kind.shape;
  }

  /** The context in which each value is checked. */
  get context(): RecordContext {
    return { container: this.#kind.container, allowed: this.allowed };
  }

  /** The range between the brackets of the list; undefined if the document is not a list. */
  get list(): Range | undefined {
    return this.#kind.list;
  }

  get firstBracket(): Position {
    return this.#kind.firstBracket;
  }

  get envelope(): FileEnvelope<Position> | undefined {
    return this.#kind.envelope;
  }

  /** Set if all values are other JSON files of the product: the kind of the first, and where to report it. */
  get foreign(): { readonly kind: ForeignKind; readonly start: Position } | undefined {
    const { isForeign, table } = this.#entries;
    for (let index = 0; isForeign && index < table.count; index++) {
      const report = this.#reportOf(index);
      if (!report?.foreign) continue;
      const found = report.findings.find(({ finding }) => finding.rule === 'foreign-file');
      const isLine = this.format === 'lines' && found;
      const start = isLine ? absolutePosition(found.range.start, table.startOf(index)) : this.firstBracket;
      return { kind: report.foreign, start };
    }
    return undefined;
  }

  /** The kind of text in a file of JSON Lines that has no object and no list, such as CSV, and where it starts. */
  get otherText(): { readonly kind: TextKind; readonly start: Position } | undefined {
    if (this.format !== 'lines' || !this.isSettled || this.count === 0 || this.#entries.hasBrackets) return undefined;
    const kind = kindOfText(beginningOf(this.source, lookahead));
    return kind === 'other' ? undefined : { kind, start: this.startOf(0) };
  }

  /** How many entries there are. */
  get count(): number {
    return this.#entries.table.count;
  }

  /** How many records there are: an entry that is not a record has none, an envelope may have many. */
  get recordCount(): number {
    return this.count + this.#entries.reports.furtherRecords;
  }

  /** How many records an entry is or holds. */
  recordCountOf(index: number): number {
    return this.#reportOf(index)?.recordCount ?? 1;
  }

  /** The records inside an entry that is an envelope; undefined for any other. */
  recordsInside(index: number): readonly InnerRecord[] | undefined {
    return this.#reportOf(index)?.inside;
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

  /** @see Entries.version */
  get version(): number {
    return this.#entries.version;
  }

  /** The findings of an entry by itself: a repeated `jobId` is not among them. */
  findingsOf(index: number): readonly EntryFinding[] {
    return this.#reportOf(index)?.findings ?? [];
  }

  /** How many findings of a rule the entries have: in a foreign file, only syntax errors; in text of another kind, none. */
  countOf(rule: RuleId): number {
    const { isForeign, jobIds, reports } = this.#entries;
    if ((isForeign && rule !== 'syntax') || this.otherText) return 0;
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

  #reportOf(index: number): EntryReport | undefined {
    const { reports, table } = this.#entries;
    return reports.get(table.reportIdOf(index));
  }
}

/** The first characters of a document, as many as asked for, without joining more lines than that takes. */
function beginningOf(source: TextSource, length: number): string {
  let text = '';
  for (let line = 0; line < source.lineCount && text.length < length; line++)
    text += `${source.getText({ start: { line, character: 0 }, end: { line, character: length } })}\n`;
  return text;
}
