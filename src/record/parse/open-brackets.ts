import { Char } from '../../json/lexer.ts';
import type { Definition } from '../../model/schema.ts';

/** An open object or list. */
export interface Bracket {
  readonly isList: boolean;
  /** The definition of an object of a record. */
  readonly definition: Definition | undefined;
  /** Whether it has a name that the schema knows in it. */
  hasOwnName: boolean;
  /** The next token that an object expects. */
  wants: 'name' | 'colon' | 'value' | 'comma';
  /** The definition of the value that comes next. */
  below: Definition | undefined;
  /** Where the last name and the last value start. */
  nameAt: number;
  valueAt: number | undefined;
}

/** The brackets that are open at a place of a broken text. */
export class OpenBrackets {
  readonly #open: Bracket[] = [];

  get top(): Bracket | undefined {
    return this.#open.at(-1);
  }

  get depth(): number {
    return this.#open.length;
  }

  /** How many objects are open. */
  get objects(): number {
    return this.#open.filter(({ isList }) => !isList).length;
  }

  push(isList: boolean, definition: Definition | undefined, nameAt: number): void {
    this.#open.push({
      isList,
      definition,
      hasOwnName: false,
      wants: 'name',
      below: undefined,
      nameAt,
      valueAt: undefined,
    });
  }

  /** How many brackets are in the innermost object that may have a name; undefined if none may. */
  insideOwnerOf(name: string): number | undefined {
    const owner = this.#open.findLastIndex(({ definition }) => definition?.names?.folded(name) !== undefined);
    return owner < 0 ? undefined : this.#open.length - 1 - owner;
  }

  /** Closes the innermost bracket of a kind, and all in it. @returns the brackets that do; none if none is open */
  close(char: number): string {
    const isList = char === Char.CloseBracket;
    const partner = this.#open.findLastIndex((bracket) => bracket.isList === isList);
    return partner < 0 ? '' : this.closeInner(this.#open.length - partner);
  }

  /** Closes the lists that are not around an object. */
  closeLists(): string {
    return this.closeInner(this.#open.length - 1 - this.#open.findLastIndex(({ isList }) => !isList));
  }

  /** Closes as many brackets. */
  closeInner(count: number): string {
    const closed = this.#open.splice(this.#open.length - count, count).reverse();
    return closed.map(({ isList }) => (isList ? ']' : '}')).join('');
  }
}
