import type { Span } from './finding.ts';

/** Replaces a stretch of text; offsets are those of the text before any edit of its list. */
export interface Edit extends Span {
  readonly content: string;
}

/** @param edits in any order, none overlapping another */
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

/** A stretch of the text as it is now: kept from the original, or written anew. */
interface Piece {
  readonly content: string;
  /** Where the stretch lies in the original, or the place that it was written at. */
  readonly offset: number;
  readonly kept: boolean;
}

/** A text that is edited several times over, and what all of that comes to, said in edits of the original. */
export class Rewriting {
  #pieces: Piece[];

  constructor(readonly original: string) {
    this.#pieces = [{ content: original, offset: 0, kept: true }];
  }

  get text(): string {
    return this.#pieces.map(({ content }) => content).join('');
  }

  /** Applies edits whose offsets are those of the text as it is now. */
  apply(edits: readonly Edit[]): void {
    const before = [...this.#pieces];
    const after: Piece[] = [];
    let start = 0; // Of before[0], in the text as it is now.
    const moveUntil = (end: number, isKept: boolean): void => {
      while (before[0] && start < end) {
        const piece = before[0];
        const length = Math.min(piece.content.length, end - start);
        if (isKept) after.push({ ...piece, content: piece.content.slice(0, length) });
        before[0] = {
          ...piece,
          content: piece.content.slice(length),
          offset: piece.offset + (piece.kept ? length : 0),
        };
        start += length;
        if (before[0].content === '') before.shift();
      }
    };
    for (const edit of inOrder(edits)) {
      moveUntil(edit.offset, true);
      after.push({ content: edit.content, offset: before[0]?.offset ?? this.original.length, kept: false });
      moveUntil(edit.offset + edit.length, false);
    }
    moveUntil(Number.POSITIVE_INFINITY, true);
    this.#pieces = after;
  }

  /** What has become of the original, as edits of it. */
  edits(): Edit[] {
    const edits: Edit[] = [];
    let end = 0; // Of the original, as far as it is accounted for.
    let content = '';
    const close = (offset: number): void => {
      if (content !== '' || offset > end) edits.push({ offset: end, length: offset - end, content });
      content = '';
    };
    for (const piece of this.#pieces) {
      if (piece.kept) {
        close(piece.offset);
        end = piece.offset + piece.content.length;
      } else content += piece.content;
    }
    close(this.original.length);
    return edits;
  }
}
