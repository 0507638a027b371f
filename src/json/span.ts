/** A part of a text: where it starts and how long it is, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The span of a node, a finding or another value that has one, without its other properties. */
export function spanOf({ offset, length }: Span): Span {
  return { offset, length };
}
