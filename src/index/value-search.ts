import { mostInOneRecord } from '../document/enclosure.ts';
import { type EnclosedValue, type FileStart, fileStartOf, isList } from '../document/file-start.ts';
import { type Shape, shapeOf } from '../document/layout.ts';
import {
  compare,
  documentEnd,
  documentStart,
  later,
  type Position,
  positionIn,
  type Range,
  rangeIn,
} from '../document/position.ts';
import { readLinesStart } from '../document/several-lines.ts';
import { Shift, type TextChange, type TextSource } from '../document/text-source.ts';
import { type Format, ValueScanner } from '../document/value-scanner.ts';
import type { Allowed } from '../record/allowed.ts';
import type { RecordContext } from '../record/record-values.ts';
import { checkEntry } from './check-entry.ts';
import { type ChunkLengths, ChunkReader } from './chunk-reader.ts';
import { type EnclosedRange, enclosedRange } from './enclosed-range.ts';
import type { Entries } from './entries.ts';

/**
 * Finds and checks the values of a document, and after an edit those that it touches: it searches from the first value
 * that may have changed to one that certainly has not. docs/incremental-check.md explains how, with drawings.
 */
export class ValueSearch {
  /** Whether everything that can be checked is checked. */
  isSettled = false;
  /** Where a value starts that is too long to read. Neither it nor the text after it is checked. */
  stoppedAt: Position | undefined;
  /** Set for a document that should be JSON Lines, but has records over several lines: it is read as JSON. */
  isOverSeveralLines = false;
  #fileStart: FileStart | undefined;
  /** Up to where the text decides how the document starts. */
  #decidedUntil = documentStart;
  /** The first bracket of the document, and where its first value may start: for a list, behind its bracket. */
  firstBracket = documentStart;
  #values = documentStart;
  /** The name of the property that seems to hold the records. */
  #enclosedName: Range | undefined;
  /** Where the search goes on. Everything before is known. */
  #cursor = documentStart;
  /** From where on the entries right of the gap are still right; undefined if none of them is. */
  #trustedFrom: Position | undefined;
  /** Whether there is a `]` between the last value and the cursor. */
  #isAfterBracket = false;
  /** Set for a document that starts as an object around records, but is none, and so is one record. */
  #isOneRecord = false;
  #enclosure: EnclosedRange | undefined;
  readonly #scanner: ValueScanner;
  readonly #chunks: ChunkReader;

  constructor(
    private readonly source: TextSource,
    private readonly format: Format,
    private readonly entries: Entries,
    private readonly allowed: Allowed,
    lengths: ChunkLengths,
  ) {
    this.#scanner = new ValueScanner(format);
    this.#chunks = new ChunkReader(source, lengths);
  }

  /** What the document holds. */
  get shape(): Shape {
    if (this.#hasLines) return 'lines';
    const shape = this.#fileStart?.shape ?? 'empty';
    if (shape !== 'enclosed') return shape;
    if (this.#isOneRecord) return 'record';
    return this.#enclosure ? shapeOf(this.#enclosure) : 'list';
  }

  /** The range between the brackets of the list; undefined if the document is not a list. */
  get list(): Range | undefined {
    return this.#isList ? { start: this.#values, end: this.enclosure?.close ?? documentEnd } : undefined;
  }

  /** The object around the records, if there is one. */
  get enclosure(): EnclosedRange | undefined {
    return this.#fileStart?.shape === 'enclosed' && !this.#isOneRecord && !this.#hasLines ? this.#enclosure : undefined;
  }

  /** Where each value is: what it is checked as. */
  get place(): RecordContext['place'] {
    if (this.#hasLines) return 'line';
    return this.#isOneRecord ? 'root' : placeIn(this.#fileStart);
  }

  /** Whether the values are the items of a list. */
  get #isList(): boolean {
    return !this.#hasLines && !this.#isOneRecord && isList(this.#fileStart);
  }

  /** Whether each line is a value. */
  get #hasLines(): boolean {
    return this.format === 'lines' && !this.isOverSeveralLines;
  }

  /**
   * Takes note of changes. The following steps check what they touch.
   * @param changes in sequence, each relative to the document after the one before it
   */
  change(changes: readonly TextChange[]): void {
    if (this.#isOneRecord || this.#fileStart?.shape === 'value') this.#restart();
    // If a search is under way, it has not looked at the text between its cursor and the trusted text.
    this.#trustedFrom &&= later(this.#trustedFrom, this.#cursor);
    for (const change of changes) this.#apply(new Shift(change));
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
  #apply(shift: Shift): void {
    const { table } = this.entries;
    const touched = this.#hasLines ? { line: shift.start.line, character: 0 } : shift.start;
    const isDecisive = compare(shift.start, this.#decidedUntil) <= 0;
    let first = isDecisive ? 0 : table.firstEndingAt(touched);
    // Until the search has passed them, the entries right of the gap must stay there.
    if (!this.isSettled) first = Math.min(first, table.gap);
    // A string becomes a property name if the change puts a colon after it.
    if (first > 0 && table.at(first - 1).type === 'string') first--;
    table.moveGap(first);
    this.entries.dropBefore(shift.oldEnd);
    table.shift(shift);
    this.#trustedFrom &&= shift.moved(this.#trustedFrom);
    this.stoppedAt &&= shift.moved(this.stoppedAt);
    this.isSettled = false;
  }

  #goTo(position: Position): void {
    this.#cursor = position;
    this.#isAfterBracket = false;
    this.#scanner.isOutside = !this.#scanner.isList;
    this.isSettled = false;
    this.#chunks.restart();
  }

  /** Starts again from the beginning, because the document is of another kind than it seemed to be. */
  #restart(): void {
    this.entries.table.moveGap(0);
    this.#trustedFrom = undefined;
    this.#isOneRecord = false;
    this.#goTo(documentStart);
  }

  #searchChunk(deadline: number): void {
    this.#chunks.read(this.#cursor);
    this.#scanner.load(this.#chunks.text, this.#chunks.isLast);
    const outcome = this.#takeValues(deadline);
    if (outcome === 'known') this.#finish(this.stoppedAt);
    else if (outcome === 'end') this.#finishAtEnd(undefined);
    else this.#advance();
  }

