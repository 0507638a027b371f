import type { Node } from 'jsonc-parser';
import type { Span } from '../json/span.ts';
import type { Definition } from '../model/schema.ts';
import type { Severity } from '../model/severity.ts';
import type { Change } from './change.ts';
import type { MatchedRecord } from './first-look/record-pattern.ts';
import type { PropertyName } from './property-name.ts';
import type { RecordValues } from './record-values.ts';

/**
 * Everything about one rule except its page, `docs/rules/<id>.md`.
 *
 * A rule checks values, names, the values of a record together, or whether a value is a record. A rule without any of
 * these is reported by `document/`, which sees the text around the records.
 *
 * @typeParam Data the data of a finding beside its span; it has no words
 */
export interface Rule<Id extends string = string, Data extends FindingData = object> {
  readonly id: Id;
  /** The default: users can change it. */
  readonly severity: Severity;

  /** The sentence for a finding: what is wrong, what is expected, what to do. */
  message(data: Data): string;

  /** Checks a value where a record should be: a whole file, an item of a list, or a line of JSON Lines. */
  onItem?(item: Node, record: RecordValues): Flag<Data> | undefined;

  /** Checks one value by itself, without the values in it. */
  onValue?(value: Node, definition: Definition, record: RecordValues): Data | undefined;

  /** Checks the name of one property. */
  onName?(name: PropertyName, record: RecordValues): Data | undefined;

  /** Checks the values of a record together. Only sound values take part: see `RecordValues.soundAt`. */
  onRecord?(record: RecordValues): readonly Flag<Data>[];

  /**
   * Says that a record has no finding of this rule, although its names and values match the schema. Only a rule that flags
   * such a record has this member: without it, the rule is not asked about a record, a name or a value that matches. A
   * rule that cannot tell from these few values returns false: slower, never silent.
   */
  passes?(record: MatchedRecord): boolean;

  /** The fix that loses nothing and changes no meaning: the preferred one, which is also applied in bulk. */
  losslessFix?(data: Data, target: FixTarget): Change | undefined;

  /** Further fixes for the user to choose from, most likely first. */
  otherFixes?(data: Data, target: FixTarget): Iterable<Change>;
}

/** Data with one of these names would replace the rule or the span of its finding. */
type FindingData = object & { readonly [name in 'rule' | keyof Span]?: never };

/** A node that a rule flags. */
export interface Flag<Data extends object> {
  readonly node: Node;
  readonly data: Data;
  /** The span to underline, if it is not the whole node. */
  readonly span?: Span;
}

/** The bracket that opens an object; the whole of any other value. */
export function bracketOf({ type, offset, length }: Node): Span {
  return { offset, length: type === 'object' ? 1 : length };
}

/** The target of a fix. */
export interface FixTarget {
  /** The name or the value that is flagged. */
  readonly node: Node;
  readonly record: RecordValues;
  /**
   * Whether a value would be an error as the value of this property.
   * @param text that the value is in; if left out, the record's
   */
  hasErrorAs(value: Node | undefined, definition: Definition | undefined, text?: string): boolean;
}
