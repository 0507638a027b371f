import { unwrapping } from '../document/envelope.ts';
import { Fixer, type IsWanted } from '../document/fix.ts';
import { type Layout, layoutOf } from '../document/layout.ts';
import { severalLinesIn } from '../document/syntax.ts';
import { type RangeEdit, rangeEdits } from '../json/edit.ts';
import { compare, documentEnd, documentStart, type Position } from '../json/position.ts';
import type { Excerpt } from '../json/span.ts';
import { excerptOf } from '../json/text-source.ts';
import type { Finding } from '../record/finding.ts';
import type { Fix } from '../record/fix.ts';
import type { Entry } from './entry-table.ts';
import { entriesWithFindings } from './listing.ts';
import type { RecordIndex } from './record-index.ts';
import type { EntryFinding } from './reports.ts';

/** A fix of a document. */
export type DocumentFix = Fix<RangeEdit>;

/** The fixes of one entry, which is parsed and checked once for all its findings. */
export class EntryFixes {
  readonly excerpt: Excerpt<Position>;
  readonly #fixer: Fixer;

  constructor(
    { source, format, context: { container, allowed } }: RecordIndex,
    readonly entry: Entry,
  ) {
    this.excerpt = excerptOf(source, entry);
    const { text } = this.excerpt;
    const items = [{ offset: 0, length: text.length, type: entry.type ?? 'null', isSound: false }] as const;
    const shape = container === 'list' ? 'list' : 'record';
    const layout: Layout = format === 'lines' ? layoutOf(text, format) : { shape, start: 0, items };
    this.#fixer = new Fixer(text, layout, allowed);
  }

  /** @param finding its offset is that of the entry's text */
  fixesOf(finding: Finding): DocumentFix[] {
    return inDocument(this.#fixer.fixesOf(finding), this.excerpt);
  }

  /** The edits that fix all that is wanted; see `Fixer`. */
  fixAll(findings: readonly Finding[], isWanted: IsWanted): RangeEdit[] {
    return rangeEdits(this.#fixer.fixAll(findings, isWanted), this.excerpt);
  }
}

/** The last fixes that were asked for in each document, and the findings that their entry had then. */
const kept = new WeakMap<RecordIndex, { readonly fixes: EntryFixes; readonly findings: readonly EntryFinding[] }>();

/**
 * The fixes of an entry. They are kept while the entry stays as it is and no others are asked for: the light bulb asks
 * whenever the cursor moves, and the fixes begin with a check, which takes long for an envelope of many records.
 */
export function entryFixesAt(index: RecordIndex, at: number): EntryFixes {
  const last = kept.get(index);
  const entry = index.entryAt(at);
  const findings = index.findingsOf(at);
  if (last?.findings === findings && compare(last.fixes.entry.start, entry.start) === 0) return last.fixes;
  const fixes = new EntryFixes(index, entry);
  kept.set(index, { fixes, findings });
  return fixes;
}

/** The fixes for a finding of the file as a whole: its envelope, or records over several lines. */
export function fixesOfFile(index: RecordIndex, finding: Finding): DocumentFix[] {
  if (finding.rule === 'syntax') return finding.problem === 'several lines' ? onePerLine(index) : [];
  return finding.rule === index.envelope?.rule ? unwrappingOf(index) : [];
}

/** Takes away the envelope of a document. The records are not read. */
export function unwrappingOf(index: RecordIndex): DocumentFix[] {
  const { envelope, source } = index;
  const fix = envelope && unwrapping(envelope, entriesOf(index), (range) => source.getText(range));
  return fix ? [fix] : [];
}

function* entriesOf(index: RecordIndex): Generator<Entry> {
  for (let at = 0; at < index.count; at++) yield index.entryAt(at);
}

/** Only the whole text tells whether each record fits on a line. */
function onePerLine({ source, allowed }: RecordIndex): DocumentFix[] {
  const whole = excerptOf(source, { start: documentStart, end: documentEnd });
  const fixer = new Fixer(whole.text, layoutOf(whole.text, 'lines'), allowed);
  return inDocument(fixer.fixesOf(severalLinesIn(whole.text)), whole);
}

function inDocument(fixes: readonly Fix[], excerpt: Excerpt<Position>): DocumentFix[] {
  return fixes.map((fix) => ({ ...fix, edits: rangeEdits(fix.edits, excerpt) }));
}

/** The edits that fix all wanted findings, entry by entry. Records without findings are not read. */
export function* fixAllEdits(index: RecordIndex, isWanted: IsWanted): Generator<readonly RangeEdit[]> {
  const ofFile = index.envelope && isWanted(index.envelope) ? unwrappingOf(index) : [];
  yield ofFile.filter(({ isLossless }) => isLossless).flatMap(({ edits }) => edits);
  for (const [entry, findings] of entriesWithFindings(index))
    if (findings.some(isWanted)) yield new EntryFixes(index, entry).fixAll(findings, isWanted);
}
