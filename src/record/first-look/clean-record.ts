import type { Node } from 'jsonc-parser';
import { jobKey } from '../job-key.ts';
import type { Rule } from '../rule.ts';
import { rules } from '../rules/index.ts';
import { UsualPattern } from './usual-pattern.ts';

/** A record that is clean: certainly without findings of its own. */
export interface CleanRecord {
  readonly length: number;
  /** The key of its `jobId`; 0 if it has none. */
  readonly jobKey: number;
  /** Where the `jobId` starts in the record, its quotes included. */
  readonly jobIdOffset: number;
}

/** The rules that flag some of the records that match the schema. */
const askedRules = (rules as readonly Rule[]).filter(({ passes }) => passes);

/** All texts share it, since the files of a folder mostly come from one program. */
const pattern = new UsualPattern();

/**
 * The record that starts at `start`, if it is clean. Most records are, and recognizing one takes less time than
 * `JSON.parse`. Only the usual spellings are recognized: a record that is not clean may have no findings, too.
 * @param mayHaveComments whether the text is JSON with comments: elsewhere, a record with one is not clean
 */
export function cleanRecordAt(text: string, start: number, mayHaveComments: boolean): CleanRecord | undefined {
  const matched = pattern.at(text, start, mayHaveComments);
  if (!matched) return undefined;
  for (const rule of askedRules) if (!rule.passes?.(matched)) return undefined;
  const { jobId, text: whole } = matched;
  const { length } = whole;
  if (jobId === undefined) return { length, jobKey: 0, jobIdOffset: 0 };
  const at = whole.indexOf(jobId);
  // Another value or a comment has it, too.
  if (whole.includes(jobId, at + 1)) return undefined;
  return { length, jobKey: jobKey(jobId), jobIdOffset: at - 1 };
}

/** Notes a record that is not clean: if only the order of its names is unusual, others like it may be clean later. */
export function noteUnclean(record: Node): void {
  pattern.note(record);
}
