import type { Rule } from '../rule.ts';
import { rules } from '../rules/index.ts';
import { answerIndex } from './facts.ts';
import { type FirstLook, startFirstLook } from './first-look.ts';
import { keyOf } from './job-key.ts';

/** The rules that a record can break although the first look accepts it: they decide from its facts. */
const askedRules = (rules as readonly Rule[]).filter(({ passes }) => passes);

/** One serves all readers, since each of its answers is complete. It is optional: without it, the findings are the same. */
let firstLook: FirstLook | undefined;
let isStarted = false;

/**
 * Reads records without parsing them, and says whether each is clean: certainly without a finding of its own. Most
 * records are. Only the usual spellings are accepted, so a record that is not clean may still have no finding: the rules
 * decide then. Reading takes less time than `JSON.parse`.
 */
export class CleanReader {
  /** How many line ends have been passed, and where the last of them ended. */
  line = 0;
  lineStart = 0;
  /** The key of the last record's `jobId`, 0 if it has none, and where the id's opening quote is. */
  jobKey = 0;
  jobIdAt = 0;
  jobIdLine = 0;
  jobIdLineStart = 0;
  #text = '';
  #mayHaveComments = false;

  /** @param mayHaveComments whether the text is JSON with comments: elsewhere, a record with one is not clean */
  load(text: string, mayHaveComments: boolean): void {
    this.#text = text;
    this.#mayHaveComments = mayHaveComments;
  }

  /** Where the record that starts at `start` ends, if it is clean; below zero if it is not. */
  record(start: number): number {
    if (!isStarted) firstLook = startFirstLook();
    isStarted = true;
    const end = firstLook?.at(this.#text, start, this.line, this.lineStart, this.#mayHaveComments) ?? -1;
    if (!firstLook || end < 0) return -1;
    for (const rule of askedRules) if (!rule.passes?.(firstLook.facts)) return -1;
    const { answers } = firstLook;
    this.line = answers[answerIndex.line] as number;
    this.lineStart = answers[answerIndex.lineStart] as number;
    this.jobKey = keyOf(answers[answerIndex.jobKeyLow] as number, answers[answerIndex.jobKeyHigh] as number);
    this.jobIdAt = answers[answerIndex.jobIdAt] as number;
    this.jobIdLine = answers[answerIndex.jobIdLine] as number;
    this.jobIdLineStart = answers[answerIndex.jobIdLineStart] as number;
    return end;
  }
}
