import { type CheckedRecord, checkRecord } from '../record/check.ts';
import type { Edit } from '../record/edit.ts';
import type { Finding } from '../record/finding.ts';
import { type Fix, fixesFor, fixRecord } from '../record/fix.ts';
import { parse } from '../record/parse.ts';
import { unwrap } from '../record/unwrap.ts';
import { contextOf } from './check.ts';
import type { Item, Layout } from './layout.ts';

/** Which findings to fix. */
export type IsWanted = (finding: Pick<Finding, 'rule'>) => boolean;

/** The fixes of one text. A record is parsed and checked once for all its findings, if these are asked for in a row. */
export class Fixer {
  #last: FixableRecord | undefined;

  constructor(
    readonly text: string,
    readonly layout: Layout,
  ) {}

  /** All fixes for one finding of the text, the lossless one first, then the most likely. */
  fixesFor(finding: Finding): Fix[] {
    const unwrapping = this.#unwrapping();
    if (unwrapping && finding.offset === this.layout.wrapper?.offset) return [unwrapping];
    const item = itemAt(this.layout.items, finding.offset);
    return item?.type === 'object' ? this.#recordAt(item).fixesFor(finding) : [];
  }

  /**
   * Applies the lossless fixes until none is left.
   * @param findings of the text: a record without any is not read
   * @returns edits of the text, none overlapping another; for the fixed text there are none
   */
  fixAll(findings: readonly Finding[], isWanted: IsWanted): Edit[] {
    const unwrapping = isWanted({ rule: 'powershell-array' }) ? this.#unwrapping() : undefined;
    const edits = [...(unwrapping?.edits ?? [])];
    const faulty = new Set(findings.filter(isWanted).map(({ offset }) => itemAt(this.layout.items, offset)));
    for (const item of faulty) {
      if (item?.type !== 'object') continue;
      for (const edit of fixRecord(textOf(this.text, item), contextOf(this.layout), isWanted))
        edits.push(shift(edit, item));
    }
    return edits;
  }

  #recordAt(item: Item): FixableRecord {
    if (this.#last?.item !== item) this.#last = new FixableRecord(this.text, item, this.layout);
    return this.#last;
  }

  #unwrapping(): Fix | undefined {
    const { wrapper, list } = this.layout;
    return wrapper && list && { ...unwrap(this.text, wrapper, list), isLossless: true };
  }
}

/** A record of a text, parsed and checked, with its findings by rule and place. */
class FixableRecord {
  readonly #record: CheckedRecord | undefined;
  readonly #findings: ReadonlyMap<string, Finding>;

  constructor(
    text: string,
    readonly item: Item,
    layout: Layout,
  ) {
    const recordText = textOf(text, item);
    const root = parse(recordText);
    this.#record = root && checkRecord(root, recordText, contextOf(layout));
    this.#findings = new Map(this.#record?.findings.map((finding) => [`${finding.rule} ${finding.offset}`, finding]));
  }

  /** @param finding its offset is that of the whole text */
  fixesFor({ rule, offset }: Finding): Fix[] {
    const own = this.#findings.get(`${rule} ${offset - this.item.offset}`);
    if (!own || !this.#record) return [];
    return fixesFor(own, this.#record).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => shift(edit, this.item)),
    }));
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
