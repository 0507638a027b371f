import { Fixer, type IsWanted } from '../document/fix.ts';
import { type Layout, layoutOf } from '../document/layout.ts';
import { Lines } from '../document/lines.ts';
import { absolutePosition, type Position } from '../document/position.ts';
import type { Edit } from '../record/edit.ts';
import type { Finding } from '../record/finding.ts';
import type { Fix } from '../record/fix.ts';
import type { Entry } from './entry-table.ts';
import type { RecordIndex } from './record-index.ts';

/** One entry of a document as a text of its own, with its fixes. */
export class EntryText {
  readonly text: string;
  readonly #fixer: Fixer;
  readonly #lines: Lines;

  constructor(
    { source, format, context: { place, allowed } }: RecordIndex,
    readonly entry: Entry,
  ) {
    const text = source.getText(entry);
    const items = [{ offset: 0, length: text.length, type: entry.type ?? 'null' }] as const;
    const layout =
      format === 'lines' ? layoutOf(text, format) : { shape: place === 'list' ? 'list' : 'record', start: 0, items };
    this.text = text;
    this.#fixer = new Fixer(text, layout as Layout, allowed);
    this.#lines = new Lines(text);
  }

  /** The fixes for one of its findings; offsets are those of the entry's text. */
  fixesFor(finding: Finding): Fix[] {
    return this.#fixer.fixesFor(finding);
  }

  /** The edits that fix all that is wanted; see `Fixer`. */
  fixAll(findings: readonly Finding[], isWanted: IsWanted): Edit[] {
    return this.#fixer.fixAll(findings, isWanted);
  }

  /** The place in the document of an offset in the entry's text. */
  positionAt(offset: number): Position {
    return absolutePosition(this.#lines.positionAt(offset), this.entry.start);
  }
}
