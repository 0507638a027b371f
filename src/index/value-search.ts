import { ValueScanner } from '../document/value-scanner.ts';
import { LineCounter } from '../json/line-counter.ts';
import { compare, documentStart, later, type Position, positionIn } from '../json/position.ts';
import { Shift, type TextChange, type TextSource } from '../json/text-source.ts';
import type { Allowed } from '../model/allowed.ts';
import type { CleanRecord } from '../record/first-look/clean-record.ts';
import { maxLines } from '../record/parse/lost-quotes.ts';
import { type ChunkLengths, ChunkReader } from './chunk-reader.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Entries } from './entries.ts';
import { recheckEntry } from './recheck-entry.ts';

/** It ends a merge conflict at the start of a line. */
const endOfConflictMark = '>>>>>>>';

/**
 * Finds and checks the values of a document, and after an edit those that it touches: it searches from the first value
 * that may have changed to one that certainly has not. docs/incremental-check.md explains how, with drawings.
 */
export class ValueSearch {
  /** Whether everything that can be checked is checked. */
  isSettled = false;
  /** Where a value starts that is too long to read. Neither it nor the text after it is checked. */
  stoppedAt: Position | undefined;
  /** Where the search goes on. Everything before is known. */
  #cursor = documentStart;
  /** From where on the entries right of the gap are still right; undefined if none of them is. */
  #trustedFrom: Position | undefined;
  /** Whether there is a `]` between the last value and the cursor. */
  #isAfterBracket = false;
  readonly #scanner = new ValueScanner('json'); // Reading the start of the document sets the format.
  readonly #chunks: ChunkReader;
  /** The lines of the chunk. */
  #lines = new LineCounter('');

  constructor(
    private readonly source: TextSource,
    private readonly kind: DocumentKind,
    private readonly entries: Entries,
    private readonly allowed: Allowed,
    lengths: ChunkLengths,
  ) {
    this.#chunks = new ChunkReader(source, lengths);
  }

  /**
   * Takes note of changes. The following steps check the values that they touch.
   * @param changes in sequence, each relative to the document after the one before it
   */
  change(changes: readonly TextChange[]): void {
    if (this.kind.isUncertain) this.#restart();
    // If a search is under way, it has not looked at the text between its cursor and the trusted text.
    this.#trustedFrom &&= later(this.#trustedFrom, this.#cursor);
    for (const change of changes) this.#apply(new Shift(change), this.#mayEndConflict(change));
    const { table } = this.entries;
    this.#goTo(table.gap > 0 ? table.endOf(table.gap - 1) : documentStart);
  }

  /**
   * Searches on.
   * @param deadline when to stop, on the clock of `performance.now()`
   * @returns whether everything is checked
   */
  step(deadline: number): boolean {
    while (!this.isSettled) {
      this.#searchChunk(deadline);
      if (performance.now() > deadline) break;
    }
    return this.isSettled;
  }

