import { countFindings } from '../../index/listing.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import { displayPosition, type Position } from '../../json/position.ts';
import { severities } from '../../model/severity.ts';
import { message } from '../../record/message.ts';
import type { RuleId } from '../../record/rules/index.ts';
import type { Recognition } from '../recognition/recognizer.ts';
import { count, countBySeverity, formatNumber } from '../workbench/count.ts';

/** The text of the language status and the menu for a recognized file. */
export interface FileSummary {
  readonly text: string;
  readonly detail: string;
  /** The number of findings that are shown. */
  readonly problems: number;
  /** The rank of the most severe one; undefined if there is none. */
  readonly worst: number | undefined;
  /** Whether part of the file is not checked. */
  readonly isPartial: boolean;
}

/** How a file was recognized, in words. */
export const recognizedBy: Readonly<Record<Recognition, string>> = {
  name: 'by its name',
  content: 'by its content',
  $schema: 'by its $schema',
  'json.schemas': 'by json.schemas',
};

/**
 * Describes a file: its kind, how it was recognized, how many problems it has, and which part is not checked.
 * @param index must be settled
 * @param rank the rank of a rule's severity, 0 for the highest; undefined if its findings are not shown
 */
export function summarize(
  index: RecordIndex,
  recognition: Recognition,
  rank: (rule: RuleId) => number | undefined,
): FileSummary {
  const { foreign, stoppedAt } = index;
  const problems = countFindings(index, (rule) => rank(rule) !== undefined);
  const counts = severities.map((_, at) => countFindings(index, (rule) => rank(rule) === at));
  const found = problems === 0 ? 'no problems in its records' : countBySeverity(counts);
  // This comes first, because VS Code cuts off text that does not fit on one line.
  const unchecked = stoppedAt ? `not checked from ${inWords(stoppedAt)} on, because a value is too long; ` : '';
  return {
    text: foreign ? 'Not a BackupResponse file' : `BackupResponse, ${recordsIn(index)}`,
    detail: foreign
      ? message({ rule: 'foreign-file', offset: 0, length: 0, kind: foreign.kind, isWholeFile: true })
      : `${unchecked}${recognizedBy[recognition]}, ${found}`,
    problems,
    worst: problems === 0 ? undefined : counts.findIndex((count) => count > 0),
    isPartial: stoppedAt !== undefined,
  };
}

function recordsIn({ recordCount }: RecordIndex): string {
  return recordCount === 0 ? 'no records' : count(recordCount, 'record');
}

/** How many rules are off, such as "1 rule is off here". */
export function offInWords(off: number): string {
  return `${count(off, 'rule')} ${off === 1 ? 'is' : 'are'} off here`;
}

/** A position in the words of VS Code's status bar, or only the line if it is its start. */
function inWords(position: Position): string {
  const { line, column } = displayPosition(position);
  return `line ${formatNumber(line)}${column === 1 ? '' : `, column ${formatNumber(column)}`}`;
}
