import type { Edit } from '../json/edit.ts';
import { type Extent, extentOf, spanBetween } from '../json/span.ts';
import type { Allowed } from '../model/allowed.ts';
import { type CheckedItem, checkItem } from '../record/check.ts';
import type { Finding } from '../record/finding.ts';
import { type Fix, fixesFor, fixItem } from '../record/fix.ts';
import type { RecordContext } from '../record/record-values.ts';
import { contextOf } from './check.ts';
import { unwrapping } from './envelope.ts';
import type { Item, Layout } from './layout.ts';
import { oneRecordPerLine } from './one-line.ts';

/** Which findings to fix. */
export type IsWanted = (finding: Pick<Finding, 'rule'>) => boolean;

/** The fixes of one text. A value is parsed and checked once for all its findings, if these are asked for in a row. */
export class Fixer {
  readonly #context: RecordContext;
  #last: { readonly item: Item; readonly checked: CheckedItem } | undefined;

  constructor(
    readonly text: string,
    readonly layout: Layout,
    allowed: Allowed,
  ) {
    this.#context = contextOf(layout, allowed);
  }

  /**
   * The fixes for one finding of the text, the lossless one first, then the most likely.
   * @param max how many to make
   */
  fixesOf(finding: Finding, max = Number.POSITIVE_INFINITY): Fix[] {
    const { envelope, items } = this.layout;
    if (finding.rule === 'syntax') return this.#fixesForSyntax(finding);
    if (envelope?.rule === finding.rule && envelope.flagged.start === finding.offset) return this.#unwrapping();
    const item = itemAt(items, finding.offset);
    return item ? this.#fixesIn(item, finding, max) : [];
  }

  /**
   * Applies the lossless fixes until none is left.
   * @param findings of the text: a value without any is not read
   * @returns edits of the text, none overlapping another; for the fixed text there are none
   */
  fixAll(findings: readonly Finding[], isWanted: IsWanted): Edit[] {
    const { envelope, items } = this.layout;
    const ofFile = envelope && isWanted(envelope) ? this.#unwrapping() : [];
    const edits = ofFile.filter(({ isLossless }) => isLossless).flatMap((fix) => fix.edits);
    const faulty = new Set(findings.filter(isWanted).map(({ offset }) => itemAt(items, offset)));
    for (const item of faulty) {
      if (!item) continue;
      for (const edit of fixItem(textOf(this.text, item), this.#context, isWanted)) edits.push(shift(edit, item));
    }
    return edits;
  }

  #fixesIn(item: Item, finding: Finding, max: number): Fix[] {
    if (this.#last?.item !== item) this.#last = { item, checked: checkItem(textOf(this.text, item), this.#context) };
    const fixes: Fix[] = [];
    for (const fix of fixesFor({ ...finding, offset: finding.offset - item.offset }, this.#last.checked)) {
      fixes.push({ ...fix, edits: fix.edits.map((edit) => shift(edit, item)) });
      if (fixes.length >= max) break;
    }
    return fixes;
  }

  #unwrapping(): Fix[] {
    const { envelope, items } = this.layout;
    const textOf = ({ start, end }: Extent<number>): string => this.text.slice(start, end);
    const fix = envelope && unwrapping(envelope, items.map(extentOf), textOf);
    return fix ? [{ ...fix, edits: fix.edits.map(({ range, content }) => ({ ...spanBetween(range), content })) }] : [];
  }

  #fixesForSyntax({ problem }: Extract<Finding, { rule: 'syntax' }>): Fix[] {
    const content = problem === 'several lines' ? oneRecordPerLine(this.text, this.layout.items) : undefined;
    if (content === undefined) return [];
    const edits = [{ offset: 0, length: this.text.length, content }];
    return [{ title: 'One record per line', edits, isLossless: false }];
  }
}

/** The item that an offset is in. A list may have tens of thousands, hence by halves. */
function itemAt(items: readonly Item[], offset: number): Item | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((items[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const item = items[low];
  return item && item.offset <= offset && offset < item.offset + item.length ? item : undefined;
}

function textOf(text: string, { offset, length }: Item): string {
  return text.slice(offset, offset + length);
}

function shift(edit: Edit, { offset }: Item): Edit {
  return { ...edit, offset: edit.offset + offset };
}
