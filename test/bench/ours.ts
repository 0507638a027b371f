import { checkAll } from '../../src/document/check.ts';
import { Lines } from '../../src/document/positions.ts';
import { type Format, type Layout, scanning } from '../../src/document/scan.ts';
import type { Finding } from '../../src/record/finding.ts';
import type { TextDocument } from '../text-document.ts';

/** VS Code shows no more in one file. */
const mostShown = 1_000;

/** What the benchmark measures as ours: the check of the whole text, anew after each change. */
export class RecordIndex {
  readonly #source: Pick<TextDocument, 'lineCount' | 'getText'>;
  readonly #format: Format;
  #text = '';
  #scanning: Generator<void, Layout> | undefined;
  #found: readonly Finding[] | undefined;
  recordCount = 0;

  constructor(source: Pick<TextDocument, 'lineCount' | 'getText'>, format: Format) {
    this.#source = source;
    this.#format = format;
  }

  change(_changes: Parameters<TextDocument['apply']>[0]): void {
    this.#scanning = undefined;
    this.#found = undefined;
  }

  step(deadline = Infinity): boolean {
    if (this.#found) return true;
    if (!this.#scanning) {
      this.#text = this.#source.getText({
        start: { line: 0, character: 0 },
        end: { line: this.#source.lineCount, character: 0 },
      });
      this.#scanning = scanning(this.#text, this.#format);
    }
    let next = this.#scanning.next();
    while (!next.done && performance.now() < deadline) next = this.#scanning.next();
    if (!next.done) return false;
    this.#found = checkAll(this.#text, next.value);
    this.recordCount = next.value.items.length;
    return true;
  }

  findings(_near?: number): readonly { readonly finding: Finding; readonly range: object }[] {
    const found = this.#found ?? [];
    const lines = found.length > 0 ? new Lines(this.#text) : undefined;
    return found.slice(0, mostShown).map((finding) => ({
      finding,
      range: {
        start: lines?.positionAt(finding.offset),
        end: lines?.positionAt(finding.offset + finding.length),
      },
    }));
  }
}
