import type { Node } from 'jsonc-parser';
import { type Instant, parseDateTime } from './date-time.ts';
import type { Finding } from './finding.ts';
import { wrappedList } from './powershell.ts';

/** What is around a record, as far as its own findings depend on it. */
export interface RecordContext {
  /** Whether the root of the file is a list: there `ConvertTo-Json` cuts one level earlier, and no `$schema` may stand. */
  readonly listed: boolean;
}

/** What one record says of itself: its mistakes, and what the rules between values and between records look at. */
export class RecordReport {
  readonly findings: Finding[] = [];
  /** The name or the value that each finding is about: one name, one value, one problem. */
  readonly nodes = new Map<Finding, Node>();
  readonly flagged = new Set<Node>();
  /** The value at each place that has a name of its own; where a name is written twice, the last. */
  readonly values = new Map<string, Node>();

  readonly #times = new Map<Node, Instant | undefined>();

  constructor(
    readonly text: string,
    readonly context: RecordContext,
  ) {}

  report(node: Node, found: Finding | undefined): void {
    if (!found) return;
    // What a comment without its end belongs to is, to jsonc-parser, a character longer than the text.
    const over = found.offset + found.length - this.text.length;
    const finding = over > 0 ? { ...found, length: found.length - over } : found;
    this.nodes.set(finding, node);
    this.flagged.add(node);
    this.findings.push(finding);
  }

  /** The value at a place, unless it is itself a mistake. */
  sound(place: string): Node | undefined {
    const value = this.values.get(place);
    return value && !this.flagged.has(value) ? value : undefined;
  }

  /** The moment that a string names; undefined where it names none. */
  timeOf(node: Node): Instant | undefined {
    if (!this.#times.has(node)) this.#times.set(node, parseDateTime(node.value));
    return this.#times.get(node);
  }

  /** The list at a place, wrapped by Windows PowerShell or not. */
  list(place: string): Node | undefined {
    const value = this.values.get(place);
    return value && listIn(value);
  }
}

/** The list that a value is, or that Windows PowerShell wrapped in it. */
export function listIn(value: Node): Node | undefined {
  return value.type === 'array' ? value : wrappedList(value);
}