  /** Takes values until the next one is known, the document ends, time is up, or more text is needed. */
  #takeValues(deadline: number): 'known' | 'end' | 'unfinished' {
    const scanner = this.#scanner;
    if (this.#isAtStart && !this.#readFileStart()) return 'unfinished';
    while (this.#seek()) {
      const start = this.#positionOf(scanner.start);
      if (scanner.isValueAhead && this.#isKnownFrom(start)) {
        this.entries.setAfterBracket(this.#isAfterBracket);
        return 'known';
      }
      if (!scanner.read()) break;
      this.#take(start);
      if (!scanner.isClean && performance.now() > deadline) break;
    }
    return scanner.isAtEnd ? 'end' : 'unfinished';
  }

  /** Moves the cursor over what is read completely; gives up at a value that is too long. */
  #advance(): void {
    const { passed } = this.#scanner;
    if (passed > 0) this.#cursor = this.#positionOf(passed);
    if (!this.#chunks.next(passed)) this.#finishAtEnd(this.#cursor);
  }

  get #isAtStart(): boolean {
    return compare(this.#cursor, documentStart) === 0;
  }

  /** Reads how the document starts; false if the chunk is too short to tell. */
  #readFileStart(): boolean {
    if (this.format === 'lines' && !this.#readLinesStart()) return false;
    return this.#hasLines || this.#readJsonStart();
  }

  /** Reads whether a document that should be JSON Lines is. */
  #readLinesStart(): boolean {
    const { text, isLast } = this.#scanner;
    const start = readLinesStart(text, isLast);
    if (!start) return false;
    if (start.isOverSeveralLines !== this.isOverSeveralLines) this.#trustedFrom = undefined;
    this.isOverSeveralLines = start.isOverSeveralLines;
    this.#scanner.format = this.#hasLines ? 'lines' : 'json';
    this.#decidedUntil = positionIn(text, start.decidedUntil);
    return true;
  }

  #readJsonStart(): boolean {
    const scanner = this.#scanner;
    const fileStart = fileStartOf(scanner.text, scanner.isLast);
    if (!fileStart) return false;
    const before = this.#fileStart;
    this.#fileStart = fileStart;
    // Records in a list are cut and checked differently from one that is alone.
    if (placeIn(fileStart) !== placeIn(before) || isList(fileStart) !== isList(before)) this.#trustedFrom = undefined;
    // One record is read from its first bracket.
    scanner.end = this.#isOneRecord ? fileStart.start : fileStart.values;
    scanner.isList = this.#isList;
    scanner.isOutside = false;
    const positionOf = (offset: number): Position => positionIn(scanner.text, offset);
    const { start, values, enclosed, decidedUntil } = fileStart;
    this.firstBracket = positionOf(start);
    this.#values = positionOf(values);
    this.#decidedUntil = positionOf(decidedUntil);
    this.#enclosedName = enclosed && rangeIn(scanner.text, enclosed.name);
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

  /** Adds what the scanner has read last, if it is a value or a line of JSON Lines. */
  #take(start: Position): void {
    const scanner = this.#scanner;
    const { type, isClean } = scanner;
    const end = this.#positionOf(scanner.end);
    this.entries.dropBefore(end);
    if (!type && !this.#hasLines) return;
    const checked = isClean ? undefined : checkEntry(scanner, { place: this.place, allowed: this.allowed });
    const { jobKey, jobIdAt } = checked ?? scanner;
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
    const { enclosed } = this.#fileStart ?? {};
    if (!enclosed || this.#hasLines || this.#isOneRecord) return;
    this.#enclosure = this.#findEnclosure(enclosed);
    if (this.#enclosure || this.entries.table.count > mostInOneRecord) return;
    this.#restart();
    this.#isOneRecord = true;
  }

  /** The object around the records, from the text before the first of them and behind the last one. */
  #findEnclosure(enclosed: EnclosedValue): EnclosedRange | undefined {
    const { table, isOneList } = this.entries;
    const isWhole = !this.stoppedAt && (enclosed.isList ? isOneList : table.count === 1);
    return enclosedRange(this.source, enclosed, {
      start: this.firstBracket,
      name: this.#enclosedName as Range,
      values: this.#values,
      last: isWhole ? (table.count > 0 ? table.endOf(table.count - 1) : this.#values) : undefined,
    });
  }

  #positionOf(offset: number): Position {
    const scanner = this.#scanner;
    scanner.countTo(offset);
    const { line, lineStart } = scanner;
    const { line: firstLine, character } = this.#cursor;
    return { line: firstLine + line, character: line === 0 ? character + offset : offset - lineStart };
  }
}

/** What the values of a file are checked as, judged by how it starts. */
function placeIn(fileStart: FileStart | undefined): 'list' | 'root' {
  return fileStart?.shape === 'list' || fileStart?.shape === 'enclosed' ? 'list' : 'root';
}
