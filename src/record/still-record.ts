import type { Node } from 'jsonc-parser';
import { record } from '../model/schema.ts';
import type { CheckedItem } from './check.ts';
import { hasRecords } from './envelope.ts';
import { isKnown, looksLikeRecord, propertiesOfRecord, tellingNames } from './recognize.ts';

type Item = Pick<CheckedItem, 'root' | 'record' | 'records'>;

/** Fixes ask about each removal, so the facts about the whole item are worked out once. */
const known = new WeakMap<Item, StillRecord>();

/** Whether a record stays a record without some of its parts, and anything else does not become one. */
export function isStillRecordWithout(item: Item, removed: ReadonlySet<Node>): boolean {
  const still = known.get(item) ?? new StillRecord(item);
  known.set(item, still);
  return still.without(removed);
}

class StillRecord {
  readonly #knownProperties: ReadonlySet<Node>;
  readonly #records: ReadonlySet<Node>;
  /** The answers for single properties of a record inside an envelope. */
  readonly #inside = new Map<Node, RecordInside>();
  #hasRecordsInside: boolean | undefined;

  constructor(readonly item: Item) {
    this.#knownProperties = new Set(item.record ? propertiesOfRecord(item.root, item.record) : []);
    this.#records = new Set(item.records);
  }

  without(removed: ReadonlySet<Node>): boolean {
    const { record, root } = this.item;
    if (!record) return this.#keepsItsRecordsWithout(removed);
    const properties = root.children ?? [];
    const knownProperties = this.#knownProperties;
    let known = knownProperties.size;
    let all = properties.length;
    for (const node of removed) {
      if (node.parent !== root) continue;
      all--;
      if (knownProperties.has(node)) known--;
    }
    if (known === knownProperties.size || all === 0) return true;
    // Without them, it could be an envelope, as that of a response is.
    this.#hasRecordsInside ??= properties.some((one) => !knownProperties.has(one) && hasRecords(one.children?.[1]));
    return known > 0 && !this.#hasRecordsInside;
  }

  /** Whether the records inside an envelope, by which it is known, stay records. */
  #keepsItsRecordsWithout(removed: ReadonlySet<Node>): boolean {
    const changed = new Set([...removed].flatMap(({ parent }) => parent ?? []));
    return [...changed].every((object) => {
      if (!this.#records.has(object)) return true;
      if (removed.size > 1) return isStillRecord(object, removed);
      const inside = this.#inside.get(object) ?? new RecordInside(object);
      this.#inside.set(object, inside);
      return inside.without(removed);
    });
  }
}

/** A record inside an envelope. It may have thousands of properties, but few kinds of them. */
class RecordInside {
  /** By the kind of the property's name. */
  readonly #answers = new Map<string, boolean>();
  /** Of a name that is written twice, the last value counts. */
  readonly #last: ReadonlyMap<string, Node>;

  constructor(readonly object: Node) {
    this.#last = new Map(object.children?.map((property) => [nameOf(property), property]));
  }

  /** @param removed one property */
  without(removed: ReadonlySet<Node>): boolean {
    const key = [...removed].map((property) => this.#kindOf(property)).join();
    const answer = this.#answers.get(key) ?? isStillRecord(this.object, removed);
    this.#answers.set(key, answer);
    return answer;
  }

  #kindOf(property: Node): string {
    const name = nameOf(property);
    if (!tellingNames.has(name)) return record.names?.folded(name) ?? '';
    return `${name} ${this.#last.get(name) === property}`;
  }
}

/** Whether a record inside an envelope still has a known name, and looks like a record if it did, without some of its parts. */
function isStillRecord(object: Node, removed: ReadonlySet<Node>): boolean {
  const children = object.children?.filter((property) => !removed.has(property)) ?? [];
  return (
    (children.length === 0 || children.some(hasKnownName)) &&
    (!looksLikeRecord(object) || looksLikeRecord({ ...object, children }))
  );
}

function hasKnownName(property: Node): boolean {
  return isKnown(nameOf(property));
}

function nameOf({ children }: Node): string {
  return String(children?.[0]?.value);
}
