import type { Format } from '../../src/document/value-scanner.ts';
import { countFindings, type DocumentFinding, listFindings } from '../../src/index/listing.ts';
import { RecordIndex } from '../../src/index/record-index.ts';
import type { TextChange } from '../../src/json/text-source.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { severities } from '../../src/model/severity.ts';
import { defaultSeverities, type RuleId } from '../../src/record/rules/index.ts';
import type { TextDocument } from '../support/text-document.ts';

/** A document that is checked while it is edited: our side of the benchmark. */
export interface Checked {
  /** Takes note of changes that the document has made. */
  change(changes: readonly TextChange[]): void;
  /** Works until the clock of `performance.now()` passes the deadline, and says whether all is checked. */
  step(deadline?: number): boolean;
  /** How many findings there are. */
  count(): number;
  /** Those of them to be shown, with their places: as many as wanted, the ones near a line first. */
  findings(max: number, near: number): readonly DocumentFinding[];
}

/** VS Code shows no more in one file. */
export const maxShown = 1_000;

/** Opens a document as the editor's part does. */
export function open(document: TextDocument, format: Format): Checked {
  const index = new RecordIndex(document, format, { allowed: nothingAllowed });
  const rank = (rule: RuleId) => severities.indexOf(defaultSeverities[rule]);
  return {
    change: (changes) => index.change(changes),
    step: (deadline) => index.step(deadline),
    count: () => countFindings(index, () => true),
    findings: (max, near) => listFindings(index, { rank, near, max }),
  };
}
