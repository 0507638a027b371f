import { valueAt } from '../json/node.ts';
import { parse } from './parse/parse.ts';
import { dateTimeOf, millisecondsIn } from './powershell.ts';
import { valuesByName } from './summary.ts';
import { isZeroInstant, parseDateTime } from './times/date-time.ts';
import { secondsBetween } from './times/duration.ts';

/** The cells of a record in a table. A value that is missing, or is a list or an object, is undefined. */
export interface Overview {
  readonly name: string | undefined;
  readonly status: string | undefined;
  /** How the backup was created. */
  readonly backupType: string | undefined;
  readonly created: string | undefined;
  /** How long the job took; undefined if its times are not known, or in a wrong order. */
  readonly seconds: number | undefined;
  /** How many objects the backup has; text if the record has text there, or a number that JavaScript would round. */
  readonly totalObjectCount: number | string | undefined;
}

/** @param record its text, broken or not */
export function overviewOf(record: string): Overview {
  const values = valuesByName(record);
  const textAt = (name: string): string | undefined => textOf(values.get(name));
  return {
    name: textAt('name'),
    status: textAt('status'),
    backupType: textAt('backupType'),
    created: textAt('created'),
    seconds: secondsOfJob(textAt('created'), textAt('completed')),
    totalObjectCount: countOf(values.get('totalObjectCount'), record),
  };
}

/** Undefined if the value says nothing: if it is blank, a list or an object. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'object') return undefined;
  return String(value).trim() === '' ? undefined : String(value);
}

/** A number as it is written, if JavaScript would round it. */
function countOf(value: unknown, record: string): number | string | undefined {
  if (typeof value !== 'number') return textOf(value);
  if (Number.isSafeInteger(value)) return value;
  const root = parse(record, 1);
  const node = root && valueAt(root, 'totalObjectCount');
  return node ? record.slice(node.offset, node.offset + node.length) : value;
}

/** In RFC 3339 or in Windows PowerShell's format, whole milliseconds. */
function secondsOfJob(created: string | undefined, completed: string | undefined): number | undefined {
  const [start, end] = [created, completed].map((time = '') => {
    const milliseconds = millisecondsIn(time);
    return parseDateTime(milliseconds === undefined ? time : dateTimeOf(milliseconds));
  });
  if (!start || !end || isZeroInstant(start) || isZeroInstant(end)) return undefined;
  const seconds = Math.round(secondsBetween(start, end) * 1000) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
