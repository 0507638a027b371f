import { withoutTrailingZeros } from '../../json/digits.ts';

/** An exact moment: whole minutes since 1970 UTC, the second in that minute, and the digits of its fraction. */
export interface Instant {
  readonly minute: number;
  readonly second: number;
  readonly fraction: string;
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/**
 * Reads an RFC 3339 date-time, strictly: the date exists, hours and offset hours go to 23, minutes to 59, second 60
 * is a leap second only at 23:59:60 UTC, and `t` and `z` may be lower-case.
 * @returns undefined if the text is not such a date-time
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function parseDateTime(text: unknown): Instant | undefined {
  if (typeof text !== 'string' || !rfc3339.test(text)) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const isUtc = text.endsWith('Z') || text.endsWith('z');
  const end = text.length - (isUtc ? 1 : '+00:00'.length);
  const offsetHour = isUtc ? 0 : twoDigits(text, end + 1);
  const offsetMinute = isUtc ? 0 : twoDigits(text, end + 4);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined;
  const offset = (offsetHour * 60 + offsetMinute) * (text[end] === '-' ? -1 : 1);
  const utcMinute = minutesSince1970(year, month, day) + hour * 60 + minute - offset;
  if (second === 60 && modulo(utcMinute, 1440) !== 1439) return undefined;
  return { minute: utcMinute, second, fraction: withoutTrailingZeros(text.slice(20, end)) };
}

/** The instant as a `Date`, in whole seconds; undefined if the text is not a date-time. */
export function dateOf(text: unknown): Date | undefined {
  const instant = parseDateTime(text);
  return instant && new Date(instant.minute * 60_000 + instant.second * 1000);
}

export function isDateTime(text: string): boolean {
  return parseDateTime(text) !== undefined;
}

/** Whether `a` is earlier than `b`, to the last digit. */
export function isEarlier(a: Instant, b: Instant): boolean {
  if (a.minute !== b.minute) return a.minute < b.minute;
  if (a.second !== b.second) return a.second < b.second;
  return a.fraction < b.fraction;
}

/** Whether an instant is one that programs write for "no time". */
export function isZeroInstant({ minute }: Instant): boolean {
  return minute === 0 || minute < minutesOfYear1;
}

/** The end of the first day of the year 1, in minutes since 1970. */
const minutesOfYear1 = Date.parse('0001-01-02T00:00:00Z') / 60_000;

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 0x30 * 11;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function minutesSince1970(year: number, month: number, day: number): number {
  // `Date.UTC` takes the years 0 to 99 for those of the twentieth century; the calendar repeats after 400 years.
  return Date.UTC(year + 400, month - 1, day) / 60_000 - 146_097 * 1_440;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