  /** Drops the entries that a change touches, and moves those after it. */
  #apply(shift: Shift, mayEndConflict: boolean): void {
    const { table } = this.entries;
    const touched = this.kind.hasLines ? { line: shift.start.line, character: 0 } : shift.start;
    const isDecisive = mayEndConflict || compare(shift.start, this.kind.decidedUntil) <= 0;
    let first = isDecisive ? 0 : table.firstEndingAt(touched);
    // Until the search has passed them, the entries right of the gap must stay there.
    if (!this.isSettled) first = Math.min(first, table.gap);
    first = this.#firstBroken(first, touched.line - maxLines);
    // A string becomes a property name if the change puts a colon after it.
    if (first > 0 && table.at(first - 1).type === 'string') first--;
    table.moveGap(first);
    this.entries.dropBefore(shift.oldEnd);
    table.shift(shift);
    this.#trustedFrom &&= shift.moved(this.#trustedFrom);
    this.stoppedAt &&= shift.moved(this.stoppedAt);
    this.isSettled = false;
  }

  /** Whether a change may have completed the end of a merge conflict: then text far before it is not read any more. */
  #mayEndConflict({ range, text }: TextChange): boolean {
    if (text.includes(endOfConflictMark)) return true;
    const { newEnd } = new Shift({ range, text });
    return [range.start.line, newEnd.line].some((line) => this.#startOf(line) === endOfConflictMark);
  }

  /** The first characters of a line, as many as a mark of a merge conflict has. */
  #startOf(line: number): string {
    return this.source.getText({ start: { line, character: 0 }, end: { line, character: endOfConflictMark.length } });
  }

  /** The first broken entry before another one that ends on a line or after it: the text after it tells where it ends. */
  #firstBroken(before: number, line: number): number {
    let first = before;
    if (this.entries.reports.broken === 0) return first;
    for (let at = before - 1; at >= 0 && this.entries.table.endOf(at).line >= line; at--)
      if (this.entries.isBroken(at)) first = at;
    return first;
  }

  #goTo(position: Position): void {
    this.#cursor = position;
    this.#isAfterBracket = false;
    this.#scanner.restart(!this.#scanner.isList);
    this.isSettled = false;
    this.#chunks.restart();
  }

  /** Starts again from the beginning, because the document is of another kind than it seemed to be. */
  #restart(): void {
    this.entries.table.moveGap(0);
    this.#trustedFrom = undefined;
    this.kind.reset();
    this.#goTo(documentStart);
  }

  #searchChunk(deadline: number): void {
    this.#chunks.read(this.#cursor);
    this.#scanner.load(this.#chunks.text, this.#chunks.isLast);
    this.#lines = new LineCounter(this.#scanner.text);
    const outcome = this.#takeValues(deadline);
    if (outcome === 'known') this.#finish(this.stoppedAt);
    else if (outcome === 'end') this.#finishAtEnd(undefined);
    else this.#advance();
  }

  /** Takes values until the next one is known, the document ends, time is up, or more text is needed. */
  #takeValues(deadline: number): 'known' | 'end' | 'unfinished' {
    const scanner = this.#scanner;
    if (this.#isAtStart && !this.#readStart()) return 'unfinished';
    // Nothing in such a text is JSON, and it may be longer than the chunk.
    if (this.kind.shape === 'text') return 'end';
    while (this.#seek()) {
      const start = this.#positionOf(scanner.start);
      if (scanner.isValueAhead && this.#isKnownFrom(start)) {
        this.entries.setAfterBracket(this.#isAfterBracket);
        return 'known';
      }
      if (!scanner.read()) break;
      this.#take(start);
      if (!scanner.clean && performance.now() > deadline) break;
    }
    return scanner.isAtEnd ? 'end' : 'unfinished';
  }

  /** Moves the cursor over the text that is read completely; gives up at a value that is too long. */
  #advance(): void {
    const { passed } = this.#scanner;
    this.#cursor = this.#positionOf(passed);
    if (!this.#chunks.next(passed)) this.#finishAtEnd(this.#cursor);
  }

  get #isAtStart(): boolean {
    return compare(this.#cursor, documentStart) === 0;
  }

  /** Reads how the document starts; false if the chunk is too short to tell. */
  #readStart(): boolean {
    const { kind } = this;
    const scanner = this.#scanner;
    const start = kind.readStart(scanner.text, scanner.isLast);
    if (!start) return false;
    // Records in a list, in lines and alone are cut and checked differently.
    if (start.hasChanged) this.#trustedFrom = undefined;
    scanner.end = start.values;
    scanner.format = kind.format;
    scanner.isList = kind.isList;
    scanner.restart(false);
    return true;
  }

  #seek(): boolean {
    const isFound = this.#scanner.seek();
    if (this.#scanner.bracketAt >= 0) this.#isAfterBracket = true;
    return isFound;
  }

  /** Whether the entry that starts here, and so all that follow, are known. */
  #isKnownFrom(start: Position): boolean {
    const { table } = this.entries;
    this.entries.dropBefore(start);
    if (!this.#trustedFrom || compare(start, this.#trustedFrom) < 0 || table.gap === table.count) return false;
    return compare(table.startOf(table.gap), start) === 0;
  }

  /** Adds the piece that the scanner has read last, if it is a value or a line of JSON Lines. */
  #take(start: Position): void {
    const scanner = this.#scanner;
    const { type, clean } = scanner;
    const end = this.#positionOf(scanner.end);
    this.entries.dropBefore(end);
    if (!type && !this.kind.hasLines) return;
    const checked = clean
      ? undefined
      : recheckEntry(scanner, { container: this.kind.container, allowed: this.allowed });
    const jobKey = (checked ?? clean)?.jobKey ?? 0;
    const jobIdAt = clean ? this.#jobIdAt(clean) : (checked?.jobIdAt ?? documentStart);
    this.entries.add({ start, end, type, isAfterBracket: this.#isAfterBracket, jobKey, jobIdAt }, checked);
    this.#isAfterBracket = false;
    scanner.bracketAt = -1;
  }

  /** Finishes a search that has found no known entry. @param stoppedAt set if the text after it is not checked */
  #finishAtEnd(stoppedAt: Position | undefined): void {
    this.entries.dropRest();
    this.#finish(stoppedAt);
  }

  #finish(stoppedAt: Position | undefined): void {
    this.stoppedAt = stoppedAt;
    this.isSettled = true;
    this.#cursor = documentStart;
    this.#trustedFrom = documentStart;
    this.#chunks.release();
    this.#scanner.load('', true);
    if (this.kind.readEnd(this.entries, stoppedAt === undefined)) return;
    this.#restart();
    this.kind.becomeOneRecord();
  }

  /** Where the `jobId` of a clean record is, relative to the start of the record. */
  #jobIdAt({ jobIdOffset }: CleanRecord): Position {
    const { text, start } = this.#scanner;
    return positionIn(text.slice(start, start + jobIdOffset), jobIdOffset);
  }

  #positionOf(offset: number): Position {
    this.#lines.countTo(offset);
    const { line, lineStart } = this.#lines;
    const { line: firstLine, character } = this.#cursor;
    return { line: firstLine + line, character: line === 0 ? character + offset : offset - lineStart };
  }
}
