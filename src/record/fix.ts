import type { Node } from 'jsonc-parser';
import type { Change } from './change.ts';
import { type CheckedRecord, checkRecord } from './check.ts';
import { type Edit, Rewriting } from './edit.ts';
import type { Finding } from './finding.ts';
import { parse } from './parse.ts';
import type { RecordContext } from './record-values.ts';
import { Removals } from './remove.ts';
import type { FixTarget } from './rule.ts';
import { ruleOf } from './rules/index.ts';

/** One way to fix a finding, titled by its result. */
export interface Fix {
  readonly title: string;
  /** Their offsets are those of the text that the finding is in. */
  readonly edits: readonly Edit[];
  /** Whether it loses nothing and changes no meaning: the preferred fix. A finding has at most one. */
  readonly isLossless: boolean;
}

/**
 * All fixes for one finding, the lossless one first, then the most likely.
 * @param finding of the record
 */
export function fixesFor(finding: Finding, record: CheckedRecord): Fix[] {
  const target = targetOf(finding, record);
  if (!target) return [];
  const rule = ruleOf(finding.rule);
  const lossless = rule.losslessFix?.(finding, target);
  const others = rule.otherFixes?.(finding, target) ?? [];
  const fixOf = (change: Change, isLossless: boolean): Fix => {
    return { title: change.title, edits: editsOf(change, record.values.text), isLossless };
  };
  return [...(lossless ? [fixOf(lossless, true)] : []), ...others.map((change) => fixOf(change, false))];
}

/** A fix can reveal the mistake that it hid (a string that becomes a list may hold an item twice), but not many more. */
const maxPasses = 8;

/**
 * Applies the lossless fixes of a record, and of what they reveal, until none is left.
 * @param text of the record alone
 * @param isWanted which findings to fix
 * @returns edits of `text`; for the fixed text there are none
 */
export function fixRecord(text: string, context: RecordContext, isWanted: (finding: Finding) => boolean): Edit[] {
  const rewriting = new Rewriting(text);
  for (let pass = 0; pass < maxPasses; pass++) {
    const edits = losslessEdits(rewriting.text, context, isWanted);
    if (edits.length === 0) break;
    rewriting.apply(edits);
  }
  return rewriting.edits();
}

function losslessEdits(text: string, context: RecordContext, isWanted: (finding: Finding) => boolean): Edit[] {
  const root = parse(text);
  if (root?.type !== 'object') return [];
  const record = checkRecord(root, text, context);
  const changes: (readonly [node: Node, change: Change])[] = [];
  for (const finding of record.findings.filter(isWanted)) {
    const target = targetOf(finding, record);
    const change = target && ruleOf(finding.rule).losslessFix?.(finding, target);
    if (change) changes.push([target.node, change]);
  }
  const removed = new Set(changes.flatMap(([, change]) => ('removes' in change ? [change.removes] : [])));
  const removals = new Removals(text, removed);
  return changes
    .filter(([node, change]) => !isWithin('removes' in change ? change.removes.parent : node, removed))
    .flatMap(([, change]) => editsOf(change, text, removals));
}

/** Whether a node goes anyway, with something else that is removed. */
function isWithin(node: Node | undefined, removed: ReadonlySet<Node>): boolean {
  for (let above = node; above; above = above.parent) if (removed.has(above)) return true;
  return false;
}

function targetOf(finding: Finding, record: CheckedRecord): FixTarget | undefined {
  const node = record.nodeOf(finding);
  if (!node) return undefined;
  return {
    node,
    record: record.values,
    hasErrorAs: (value, definition) => record.hasErrorAs(value, definition),
  };
}

/** @param removals all that is removed together; if left out, a removal is on its own */
function editsOf(change: Change, text: string, removals?: Removals): readonly Edit[] {
  if ('edits' in change) return change.edits;
  return (removals ?? new Removals(text, new Set([change.removes]))).of(change.removes);
}
