import { fold } from './names.ts';
import type { Definition } from './schema.ts';

/** What other systems call a status, folded. By edit distance alone `SUCCESS` would mean `FAILED`. */
const statusSynonyms: Readonly<Record<string, string>> = {
  completed: 'COMPLETE',
  success: 'COMPLETE',
  succeeded: 'COMPLETE',
  done: 'COMPLETE',
  running: 'IN_PROGRESS',
  canceled: 'CANCELLED',
  error: 'FAILED',
  pending: 'NOT_STARTED',
  queued: 'NOT_STARTED',
};

/** The allowed value that was most likely meant, if there is one. */
export interface Suggestion {
  readonly suggestion?: string;
  /** Whether only case and separators differ, so that the suggestion is certain. */
  readonly differsInCaseOnly: boolean;
}

/** Suggests an allowed value: by case and separators first, then by synonym, then by edit distance. */
export function suggestValue(written: string, { path, values }: Definition): Suggestion {
  const sameWord = values?.folded(written);
  if (sameWord) return { suggestion: sameWord, differsInCaseOnly: true };
  const folded = fold(written);
  const synonym = path === 'status' && Object.hasOwn(statusSynonyms, folded) ? statusSynonyms[folded] : undefined;
  const suggestion = synonym ?? values?.nearest(written);
  return { ...(suggestion && { suggestion }), differsInCaseOnly: false };
}
