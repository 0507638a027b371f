import { isEarlier, parseDateTime } from './date-time.ts';
import { secondsBetween } from './duration.ts';
import { type Summary, summaryFrom, valuesIn } from './summary.ts';

/** What a table says of a record, beside what it is recognized by. */
export interface Overview extends Summary {
  /** How long the job took, in seconds; undefined if the record does not say, or says it wrongly. */
  readonly seconds?: number;
  /** The number of objects, as it is written. */
  readonly objects?: string;
}

/** @param text of one record, broken or not */
export function overviewOf(text: string): Overview {
  const values = valuesIn(text);
  const [created, completed] = ['created', 'completed'].map((name) => parseDateTime(values.get(name)));
  const isKnown = created && completed && !isEarlier(completed, created);
  const objects = values.get('totalObjectCount');
  return {
    ...summaryFrom(values),
    ...(isKnown && { seconds: secondsBetween(created, completed) }),
    ...((typeof objects === 'number' || typeof objects === 'string') && { objects: String(objects) }),
  };
}
