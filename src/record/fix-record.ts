import type { Node } from 'jsonc-parser';
import { checkRecord } from './check.ts';
import { type Edit, Rewriting } from './edit.ts';
import type { Finding } from './finding.ts';
import { type Fix, fixesFor, removable } from './fix.ts';
import { parse } from './parse.ts';
import { Removals } from './remove.ts';
import type { RecordContext } from './report.ts';
import type { RuleId } from './rules.ts';

/** Mending a value can show the mistake that it hid (a string that becomes a list may hold an item twice), not more. */
const mostPasses = 8;

/** The rules whose lossless fix removes what they flag. */
const removing: ReadonlySet<RuleId> = new Set(['null-value', 'empty-value', 'duplicate-item']);

/**
 * Applies the lossless fixes of a record, and of what they bring to light, until none is left.
 * @param text of the record alone
 * @param isWanted which findings to mend
 * @returns edits of `text`; mending the mended text gives none
 */
export function fixRecord(text: string, context: RecordContext, isWanted: (finding: Finding) => boolean): Edit[] {
  const rewriting = new Rewriting(text);
  for (let pass = 0; pass < mostPasses; pass++) {
    const edits = losslessFixes(rewriting.text, context, isWanted).flatMap((fix) => fix.edits);
    if (edits.length === 0) break;
    rewriting.apply(edits);
  }
  return rewriting.edits();
}

function losslessFixes(text: string, context: RecordContext, isWanted: (finding: Finding) => boolean): Fix[] {
  const root = parse(text);
  if (root?.type !== 'object') return [];
  const report = checkRecord(root, text, context);
  const wanted = report.findings.filter(isWanted);
  const gone = new Set<Node>();
  for (const finding of wanted) {
    const node = report.nodes.get(finding);
    if (node && removing.has(finding.rule)) gone.add(removable(node));
  }
  const removals = new Removals(text, gone);
  return wanted
    .filter((finding) => !isLost(finding, report.nodes.get(finding), gone))
    .flatMap((finding) => fixesFor(finding, report, removals).filter((fix) => fix.isLossless));
}

/** Whether what a finding flags goes with something else that is removed: its name is not worth mending then. */
function isLost({ rule }: Finding, node: Node | undefined, gone: ReadonlySet<Node>): boolean {
  let above = node && (removing.has(rule) ? removable(node).parent : node);
  while (above && !gone.has(above)) above = above.parent;
  return above !== undefined;
}
