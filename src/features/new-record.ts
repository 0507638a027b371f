import { valueAt } from '../json/node.ts';
import { nothingAllowed } from '../model/allowed.ts';
import { defaultValues, valuesWithoutBackup } from '../model/defaults.ts';
import type { BackupResponse } from '../model/generated/backup-response.ts';
import { record, recordNames } from '../model/schema.ts';
import { checkRecord } from '../record/check.ts';
import { parse } from '../record/parse/parse.ts';

/** The values that every new record needs. */
export interface NewRecordSource {
  readonly jobId: string;
  readonly now: Date;
}

/** The values of a new record, and the names of the wanted values that it cannot have. */
export interface NewRecord {
  readonly values: BackupResponse;
  readonly refused: readonly string[];
}

/**
 * A valid record with the times now. It is not said when it was completed, since its status may yet be changed.
 * @param wanted values to use instead of the defaults; a value that would have a finding is refused
 */
export function newRecord(source: NewRecordSource, wanted: Readonly<Record<string, unknown>> = {}): NewRecord {
  let values: BackupResponse = defaults(source, wanted);
  const refused = Object.keys(wanted).filter((name) => !recordNames.includes(name));
  for (const name of recordNames) {
    if (!Object.hasOwn(wanted, name)) continue;
    const candidate = { ...values, [name]: wanted[name] };
    if (isClean(candidate)) values = candidate;
    else refused.push(name);
  }
  return { values, refused };
}

/** The values of a record that a new one beside it is likely to have, too. @param text of the record, broken or not */
export function sharedValues(text: string): Pick<BackupResponse, 'tenant' | 'requesterName'> {
  const values = (['tenant', 'requesterName'] as const).map((name) => [name, textIn(text, name)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** The text that a record has under a name, if it says anything. @param record its text, broken or not */
export function textIn(record: string, name: 'tenant' | 'requesterName' | 'name'): string | undefined {
  const root = parse(record);
  const value: unknown = root && valueAt(root, name)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function defaults({ jobId, now }: NewRecordSource, wanted: Readonly<Record<string, unknown>>): BackupResponse {
  const time = now.toISOString();
  return {
    ...defaultValues,
    ...(isUnfinished(wanted.status) && valuesWithoutBackup),
    jobId,
    created: time,
    modified: time,
    // A backup of chosen object types is partial.
    isPartial: typeof wanted.options === 'object' && wanted.options !== null && 'includeTypes' in wanted.options,
    options: null,
  };
}

/** Whether a wanted status means that there is no backup. */
function isUnfinished(status: unknown): boolean {
  return (
    typeof status === 'string' &&
    status !== defaultValues.status &&
    record.property('status')?.values?.has(status) === true
  );
}

function isClean(values: object): boolean {
  const text = JSON.stringify(values);
  const root = parse(text);
  return (
    root !== undefined && checkRecord(root, text, { container: 'root', allowed: nothingAllowed }).findings.length === 0
  );
}
