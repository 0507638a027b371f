import { checkAll } from '../document/check.ts';
import { layoutOf } from '../document/layout.ts';
import { Lines } from '../document/lines.ts';
import { absoluteRange } from '../document/position.ts';
import { syntaxFindings } from '../document/syntax.ts';
import type { TextSource } from '../document/text-source.ts';
import type { Format } from '../document/value-scanner.ts';
import type { Allowed } from '../record/allowed.ts';
import type { Finding } from '../record/finding.ts';
import type { Span } from '../record/span.ts';
import type { DocumentFinding } from './listing.ts';
import type { RecordIndex } from './record-index.ts';

/** How many lines above the visible ones the first record may start. */
const maxLinesAbove = 500;
/** How much text to check, in UTF-16 units: if lines are long, the visible ones may be the whole file. */
const maxLength = 100_000;

/**
 * The findings of the visible records, while the first check of a large document has not reached them. Without the
 * text before them, their start is a guess: the first line that starts with a brace.
 */
export function visibleFindings(
  { source, format, allowed }: Pick<RecordIndex, 'source' | 'format' | 'allowed'>,
  firstLine: number,
  lastLine: number,
): DocumentFinding[] {
  const start = { line: startAbove(source, firstLine), character: 0 };
  const text = source.getText({ start, end: { line: Math.min(lastLine + 1, source.lineCount), character: 0 } });
  if (text.length > maxLength) return [];
  const lines = new Lines(text);
  const rangeOf = (span: Span) => absoluteRange(lines.rangeOf(span), start);
  return findingsIn(text, format, allowed).map((finding) => ({
    finding,
    range: rangeOf(finding),
    ...(finding.rule === 'duplicate-job-id' && { earlier: rangeOf(finding.earlier) }),
  }));
}

function startAbove(source: TextSource, line: number): number {
  for (let above = line; above >= 0 && above > line - maxLinesAbove; above--) {
    const text = source.getText({ start: { line: above, character: 0 }, end: { line: above, character: 200 } });
    if (text.trimStart().startsWith('{')) return above;
  }
  return line;
}

/** The findings of the items of a list, except those of the last item if the text may end within it. */
function findingsIn(text: string, format: Format, allowed: Allowed): Finding[] {
  if (format === 'lines') {
    const layout = layoutOf(text, format);
    return [...syntaxFindings(text, format, layout), ...checkAll(text, layout, allowed)];
  }
  const items = layoutOf(text, format).items.filter(
    ({ type, offset, length }) => type === 'object' && offset + length < text.length,
  );
  return checkAll(text, { shape: 'list', start: 0, items }, allowed);
}
