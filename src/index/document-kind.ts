import { envelopeAround, type FileEnvelope, maxInOneRecord, shapeOf } from '../document/envelope.ts';
import { containerIn, type FileStart, fileStartOf, isList } from '../document/file-start.ts';
import type { Shape } from '../document/layout.ts';
import { readLinesStart } from '../document/several-lines.ts';
import type { Format } from '../document/value-scanner.ts';
import { documentEnd, documentStart, type Position, positionIn, type Range } from '../json/position.ts';
import { excerptOf, type TextSource } from '../json/text-source.ts';
import type { RecordContext } from '../record/record-values.ts';
import type { Entries } from './entries.ts';

/** The result of reading the start of a document. */
interface Start {
  /** Where the first value may start, in the text that was read. */
  readonly values: number;
  /** Whether values are cut or checked differently than before. */
  readonly hasChanged: boolean;
}

/**
 * The kind of a document, judged by how it starts, and at its end by the text around its records: an envelope may turn out
 * to be a record.
 */
export class DocumentKind {
  /** Set for a document that should be JSON Lines, but has records over several lines: it is read as JSON. */
  isOverSeveralLines = false;
  /** Where the JSON starts. */
  firstBracket = documentStart;
  /** Up to where the text decides how the document starts, besides its first value. */
  decidedUntil = documentStart;
  /** Set for a document that starts as an object around records, but is none, and so is one record. */
  #isOneRecord = false;
  #fileStart: FileStart | undefined;
  /** Where the first value may start: for a list, after its bracket. */
  #values = documentStart;
  #envelope: FileEnvelope<Position> | undefined;

  constructor(
    private readonly source: TextSource,
    private readonly written: Format,
  ) {}

  get shape(): Shape {
    if (this.hasLines) return 'lines';
    const shape = this.#fileStart?.shape ?? 'empty';
    if (shape !== 'envelope') return shape;
    if (this.#isOneRecord) return 'record';
    return this.#envelope ? shapeOf(this.#envelope) : 'list';
  }

  /** The format that it is read in: JSON if it should be JSON Lines, but has records over several lines. */
  get format(): Format {
    return this.written === 'lines' && this.isOverSeveralLines ? 'json' : this.written;
  }

  /** Whether each line is a value. */
  get hasLines(): boolean {
    return this.format === 'lines';
  }

  /** Whether the values are the items of a list. */
  get isList(): boolean {
    return !this.hasLines && !this.#isOneRecord && isList(this.#fileStart);
  }

  /** The range between the brackets of the list; undefined if the document is not a list. */
  get list(): Range | undefined {
    return this.isList ? { start: this.#values, end: this.envelope?.close ?? documentEnd } : undefined;
  }

  get envelope(): FileEnvelope<Position> | undefined {
    return this.#fileStart?.shape === 'envelope' && !this.#isOneRecord && !this.hasLines ? this.#envelope : undefined;
  }

  /** The container of each value: a list, lines, or nothing. */
  get container(): RecordContext['container'] {
    if (this.hasLines) return 'line';
    return this.#isOneRecord ? 'root' : containerIn(this.#fileStart);
  }

  /** Whether any change may make another kind of the document, wherever it is. */
  get isUncertain(): boolean {
    return this.#isOneRecord;
  }

  /** Forgets that the document is one record. */
  reset(): void {
    this.#isOneRecord = false;
  }

  /**
   * Reads how the document starts.
   * @param isWhole whether the text is the whole document
   * @returns undefined if the text is too short to tell
   */
  readStart(text: string, isWhole: boolean): Start | undefined {
    const before = `${this.isList} ${this.container}`;
    const values = this.#readStart(text, isWhole);
    return values === undefined ? undefined : { values, hasChanged: before !== `${this.isList} ${this.container}` };
  }

  /**
   * Reads the text around the records, once all values are known.
   * @returns false if the document is one record after all, and must be read again
   */
  readEnd({ table, isOneList }: Entries, isComplete: boolean): boolean {
    const { envelope } = this.#fileStart ?? {};
    if (!envelope || this.hasLines || this.#isOneRecord) return true;
    const isOne = envelope.isNested || (envelope.isList ? isOneList : table.count === 1);
    const last = table.count > 0 ? table.endOf(table.count - 1) : this.#values;
    const head = excerptOf(this.source, { start: this.firstBracket, end: this.#values });
    const rest = excerptOf(this.source, { start: last, end: isComplete && isOne ? documentEnd : last });
    this.#envelope = envelopeAround(envelope, head, rest);
    return this.#envelope !== undefined || table.count > maxInOneRecord;
  }

  /** Takes the document for one record. */
  becomeOneRecord(): void {
    this.#isOneRecord = true;
  }

  /** @returns where the first value may start; undefined if the text is too short to tell */
  #readStart(text: string, isWhole: boolean): number | undefined {
    // Nothing is noted before all is clear, or a second try would see no change.
    const linesStart = this.written === 'lines' ? readLinesStart(text, isWhole) : undefined;
    if (this.written === 'lines' && !linesStart) return undefined;
    const isOverSeveralLines = linesStart?.isOverSeveralLines === true;
    if (linesStart && !isOverSeveralLines) {
      this.isOverSeveralLines = false;
      this.decidedUntil = positionIn(text, linesStart.decidedUntil);
      return 0;
    }
    const fileStart = fileStartOf(text, isWhole);
    if (!fileStart) return undefined;
    this.isOverSeveralLines = isOverSeveralLines;
    const positionOf = (offset: number): Position => positionIn(text, offset);
    this.#fileStart = fileStart;
    this.firstBracket = positionOf(fileStart.start);
    this.#values = positionOf(fileStart.values);
    this.decidedUntil = positionOf(Math.max(fileStart.decidedUntil, linesStart?.decidedUntil ?? 0));
    return this.#isOneRecord ? fileStart.start : fileStart.values;
  }
}
