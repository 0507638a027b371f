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

/** The allowed value that somebody most likely meant, and whether only case and separators are wrong. */
export interface Likely {
  readonly likely?: string;
  readonly differsInCaseOnly: boolean;
}

/** Names the value most likely meant by case and separators, then by synonym, then by edit distance. */
export function suggestValue(written: string, place: Definition): Likely {
  const differsInCaseOnly = place.values?.folded(written);
  if (differsInCaseOnly) return { likely: differsInCaseOnly, differsInCaseOnly: true };
  const folded = fold(written);
  const synonym = place.id === 'status' && Object.hasOwn(statusSynonyms, folded) ? statusSynonyms[folded] : undefined;
  const likely = synonym ?? place.values?.nearest(written);
  return likely ? { likely, differsInCaseOnly: false } : { differsInCaseOnly: false };
}
