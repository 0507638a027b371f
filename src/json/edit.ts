import type { Position, Range } from './position.ts';
import type { Excerpt, Span } from './span.ts';

/** Replaces a part of a text. Offsets are those of the text before any edit of the same list. */
export interface Edit extends Span {
  readonly content: string;
}

/** Replaces a range of a document. */
export interface RangeEdit {
  readonly range: Range;
  readonly content: string;
}

/** Edits of a part of a document as edits of the document. */
export function rangeEdits(edits: readonly Edit[], excerpt: Excerpt<Position>): RangeEdit[] {
  return edits.map(({ offset, length, content }) => ({
    range: { start: excerpt.at(offset), end: excerpt.at(offset + length) },
    content,
  }));
}

/** @param edits in any order; none overlaps another */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(end, edit.offset) + edit.content;
    end = edit.offset + edit.length;
  }
  return result + text.slice(end);
}

export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
}

/** A part of the text as it is now: kept from the original, or new. */
interface Fragment {
  readonly content: string;
  /** Where it is in the original; undefined if it is new. */
  readonly offset: number | undefined;
}

/** A text that is edited several times, and the edits of the original that come to the same. */
export class Rewriting {
  #fragments: Fragment[];

  constructor(readonly original: string) {
    this.#fragments = [{ content: original, offset: 0 }];
  }

  get text(): string {
    return this.#fragments.map(({ content }) => content).join('');
  }

  /** Applies edits whose offsets are those of the text as it is now. */
  apply(edits: readonly Edit[]): void {
    const after: Fragment[] = [];
    const before = this.#fragments.values();
    let next: Fragment | undefined = before.next().value;
    let start = 0; // Where the next fragment is in the text as it is now.
    const moveUntil = (end: number, isKept: boolean): void => {
      while (next && start < end) {
        const length = Math.min(next.content.length, end - start);
        if (isKept) after.push({ ...next, content: next.content.slice(0, length) });
        const offset = next.offset === undefined ? undefined : next.offset + length;
        next = { content: next.content.slice(length), offset };
        start += length;
        if (next.content === '') next = before.next().value;
      }
    };
    for (const edit of inOrder(edits)) {
      moveUntil(edit.offset, true);
      after.push({ content: edit.content, offset: undefined });
      moveUntil(edit.offset + edit.length, false);
    }
    moveUntil(Number.POSITIVE_INFINITY, true);
    this.#fragments = after;
  }

  /** The edits that turn the original into the current text. */
  edits(): Edit[] {
    const edits: Edit[] = [];
    let end = 0; // Up to where the original is accounted for.
    let content = '';
    const close = (offset: number): void => {
      if (content !== '' || offset > end) edits.push({ offset: end, length: offset - end, content });
      content = '';
    };
    for (const fragment of this.#fragments) {
      if (fragment.offset === undefined) {
        content += fragment.content;
        continue;
      }
      close(fragment.offset);
      end = fragment.offset + fragment.content.length;
    }
    close(this.original.length);
    return edits;
  }
}
