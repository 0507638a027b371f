import { fixAll, fixesIn } from '../document/fix.ts';
import { type Layout, layoutOf } from '../document/layout.ts';
import { Lines } from '../document/lines.ts';
import type { Position } from '../document/text-source.ts';
import type { Edit } from '../record/edit.ts';
import type { Finding } from '../record/finding.ts';
import type { Fix } from '../record/fix.ts';
import { placedAt } from './check-entry.ts';
import type { Entry } from './entry-table.ts';
import type { RecordIndex } from './record-index.ts';

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
    this.#layout = format === 'lines' ? layoutOf(text, format) : { shape: isList ? 'list' : 'record', items: [value] };
    this.#lines = new Lines(text);
  }

  /** The fixes for one of its findings; offsets are those of the entry's text. */
  fixesFor(finding: Finding): Fix[] {
    return fixesIn(this.text, this.#layout, finding);
  }

  /** What mends all that is wanted; see `fixAll`. */
  mend(findings: readonly Finding[], isWanted: (finding: Pick<Finding, 'rule'>) => boolean): Edit[] {
    return fixAll(this.text, this.#layout, findings, isWanted);
  }

  /** The place in the document of an offset in the entry's text. */
  positionAt(offset: number): Position {
    const { line, column } = this.#lines.positionAt(offset);
    return placedAt({ line: line - 1, character: column - 1 }, this.entry.start);
  }
}
