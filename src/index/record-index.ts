import { type FileStart, fileStartOf, isList, mostInOneRecord } from '../document/file-start.ts';
import type { Shape } from '../document/layout.ts';
import { compare, documentEnd, documentStart, later, type Position, type Range } from '../document/position.ts';
import { Shift, type TextChange, type TextSource } from '../document/text-source.ts';
import { type Format, ValueScanner } from '../document/value-scanner.ts';
import type { ForeignKind } from '../record/rules/foreign-file.ts';
import { checkEntry } from './check-entry.ts';
import { ChunkReader, usualChunkLengths } from './chunk-reader.ts';
import { Entries } from './entries.ts';
import { type ListWrapper, wrapperOf } from './wrapper.ts';

/**
 * Where the values of a document are and what is wrong in each, kept right while the document is edited: an edit costs
 * what it touches. docs/document.md explains how, with drawings.
 */
export class RecordIndex {
  readonly entries: Entries;
  /** Whether all that can be checked is. */
  isSettled = false;
  /** Where a value starts that is too long to be read while one types; neither it nor what follows is checked. */
  stoppedAt: Position | undefined;
  /** How the document begins: what it seems to hold. */
  #fileStart: FileStart | undefined;
  /** Where the document's first bracket stands, and the one that opens its list. */
  #start = documentStart;
  #list = documentStart;
  /** Where the search goes on, up to which all is known. */
  #cursor = documentStart;
  /** From where on the values right of the gap stand where they stood. */
  #trustedFrom = documentEnd;
  /** Whether a `]` has been passed since the last value. */
  #isBehindBracket = false;
  /** Set where a file begins as a wrapped list, ends otherwise, and so is one record. */
  #isOneRecord = false;
  #wrapper: ListWrapper | undefined;
  readonly #scanner: ValueScanner;
  readonly #chunks: ChunkReader;

  constructor(
    readonly source: TextSource,
    readonly format: Format,
    lengths = usualChunkLengths,
  ) {
    this.entries = new Entries(source.lineCount);
    this.#scanner = new ValueScanner(format);
    this.#chunks = new ChunkReader(source, lengths);
  }

  get count(): number {
    return this.entries.count;
  }

  /** What the document holds. */
  get shape(): Shape {
    if (this.format === 'lines') return 'lines';
    const shape = this.#fileStart?.shape ?? 'empty';
    if (shape !== 'wrapped') return shape;
    return this.#isOneRecord ? 'record' : this.#wrapper ? 'wrapped' : 'list';
  }

  /** Whether the values are those of a list. */
  get isList(): boolean {
    return this.format !== 'lines' && !this.#isOneRecord && isList(this.#fileStart);
  }

  /** What lies between the brackets of the list; undefined where there is none. */
  get list(): Range | undefined {
    if (!this.isList) return undefined;
    const { line, character } = this.#list;
    return { start: { line, character: character + 1 }, end: this.wrapper?.close ?? documentEnd };
  }

  /** Set where the document is a wrapped list, and a whole one. */
  get wrapper(): ListWrapper | undefined {
    return this.shape === 'wrapped' ? this.#wrapper : undefined;
  }

