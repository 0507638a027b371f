import type { Node } from 'jsonc-parser';
import { orderLike, schemaOrder } from './name-order.ts';
import { type MatchedRecord, RecordPattern } from './record-pattern.ts';

/** How many records must have another order of names before it becomes the usual one: that takes some milliseconds. */
const minPatience = 16;

/** Recognizes records whose names have the usual order: the schema's at first, then that of the records it is told of. */
export class UsualPattern {
  #order = schemaOrder;
  #json: RecordPattern | undefined;
  #jsonc: RecordPattern | undefined;
  /** How many records with another order it has been told of since the last change. */
  #others = 0;
  /** How many the next change takes: twice as many each time, so that records with ever other orders cost little. */
  #patience = minPatience;

  /** The record that starts at `start`, if it matches. */
  at(text: string, start: number, mayHaveComments: boolean): MatchedRecord | undefined {
    const matched = this.#pattern(mayHaveComments).at(text, start);
    if (matched && this.#patience > minPatience) this.#patience--;
    return matched;
  }

  /** Notes a record that has not been recognized. */
  note(record: Node): void {
    const order = orderLike(record, this.#order);
    if (order === this.#order || ++this.#others < this.#patience) return;
    this.#order = order;
    this.#json = undefined;
    this.#jsonc = undefined;
    this.#others = 0;
    this.#patience *= 2;
  }

  #pattern(mayHaveComments: boolean): RecordPattern {
    if (mayHaveComments) {
      this.#jsonc ??= new RecordPattern(this.#order, true);
      return this.#jsonc;
    }
    this.#json ??= new RecordPattern(this.#order, false);
    return this.#json;
  }
}
