import { Fixer, type IsWanted } from '../document/fix.ts';
import { type Layout, layoutOf } from '../document/layout.ts';
import type { Edit } from '../json/edit.ts';
import { Lines } from '../json/lines.ts';
import { absolutePosition, compare, type Position } from '../json/position.ts';
import type { Finding } from '../record/finding.ts';
import type { Fix } from '../record/fix.ts';
import type { Entry } from './entry-table.ts';
import type { RecordIndex } from './record-index.ts';
import type { EntryFinding } from './reports.ts';

/** One entry of a document as a text of its own, with its fixes. */
export class EntryText {
  readonly text: string;
  readonly #fixer: Fixer;
  readonly #lines: Lines;

  constructor(
    { source, format, context: { container, allowed } }: RecordIndex,
    readonly entry: Entry,
  ) {
    const text = source.getText(entry);
    const items = [{ offset: 0, length: text.length, type: entry.type ?? 'null', isSound: false }] as const;
    const shape = container === 'list' ? 'list' : 'record';
    const layout: Layout = format === 'lines' ? layoutOf(text, format) : { shape, start: 0, items };
    this.text = text;
    this.#fixer = new Fixer(text, layout, allowed);
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

/** The last text that was asked for in each document, and the findings that its entry had then. */
const kept = new WeakMap<RecordIndex, { readonly text: EntryText; readonly findings: readonly EntryFinding[] }>();

/**
 * The text of an entry. It is kept while the entry stays as it is and no other is asked for: the light bulb asks
 * whenever the cursor moves, and its fixes begin with a check, which takes long for an envelope of many records.
 */
export function entryTextAt(index: RecordIndex, at: number): EntryText {
  const last = kept.get(index);
  const entry = index.entryAt(at);
  const findings = index.findingsOf(at);
  if (last?.findings === findings && compare(last.text.entry.start, entry.start) === 0) return last.text;
  const text = new EntryText(index, entry);
  kept.set(index, { text, findings });
  return text;
}
