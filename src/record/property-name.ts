import type { Node } from 'jsonc-parser';
import { namesOf } from './powershell.ts';
import type { RecordContext } from './record-values.ts';
import type { Definition } from './schema.ts';

/** The names of one object, in the order in which they are looked at. */
export class ObjectNames {
  readonly #last = new Map<string, Node>();
  /** How many names mean each property. Counted when first needed: few objects have a misspelt name. */
  #counts: Map<string, number> | undefined;

  constructor(
    readonly object: Node,
    readonly definition: Definition,
    readonly context: RecordContext,
  ) {}

  /** Takes the next name of the object. */
  next(node: Node, value: Node | undefined): PropertyName {
    const earlier = this.#last.get(node.value);
    this.#last.set(node.value, node);
    return new PropertyName(node, value, earlier, this);
  }

  /** How many of the names mean a known property, apart from case and separators. */
  countOf(known: string): number {
    this.#counts ??= this.#count();
    return this.#counts.get(known) ?? 0;
  }

  #count(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const name of namesOf(this.object)) {
      const known = this.definition.names?.folded(name);
      if (known) counts.set(known, (counts.get(known) ?? 0) + 1);
    }
    return counts;
  }
}

/** The name of one property, as the rules look at it. */
export class PropertyName {
  /** The known name that it is, apart from case and separators. */
  readonly known: string | undefined;

  constructor(
    readonly node: Node,
    readonly value: Node | undefined,
    /** The same name earlier in the object. */
    readonly earlier: Node | undefined,
    readonly siblings: ObjectNames,
  ) {
    this.known = this.object.names?.folded(this.text);
  }

  /** The name without its quotes and escapes. */
  get text(): string {
    return this.node.value;
  }

  /** The definition of the object that has the property. */
  get object(): Definition {
    return this.siblings.definition;
  }

  /** Whether the object has another property that means the same. */
  get isTaken(): boolean {
    return this.known !== undefined && this.siblings.countOf(this.known) > 1;
  }
}
