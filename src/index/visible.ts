import { checkAll } from '../document/check.ts';
import { layoutOf } from '../document/layout.ts';
import { Lines } from '../document/lines.ts';
import { absoluteRange } from '../document/position.ts';
import { syntaxFindings } from '../document/syntax.ts';
import type { TextSource } from '../document/text-source.ts';
import type { Format } from '../document/value-scanner.ts';
import type { Finding } from '../record/finding.ts';
import type { Span } from '../record/span.ts';
import type { PlacedFinding } from './listing.ts';

/** How far above what is seen its first record may begin, in lines. */
const farthest = 500;
/** How much text may be seen, in UTF-16 units: with long lines it may be the whole file. */
const longest = 100_000;

/**
 * What is wrong in the records that are seen, while the check of a large document has not come to them. They are found
 * by their look: the first line that begins with a brace is taken for the start of a record.
 */
export function visibleFindings(
  source: TextSource,
  format: Format,
  firstLine: number,
  lastLine: number,
): PlacedFinding[] {
  const start = startAbove(source, firstLine);
  const end = { line: Math.min(lastLine + 1, source.lineCount), character: 0 };
  const text = source.getText({ start: { line: start, character: 0 }, end });
  if (text.length > longest) return [];
  const lines = new Lines(text);
  const rangeOf = (span: Span) => absoluteRange(lines.rangeOf(span), { line: start, character: 0 });
  return findingsIn(text, format).map((finding) => ({
    finding,
    range: rangeOf(finding),
    ...(finding.rule === 'duplicate-job-id' && { earlier: rangeOf(finding.earlier) }),
  }));
}

function startAbove(source: TextSource, line: number): number {
  for (let above = line; above > 0 && above > line - farthest; above--) {
    const text = source.getText({ start: { line: above, character: 0 }, end: { line: above, character: 200 } });
    if (text.trimStart().startsWith('{')) return above;
  }
  return line;
}

/** The findings of records that stand in a list, but for the last, which may not end where the text does. */
function findingsIn(text: string, format: Format): Finding[] {
  if (format === 'lines') {
    const layout = layoutOf(text, format);
    return [...syntaxFindings(text, format, layout.items), ...checkAll(text, layout)];
  }
  const items = layoutOf(text, format).items.filter(
    ({ type, offset, length }) => type === 'object' && offset + length < text.length,
  );
  return checkAll(text, { shape: 'list', items });
}
