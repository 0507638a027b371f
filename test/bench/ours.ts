import { checkAll } from '../../src/document/check.ts';
import { Lines } from '../../src/document/positions.ts';
import { type Format, type Layout, scanning } from '../../src/document/scan.ts';
import type { Finding } from '../../src/record/finding.ts';
import type { TextDocument } from '../text-document.ts';

/** A document that is checked while it is edited: what the benchmark measures as ours. */
export interface Checked {
  /** Takes note of changes that the document has made. */
  change(changes: Parameters<TextDocument['apply']>[0]): void;
  /** Works until the clock of `performance.now()` passes the deadline, and says whether all is checked. */
  step(deadline?: number): boolean;
  /** How many findings there are. */
  count(): number;
  /** Those of them to be shown, with their places: as many as wanted, the ones near a line first. */
  findings(most: number, near: number): readonly { readonly finding: Finding; readonly range: object }[];
}

/** VS Code shows no more in one file. */
export const mostShown = 1_000;

/** Checks the whole text, anew after each change. */
export function open(document: TextDocument, format: Format): Checked {
  let text = '';
  let search: Generator<void, Layout> | undefined;
  let found: readonly Finding[] | undefined;
  return {
    change() {
      search = undefined;
      found = undefined;
    },
    step(deadline = Number.POSITIVE_INFINITY) {
      if (found) return true;
      if (!search) {
        text = document.getText();
        search = scanning(text, format);
      }
      let next = search.next();
      while (!next.done && performance.now() < deadline) next = search.next();
      if (!next.done) return false;
      found = checkAll(text, next.value);
      return true;
    },
    count: () => found?.length ?? 0,
    findings(most) {
      if (!found || found.length === 0) return [];
      const lines = new Lines(text);
      return found.slice(0, most).map((finding) => ({
        finding,
        range: { start: lines.positionAt(finding.offset), end: lines.positionAt(finding.offset + finding.length) },
      }));
    },
  };
}
