import { countsInWords } from '../../model/severity-counts.ts';
import { escapeControls } from '../../model/words.ts';
import { durationIn } from '../../record/times/duration.ts';
import type { Report } from '../report/report.ts';
import { columns, type ListedRecord } from './listed-record.ts';
import { charactersOf, maxDivided, widthOf } from './width.ts';

const titles = columns.map((column) => (column === 'durationSeconds' ? 'duration' : column));
type Cells = readonly string[];

/** How many records decide how wide the columns are. Later ones may stick out. */
const measuredCount = 300;
/** The limits for a column: longer texts do not make it wider, nor a narrow terminal narrower. */
const maxWidth = 60;
const minWidth = 8;
const gap = '  ';

/**
 * The records as a table. The first few hundred decide how wide its columns are, so that the others can be written while
 * they are read.
 */
export class TableList implements Report<ListedRecord> {
  #measured: Cells[] | undefined = [];
  #widths: readonly number[] = [];

  /** @param terminalWidth in columns: longer text is cut off; undefined if the list is not for a terminal */
  constructor(readonly terminalWidth?: number) {}

  *add(records: Iterable<ListedRecord>): Iterable<string> {
    for (const record of records) {
      const cells = cellsOf(record);
      if (!this.#measured) yield this.#line(cells);
      else if (this.#measured.push(cells) === measuredCount) yield this.#start(this.#measured);
    }
  }

  end(): Iterable<string> {
    return this.#measured ? [this.#start(this.#measured)] : [];
  }

  /** The title and all lines so far. */
  #start(measured: readonly Cells[]): string {
    const lines = [titles, ...measured];
    this.#measured = undefined;
    const natural = lines
      .map((cells) => cells.map((cell) => Math.min(maxWidth, widthOf(cell))))
      .reduce((max, widths) => max.map((width, at) => Math.max(width, widths[at] ?? 0)));
    this.#widths = fitted(natural, this.terminalWidth ?? Number.POSITIVE_INFINITY);
    return lines.map((cells) => this.#line(cells)).join('');
  }

  #line(cells: Cells): string {
    const isCut = this.terminalWidth !== undefined;
    const written = cells.map((cell, at) => {
      const width = this.#widths[at] ?? 0;
      const text = isCut ? cut(cell, width, titles[at] === 'file') : cell;
      const padding = ' '.repeat(Math.max(0, width - widthOf(text)));
      return isNumeric(at) ? padding + text : text + padding;
    });
    return `${written.join(gap).trimEnd()}\n`;
  }
}

function isNumeric(at: number): boolean {
  return titles[at] === 'line' || titles[at] === 'totalObjectCount';
}

function cellsOf(record: ListedRecord): Cells {
  const { durationSeconds: seconds, findings } = record;
  const duration = seconds === undefined ? undefined : durationIn(seconds);
  const values = { ...record, durationSeconds: duration, findings: countsInWords(findings) };
  return columns.map((column) => escapeControls(String(values[column] ?? '')));
}

/** The widths for a terminal: the widest column is made narrower until all fit, or none can be. */
function fitted(natural: readonly number[], terminalWidth: number): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) - terminalWidth;
  for (; excess > 0; excess--) {
    const max = Math.max(...widths);
    if (max <= minWidth) break;
    widths[widths.indexOf(max)] = max - 1;
  }
  return widths;
}

/** Shortens a text to a width. Of a path, the end is the most useful part. */
function cut(text: string, width: number, keepsEnd: boolean): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let left = width - 1;
  const characters = charactersOf(keepsEnd ? text.slice(-maxDivided) : text.slice(0, maxDivided));
  for (const char of keepsEnd ? characters.reverse() : characters) {
    left -= widthOf(char);
    if (left < 0) break;
    kept = keepsEnd ? char + kept : kept + char;
  }
  return keepsEnd ? `…${kept}` : `${kept}…`;
}