  /** Set where the document is nothing but other JSON files of the product: what the first is, and where it begins. */
  get foreign(): { readonly kind: ForeignKind; readonly start: Position } | undefined {
    const { foreign } = this.entries;
    return foreign && (this.format === 'lines' ? foreign : { ...foreign, start: this.#start });
  }

  /**
   * Takes note of changes; what they touch is checked by the steps that follow.
   * @param changes one after the other, each in the document as the one before has left it
   */
  change(changes: readonly TextChange[]): void {
    if (this.#isOneRecord) this.#reset();
    for (const change of changes) this.#apply(new Shift(change));
    const { left } = this.entries;
    this.#goTo(left > 0 ? this.entries.endOf(left - 1) : documentStart);
  }

  /**
   * Checks what is not checked yet.
   * @param deadline when to stop and leave the rest to the next step, on the clock of `performance.now()`
   * @returns whether all is checked
   */
  step(deadline = Number.POSITIVE_INFINITY): boolean {
    while (!this.isSettled) {
      this.#searchChunk(deadline);
      if (performance.now() > deadline) break;
    }
    return this.isSettled;
  }

  /** Takes away what a change touches, and moves the rest along. */
  #apply(shift: Shift): void {
    const { entries } = this;
    const touched = this.format === 'lines' ? { line: shift.start.line, character: 0 } : shift.start;
    const touching = entries.firstEndingAt(touched);
    // While a search goes on, nothing right of the gap is known for certain.
    const first = this.isSettled ? touching : Math.min(touching, entries.left);
    // A string is a name where a colon comes to follow it.
    const isNameBefore = first > 0 && entries.at(first - 1).type === 'string';
    entries.moveGap(isNameBefore ? first - 1 : first);
    entries.dropUpTo(shift.oldEnd);
    // What lies between the cursor and what was trusted has not been looked at yet.
    const trusted = this.isSettled ? shift.newEnd : later(this.#trustedFrom, this.#cursor);
    this.#trustedFrom = trusted === documentEnd ? documentEnd : later(shift.moved(trusted), shift.newEnd);
    entries.shift(shift);
    this.stoppedAt &&= shift.moved(this.stoppedAt);
    this.#cursor = this.isSettled ? shift.newEnd : shift.moved(this.#cursor);
    this.isSettled = false;
  }

  #goTo(position: Position): void {
    this.#cursor = position;
    this.#isBehindBracket = false;
    this.isSettled = false;
    this.#chunks.restart();
  }

  /** Begins anew: what is known is known of another kind of file. */
  #reset(): void {
    this.entries.moveGap(0);
    this.entries.dropUpTo(documentEnd);
    this.#isOneRecord = false;
    this.#trustedFrom = documentEnd;
    this.#goTo(documentStart);
  }

  #searchChunk(deadline: number): void {
    const scanner = this.#scanner;
    const chunks = this.#chunks;
    chunks.read(this.#cursor);
    scanner.load(chunks.text, chunks.isLast);
    if (this.#cursor !== documentStart || this.#open()) {
      while (this.#seek()) {
        const start = this.#positionOf(scanner.start);
        if (this.#isKnownFrom(start)) {
          this.entries.setBehindBracket(this.#isBehindBracket);
          this.#finish(this.stoppedAt);
          return;
        }
        if (!scanner.read()) break;
        this.#take(start);
        if (!scanner.isClean && performance.now() > deadline) break;
      }
      if (scanner.isAtEnd) {
        this.entries.dropUpTo(documentEnd);
        this.#finish(undefined);
        return;
      }
    }
    if (scanner.passed > 0) this.#cursor = this.#positionOf(scanner.passed);
    if (chunks.next(scanner.passed)) return;
    this.entries.dropUpTo(documentEnd);
    this.#finish(this.#cursor);
  }

  /** Reads how the document begins; false where the stretch is too short to say. */
  #open(): boolean {
    if (this.format === 'lines') return true;
    const { text, isLast } = this.#scanner;
    const fileStart = fileStartOf(text, isLast);
    if (!fileStart) return false;
    // What is known of the items of a list is not known of records that stand alone, and the other way round.
    if (isList(fileStart) !== isList(this.#fileStart)) this.entries.dropUpTo(documentEnd);
    this.#fileStart = fileStart;
    this.#start = this.#positionOf(fileStart.start);
    this.#scanner.end = this.#isOneRecord ? fileStart.start : fileStart.values;
    // Behind the start of the one record nothing has been counted yet, and must not be.
    if (isList(fileStart) && !this.#isOneRecord) this.#list = this.#positionOf(fileStart.values - 1);
    return true;
  }

  #seek(): boolean {
    const isFound = this.#scanner.seek();
    if (this.#scanner.bracketAt >= 0) this.#isBehindBracket = true;
    return isFound;
  }

  /** Whether what starts here, and all that follows, is known: nothing has changed behind it. */
  #isKnownFrom(position: Position): boolean {
    const { entries } = this;
    this.entries.dropUpTo(position);
    if (entries.left === entries.count || compare(position, this.#trustedFrom) < 0) return false;
    return compare(entries.startOf(entries.left), position) === 0;
  }

  /** Takes what has been read for a value of the document, or for a line of JSON Lines. */
  #take(start: Position): void {
    const scanner = this.#scanner;
    const { type, isClean } = scanner;
    const end = this.#positionOf(scanner.end);
    this.entries.dropUpTo(end);
    if (!type && this.format !== 'lines') return;
    const checked = isClean ? undefined : checkEntry(scanner, this.isList);
    const { jobKey, jobIdAt } = checked ?? scanner;
    this.entries.add({ start, end, type, isBehindBracket: this.#isBehindBracket, jobKey, jobIdAt }, checked);
    this.#isBehindBracket = false;
    scanner.bracketAt = -1;
  }

  /**
   * The search is over.
   * @param stoppedAt where a value starts that is too long
   */
  #finish(stoppedAt: Position | undefined): void {
    this.stoppedAt = stoppedAt;
    this.isSettled = true;
    this.#chunks.release();
    this.#scanner.load('', true);
    const fileStart = this.#fileStart;
    if (fileStart?.shape !== 'wrapped' || this.#isOneRecord) return;
    this.#wrapper = this.#wrapperOf(fileStart);
    if (this.#wrapper || this.count > mostInOneRecord) return;
    this.#reset();
    this.#isOneRecord = true;
  }

  /** Windows PowerShell's object around the list, where there is just that behind the last value. */
  #wrapperOf({ hasCount }: FileStart): ListWrapper | undefined {
    const { entries, list } = this;
    if (!entries.isOneList || this.stoppedAt || !list) return undefined;
    const last = entries.count > 0 ? entries.endOf(entries.count - 1) : list.start;
    return wrapperOf(this.source, { start: this.#start, open: this.#list, last, hasCount });
  }

  #positionOf(offset: number): Position {
    const scanner = this.#scanner;
    scanner.countTo(offset);
    const { line, lineStart } = scanner;
    const { line: firstLine, character } = this.#cursor;
    return { line: firstLine + line, character: line === 0 ? character + offset : offset - lineStart };
  }
}
