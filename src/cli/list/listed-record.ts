import type { CheckedFile } from '../../files/check-file.ts';
import { type RecordRow, recordRows } from '../../files/record-rows.ts';
import type { CheckSettings } from '../../record/settings.ts';

/** A record in a list. A property is undefined if the record does not have it. */
export interface ListedRecord extends Omit<RecordRow, 'seconds'> {
  readonly file: string;
  readonly durationSeconds: number | undefined;
}

/** The columns of a list. */
export const columns = [
  'file',
  'line',
  'name',
  'status',
  'backupType',
  'created',
  'durationSeconds',
  'totalObjectCount',
  'findings',
] as const satisfies readonly (keyof ListedRecord)[];

/** The records of a checked file, in the order of its text. */
export function* listedRecords(file: string, checked: CheckedFile, settings: CheckSettings): Generator<ListedRecord> {
  for (const { seconds, ...row } of recordRows(checked, settings)) yield { file, ...row, durationSeconds: seconds };
}

/** A record as a line of JSON, in an array. */
export function recordJson(record: ListedRecord): string {
  const entries = columns.map((column) => [column, record[column] ?? null]);
  return `  ${JSON.stringify(Object.fromEntries(entries))}`;
}
