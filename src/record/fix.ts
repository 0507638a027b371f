import type { Node } from 'jsonc-parser';
import { type Edit, Rewriting } from '../json/edit.ts';
import { keepComments } from '../json/keep-comments.ts';
import type { Definition } from '../model/schema.ts';
import type { Change, ForAll } from './change.ts';
import { type CheckedItem, CheckedRecord, checkItem } from './check.ts';
import type { Finding } from './finding.ts';
import { parse } from './parse/parse.ts';
import { Removals } from './parse/remove.ts';
import type { RecordContext, RecordValues } from './record-values.ts';
import type { FixTarget } from './rule.ts';
import { defaultSeverities, ruleOf } from './rules/index.ts';
import { isStillRecordWithout } from './still-record.ts';

/** One way to fix a finding, titled by its result. */
export interface Fix<E = Edit> {
  readonly title: string;
  /** Their offsets are those of the text that the finding is in. */
  readonly edits: readonly E[];
  /** Whether it loses nothing and changes no meaning: the preferred fix. A finding has at most one. */
  readonly isLossless: boolean;
  /** Its title for all findings that it fits; undefined if it fits this one only. */
  readonly forAll?: ForAll;
}

/**
 * All fixes for one finding, the lossless one first, then the most likely. Each is made when it is asked for: an enum has
 * two dozen.
 * @param finding of the item; its offset is that of the item's text
 */
export function* fixesFor(finding: Finding, item: CheckedItem): Iterable<Fix> {
  const target = targetOf(finding, item);
  if (!target) return;
  const rule = ruleOf(finding.rule);
  const lossless = rule.losslessFix?.(finding, target);
  const fix = lossless && fixOf(lossless, item, true);
  if (fix) yield fix;
  for (const change of rule.otherFixes?.(finding, target) ?? []) {
    const other = fixOf(change, item, false);
    if (other) yield other;
  }
}

/** The findings of an item by rule and offset: an item may have thousands, and fixes are asked for each. */
const byPlace = new WeakMap<CheckedItem, ReadonlyMap<string, Finding>>();

/** @param finding of the item, or one like it */
function targetOf(finding: Finding, item: CheckedItem): FixTarget | undefined {
  const findings = byPlace.get(item) ?? new Map(item.findings.map((one) => [placeOf(one), one]));
  byPlace.set(item, findings);
  const own = findings.get(placeOf(finding));
  const owner = item.ownerOf(own ?? finding);
  // A repeated id is found in the file, not in the item.
  const node = finding.rule === 'duplicate-job-id' ? item.record?.at('jobId') : own && owner.nodeOf(own);
  return node && { node, record: owner.values, hasErrorAs: (...asked) => hasErrorAs(owner.values, ...asked) };
}

function placeOf({ rule, offset }: Finding): string {
  return `${rule} ${offset}`;
}

/** Whether a value would be an error as the value of a property. */
function hasErrorAs(record: RecordValues, value?: Node, definition?: Definition, text = record.text): boolean {
  if (!value || !definition) return false;
  const alone = new CheckedRecord(text, record.context, text === record.text ? record.isJson : undefined);
  alone.checkValue(value, definition);
  return alone.findings.some(({ rule }) => defaultSeverities[rule] === 'error');
}

/** @returns undefined if it would do harm, or break more because the text around it is broken */
function fixOf(change: Change, item: CheckedItem, isLossless: boolean): Fix | undefined {
  if ('edits' in change) return fixWith(change, withComments(change.edits, item.text), isLossless);
  const removed = new Set([change.removes]);
  if (!isStillRecordWithout(item, removed)) return undefined;
  const edits = new Removals(item.text, removed, item.isJson, 'stay').of(change.removes);
  return edits.length > 0 ? fixWith(change, edits, isLossless) : undefined;
}

function fixWith({ title, forAll }: Change, edits: readonly Edit[], isLossless: boolean): Fix {
  return forAll ? { title, edits, isLossless, forAll } : { title, edits, isLossless };
}

/** A fix can reveal the mistake that it hid (a string that becomes a list may hold an item twice), but not many more. */
const maxPasses = 8;

/**
 * Applies the lossless fixes of an item, and those of findings that they reveal, until none is left.
 * @param text of the item alone
 * @param isWanted which findings to fix
 * @returns edits of `text`; for the fixed text there are none
 */
export function fixItem(text: string, context: RecordContext, isWanted: (finding: Finding) => boolean): Edit[] {
  const rewriting = new Rewriting(text);
  // An envelope goes last: without it, the text may be several values.
  for (const isEnvelope of [false, true]) {
    for (let pass = 0; pass < maxPasses; pass++) {
      const isNext = (finding: Finding): boolean => (finding.rule === 'envelope') === isEnvelope && isWanted(finding);
      const edits = losslessEdits(rewriting.text, context, isNext);
      if (edits.length === 0) break;
      rewriting.apply(edits);
      if (isEnvelope) break;
    }
  }
  return rewriting.edits();
}

function losslessEdits(text: string, context: RecordContext, isWanted: (finding: Finding) => boolean): Edit[] {
  const root = parse(text);
  if (!root) return [];
  const item = checkItem(text, context, { root });
  const changes: (readonly [node: Node, change: Change])[] = [];
  for (const finding of item.findings.filter(isWanted)) {
    const target = targetOf(finding, item);
    const change = target && ruleOf(finding.rule).losslessFix?.(finding, target);
    if (change) changes.push([target.node, change]);
  }
  const wanted = new Set(changes.flatMap(([, change]) => ('removes' in change ? [change.removes] : [])));
  // The removals together must not leave something that is not a record.
  const removed = isStillRecordWithout(item, wanted) ? wanted : new Set<Node>();
  const removals = new Removals(text, removed, item.isJson, 'stay');
  return changes
    .filter(([, change]) => !('removes' in change) || removed.has(change.removes))
    .filter(([node, change]) => !isWithin('removes' in change ? change.removes.parent : node, removed))
    .flatMap(([, change]) => ('edits' in change ? withComments(change.edits, text) : removals.of(change.removes)));
}

/** Edits that keep the comments in the text that they replace. */
function withComments(edits: readonly Edit[], text: string): Edit[] {
  return edits.map((edit) => keepComments(text, edit));
}

/** Whether a node goes anyway, with something else that is removed. */
function isWithin(node: Node | undefined, removed: ReadonlySet<Node>): boolean {
  for (let above = node; above; above = above.parent) if (removed.has(above)) return true;
  return false;
}
