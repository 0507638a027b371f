import type { Edit } from '../record/edit.ts';
import type { Finding } from '../record/finding.ts';
import type { Fix } from '../record/fix.ts';
import { placedAt } from './entry.ts';
import type { Entry } from './extents.ts';
import { fixesIn, mendAll } from './fix.ts';
import { Lines } from './positions.ts';
import type { RecordIndex } from './record-index.ts';
import { type Layout, scan } from './scan.ts';
import type { Position } from './text-source.ts';

/** One entry of a document as a text of its own, to be mended. */
export class EntryText {
  readonly text: string;
  readonly #layout: Layout;
  readonly #lines: Lines;

  constructor(
    { source, format, isList }: RecordIndex,
    readonly entry: Entry,
  ) {
    const text = source.getText(entry);
    const value = { offset: 0, length: text.length, type: entry.type ?? 'null' };
    this.text = text;
    this.#layout = format === 'lines' ? scan(text, format) : { shape: isList ? 'list' : 'record', items: [value] };
    this.#lines = new Lines(text);
  }

  /** The fixes for one of its findings; offsets are those of the entry's text. */
  fixesFor(finding: Finding): Fix[] {
    return fixesIn(this.text, this.#layout, finding);
  }

  /** What mends all that is wanted; see `mendAll`. */
  mend(findings: readonly Finding[], isWanted: (finding: Pick<Finding, 'rule'>) => boolean): Edit[] {
    return mendAll(this.text, this.#layout, findings, isWanted);
  }

  /** The place in the document of an offset in the entry's text. */
  positionAt(offset: number): Position {
    const { line, column } = this.#lines.positionAt(offset);
    return placedAt({ line: line - 1, character: column - 1 }, this.entry.start);
  }
}
