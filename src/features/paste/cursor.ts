import { type LeftOut, maxQuoted } from './left-out.ts';
import type { Problem } from './reading.ts';

/** How deep values may be nested. Deeper values are not records, and would exhaust the call stack. */
const maxDepth = 30;

/**
 * A parser's position in its text. A reader that fails calls `fail` and returns undefined; the first problem is kept.
 */
export class Cursor {
  at = 0;
  problem: Problem | undefined;
  /** The parts that have been skipped. */
  readonly leftOut: LeftOut[] = [];
  /** Whether all that has been read is certainly of the form that it is read as. */
  isSure = true;
  #depth = 0;

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /**
   * Reads the match of a pattern here, and moves after it.
   * @param pattern with the flag `y`
   */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text) ?? undefined;
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  /** Whether a pattern, with the flag `y`, matches here. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /**
   * Reads up to the next match of a pattern, and moves to it.
   * @param pattern with the flag `g`
   * @returns undefined if there is no match; then the cursor does not move
   */
  takeUntil(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    const text = this.text.slice(this.at, found.index);
    this.at = found.index;
    return text;
  }

  fail(message: string, offset = this.at): undefined {
    this.problem ??= { offset, message };
  }

  /** Fails at a string without its end, which is the rest of the text. */
  failAtString(offset: number): undefined {
    this.at = this.text.length;
    this.fail('This string is not closed: the quote at its end is missing.', offset);
  }

  /** Reads the content of a bracket. */
  nested<Value>(read: () => Value | undefined): Value | undefined {
    if (this.#depth >= maxDepth) return this.fail('These values are nested too deeply for a backup record.');
    this.#depth++;
    const value = read();
    this.#depth--;
    return value;
  }

  /** Notes the value of a name that comes once more. */
  leaveFirst(name: string, offset: number): void {
    this.leftOut.push({ offset, why: 'written twice', what: name });
  }

  /** Notes the text from an offset up to here as left out, unless it is blank. */
  leaveText(start: number, end = this.at): void {
    const what = this.text.slice(start, Math.min(end, start + maxQuoted)).trim();
    if (what !== '') this.leftOut.push({ offset: start, why: 'other text', what });
  }
}
