/** A part of a text: where it starts and how long it is, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The span of a node, a finding or another value that has one, without its other properties. */
export function spanOf({ offset, length }: Span): Span {
  return { offset, length };
}

/** A part of a text or of a document by its ends, which are offsets or positions. */
export interface Extent<P> {
  readonly start: P;
  readonly end: P;
}

export function extentOf({ offset, length }: Span): Extent<number> {
  return { start: offset, end: offset + length };
}

export function spanBetween({ start, end }: Extent<number>): Span {
  return { offset: start, length: end - start };
}

/** The text of a part, and where its offsets are. */
export interface Excerpt<P> {
  readonly text: string;
  at(offset: number): P;
}
