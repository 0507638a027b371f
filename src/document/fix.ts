import type { Edit } from '../json/edit.ts';
import { skipTrivia } from '../json/lexer.ts';
import type { Span } from '../json/span.ts';
import { unwrap, unwrapTitle } from '../json/unwrap.ts';
import type { Allowed } from '../model/allowed.ts';
import { type CheckedItem, checkItem } from '../record/check.ts';
import { gapEdit, joinListsTitle, keepRecordsTitle } from '../record/envelope.ts';
import type { Finding } from '../record/finding.ts';
import { type Fix, fixesFor, fixItem } from '../record/fix.ts';
import type { RecordContext } from '../record/record-values.ts';
import { contextOf, enclosureFinding } from './check.ts';
import type { Item, Layout } from './layout.ts';
import { oneRecordPerLine } from './one-line.ts';

/** Which findings to fix. */
export type IsWanted = (finding: Pick<Finding, 'rule'>) => boolean;

/** The fixes of one text. A value is parsed and checked once for all its findings, if these are asked for in a row. */
export class Fixer {
  readonly #context: RecordContext;
  #last: FixableItem | undefined;

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
  fixesFor(finding: Finding, max = Number.POSITIVE_INFINITY): Fix[] {
    const { enclosure, items } = this.layout;
    if (finding.rule === 'syntax') return this.#fixesForSyntax(finding);
    const isOfFile = enclosure?.rule === finding.rule && enclosureFinding(enclosure).offset === finding.offset;
    if (isOfFile) return this.#unwrapping();
    const item = itemAt(items, finding.offset);
    return item ? this.#fixableAt(item).fixesFor(finding, max) : [];
  }

  /**
   * Applies the lossless fixes until none is left.
   * @param findings of the text: a value without any is not read
   * @returns edits of the text, none overlapping another; for the fixed text there are none
   */
  fixAll(findings: readonly Finding[], isWanted: IsWanted): Edit[] {
    const { enclosure, items } = this.layout;
    const unwrapping = enclosure && isWanted({ rule: enclosure.rule }) ? this.#unwrapping() : [];
    const edits = unwrapping.filter(({ isLossless }) => isLossless).flatMap((fix) => fix.edits);
    const faulty = new Set(findings.filter(isWanted).map(({ offset }) => itemAt(items, offset)));
    for (const item of faulty) {
      if (!item) continue;
      for (const edit of fixItem(textOf(this.text, item), this.#context, isWanted)) edits.push(shift(edit, item));
    }
    return edits;
  }

  #fixableAt(item: Item): FixableItem {
    if (this.#last?.item !== item) this.#last = new FixableItem(this.text, item, this.#context);
    return this.#last;
  }

  #unwrapping(): Fix[] {
    const { enclosure } = this.layout;
    if (!enclosure?.span) return [];
    if (enclosure.name === undefined) return joinedLists(this.text, enclosure.span, this.layout.items);
    const isWrapper = enclosure.rule === 'powershell-array';
    const title = isWrapper ? unwrapTitle : keepRecordsTitle;
    const isLossless = isWrapper || enclosure.isOnly;
    return [{ ...unwrap(this.text, enclosure.span, enclosure.records, title), isLossless }];
  }

  #fixesForSyntax({ problem }: Extract<Finding, { rule: 'syntax' }>): Fix[] {
    const content = problem === 'several lines' ? oneRecordPerLine(this.text, this.layout.items) : undefined;
    if (content === undefined) return [];
    const edits = [{ offset: 0, length: this.text.length, content }];
    return [{ title: 'One record per line', edits, isLossless: false }];
  }
}

/** Joins lists within a list, unless anything else than lists is around their items. */
function joinedLists(text: string, { offset, length }: Span, items: readonly Item[]): Fix[] {
  const edits: Edit[] = [];
  const lastBracket = { offset: offset + length - 1, length: 1 };
  let before: Span = { offset, length: 1 };
  for (const after of [...items, lastBracket]) {
    const start = before.offset + before.length;
    const gap = text.slice(start, after.offset);
    if (!isOfLists(gap)) return [];
    const edit = gapEdit(text, start, after.offset);
    const isAtEnd = before.offset === offset || after === lastBracket;
    if (isAtEnd) edits.push({ ...edit, content: edit.content.slice(1) });
    else if (/[[\]]/.test(gap)) edits.push(edit);
    before = after;
  }
  return [{ title: joinListsTitle, edits, isLossless: true }];
}

/** Whether a text has only brackets of lists, commas, white space and comments. */
function isOfLists(text: string): boolean {
  let at = skipTrivia(text, 0);
  while (at < text.length && '[],'.includes(text.charAt(at))) at = skipTrivia(text, at + 1);
  return at >= text.length;
}

/** A value of a text, parsed and checked, with its findings by rule and place. */
class FixableItem {
  readonly #checked: CheckedItem;
  readonly #findings: ReadonlyMap<string, Finding>;

  constructor(
    text: string,
    readonly item: Item,
    context: RecordContext,
  ) {
    this.#checked = checkItem(textOf(text, item), context);
    this.#findings = new Map(this.#checked.findings.map((finding) => [`${finding.rule} ${finding.offset}`, finding]));
  }

  /** @param finding its offset is that of the whole text */
  fixesFor(finding: Finding, max: number): Fix[] {
    const own = this.#findings.get(`${finding.rule} ${finding.offset - this.item.offset}`);
    const fixes: Fix[] = [];
    for (const fix of fixesFor(own ?? finding, this.#checked)) {
      fixes.push({ ...fix, edits: fix.edits.map((edit) => shift(edit, this.item)) });
      if (fixes.length >= max) break;
    }
    return fixes;
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
