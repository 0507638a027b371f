/** A part of a text: where it starts and how long it is, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The span of a node, or of whatever else has one, and nothing else of it. */
export function spanOf({ offset, length }: Span): Span {
  return { offset, length };
}
