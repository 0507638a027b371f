import { displayPosition, type Position } from '../../document/position.ts';
import { countFindings } from '../../index/listing.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import { message } from '../../record/message.ts';
import type { RuleId } from '../../record/rules/index.ts';
import type { Recognition } from '../recognition/recognition.ts';

/** What is to be said of a file that is ours. */
export interface FileSummary {
  readonly text: string;
  readonly detail: string;
  /** How many findings we show. */
  readonly problems: number;
  /** The rank of the gravest; undefined where there is none. */
  readonly worst: number | undefined;
  /** Whether a part of the file is not checked. */
  readonly isPartial: boolean;
}

/** How a file came to be ours, behind what it is. */
export const recognizedBy: Readonly<Record<Recognition, string>> = {
  'strong name': 'by its name',
  'weak name': 'by its name and content',
  content: 'by its content',
  $schema: 'by its $schema',
  'json.schemas': 'by json.schemas',
};

/**
 * Says what a file is, how it was recognized, how many problems it has, and what is not checked.
 * @param index of its records, settled
 * @param rank how grave the findings of a rule are, 0 for the gravest; undefined where we do not show them
 */
export function summarize(
  index: RecordIndex,
  recognition: Recognition,
  rank: (rule: RuleId) => number | undefined,
): FileSummary {
  const { foreign, stoppedAt } = index;
  const problems = countFindings(index, (rule) => rank(rule) !== undefined);
  const found = problems === 0 ? 'no problems in its records' : count(problems, 'problem');
  // What is missing comes first: VS Code cuts off what does not fit into a line.
  const missing = stoppedAt ? `not checked from ${said(stoppedAt)} on, where a value is too long; ` : '';
  return {
    text: foreign ? 'Not a BackupResponse file' : `BackupResponse, ${recordsIn(index)}`,
    detail: foreign
      ? message({ rule: 'foreign-file', offset: 0, length: 0, kind: foreign.kind })
      : `${missing}${recognizedBy[recognition]}, ${found}`,
    problems,
    worst: problems === 0 ? undefined : worstOf(index, rank),
    isPartial: stoppedAt !== undefined,
  };
}

/** Whatever else stands where a record should is an entry of the index too, and a finding. */
function recordsIn(index: RecordIndex): string {
  const records = index.count - index.countOf('not-a-record');
  return records === 0 ? 'no records' : count(records, 'record');
}

/** A place in the words of VS Code's status bar; the start of a line is the line. */
function said(position: Position): string {
  const { line, column } = displayPosition(position);
  return `line ${number(line)}${column === 1 ? '' : `, column ${number(column)}`}`;
}

function worstOf(index: RecordIndex, rank: (rule: RuleId) => number | undefined): number {
  let worst = 0;
  while (countFindings(index, (rule) => rank(rule) === worst) === 0) worst++;
  return worst;
}

function count(many: number, noun: string): string {
  return `${number(many)} ${noun}${many === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
