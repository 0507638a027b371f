import { listFindings } from '../../src/index/listing.ts';
import type { Range } from '../../src/json/position.ts';
import type { TextChange } from '../../src/json/text-source.ts';
import { generate } from '../bench/generate.ts';
import { newIndex } from './open-index.ts';
import { Random } from './random.ts';
import { TextDocument } from './text-document.ts';

const typed = [...'{}[]",:\\/ \n\t', '"jobId": ', '"status": "complete"', 'null', 'x', '5', '😀', '/* ', '*/', '\n\n'];

/** A document that is edited all day, its index, and the questions of VS Code after each edit. */
export class Soak {
  readonly #random: Random;
  readonly #document = new TextDocument(generate({ records: 100, faulty: 5 }));
  readonly #index = newIndex(this.#document, 'json');
  /** Where nothing is undone, the text would grow, and nothing could be said of the memory. */
  readonly #undo: TextChange[] = [];

  constructor(seed: number) {
    this.#random = new Random(seed);
    this.#index.step();
  }

  /** Types something, removes something, or takes back the last edit. */
  edit(): void {
    const isUndo = this.#undo.length > 0 && (this.#undo.length >= 20 || this.#random.chance(0.45));
    const change = (isUndo && this.#undo.pop()) || this.#change();
    if (!isUndo) this.#undo.push(inverseOf(change, this.#document.getText(change.range)));
    this.#apply(change);
    // Now and then the next key comes before the check has ended.
    if (this.#random.chance(0.9)) this.#index.step();
    listFindings(this.#index, { rank: () => 0, near: change.range.start.line, max: 1_000 });
  }

  /** Takes everything back. @returns the text, which must be the same as before */
  undoAll(): string {
    for (let change = this.#undo.pop(); change; change = this.#undo.pop()) this.#apply(change);
    this.#index.step();
    return this.#document.text;
  }

  #apply(change: TextChange): void {
    this.#document.apply([change]);
    this.#index.change([change]);
  }

  #change(): TextChange {
    const line = this.#random.below(this.#document.lineCount);
    const length = this.#document.getText(wholeLine(line)).length;
    const start = { line, character: this.#random.below(length + 1) };
    if (this.#random.chance(0.7)) return { range: { start, end: start }, text: this.#random.pick(typed) };
    const end = { line, character: Math.min(length, start.character + this.#random.below(12)) };
    return { range: { start, end }, text: '' };
  }
}

function wholeLine(line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } };
}

function inverseOf({ range: { start }, text }: TextChange, removed: string): TextChange {
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  const end = { line: start.line + lines.length - 1, character: lines.length === 1 ? start.character + last : last };
  return { range: { start, end }, text: removed };
}
