import { withoutTrailingZeros } from '../../json/digits.ts';
import { isDateTime } from './date-time.ts';
import { hourOf, isOnWeekday, localForm, monthNumber, namedForms, offsetIn, twoDigits } from './date-time-forms.ts';

/** A time in a form that means one instant, or would if it had an offset, though it is not RFC 3339. */
const nearlyRfc3339 = new RegExp(
  [
    /^(?<year>\d{4})(?<dash>[-/.]?)(?<month>\d\d)\k<dash>(?<day>\d\d)/, // The date, in the extended or the basic format of ISO 8601.
    /(?<between>T\s*|\s+)(?<hour>\d\d)(?<colon>:?)(?<minute>\d\d)(?::?(?<second>\d\d)(?:(?<point>[.,])(?<fraction>\d+))?)?/, // The time of day.
    /(?<space>\s*)(?<zone>[^\d\s]\S*(?:\s+\S+)*)?$/, // The offset, and text that other programs write after it.
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

/** A time that can be written in RFC 3339 without a guess. */
export interface RepairedDateTime {
  /** With `Z`, if the offset is missing. */
  readonly text: string;
  readonly hasOffset: boolean;
  /** The form that RFC 3339 wants instead, for a sentence. */
  readonly wants: readonly string[];
}

/** Rewrites a time as RFC 3339, if it means one instant, or would if it had an offset. */
export function repairDateTime(written: string): RepairedDateTime | undefined {
  const trimmed = written.trim();
  const { groups } = nearlyRfc3339.exec(trimmed) ?? {};
  if (!groups) return repairNamed(trimmed);
  const { dash, between = '', colon, second, point, space, zone } = groups;
  return repaired({ ...groups }, [
    trimmed !== written && 'no white space around it',
    dash !== '-' && '"-" between the numbers of the date',
    !/^T$/i.test(between) && '"T" instead of the space',
    !colon && '":" between the numbers of the time',
    second === undefined && 'seconds',
    point === ',' && '"." instead of the comma before the fraction',
    space && zone && 'no space before the offset',
    ...(zone ? wantsOfZone(zone) : []),
  ]);
}

function wantsOfZone(zone: string): (string | false)[] {
  const [, sign, hours, colon, minutes] = /([+\u2212-])(\d\d)(:?)(\d\d)?/.exec(zone) ?? [];
  if (hours === undefined) return [!/^Z$/i.test(zone) && '"Z" for UTC, without a name'];
  return [
    sign === '\u2212' && 'a plain minus sign',
    minutes === undefined ? 'minutes in the offset' : !colon && 'a colon in the offset',
    !/^.\d\d:?(?:\d\d)?$/.test(zone) && 'only the offset, without names',
  ];
}

/** A date with the name of its month. */
function repairNamed(written: string): RepairedDateTime | undefined {
  for (const form of namedForms) {
    const { groups } = form.exec(written) ?? {};
    if (!groups) continue;
    const month = monthNumber(groups.month ?? '');
    return repaired({ ...groups, month }, ['the date as numbers, the year first']);
  }
  return undefined;
}

type Parts = Readonly<Record<string, string | undefined>>;

function repaired(parts: Parts, wants: readonly (string | false | undefined)[]): RepairedDateTime | undefined {
  const { year, month, day = '', hour: written = '', half, minute, second = '00', fraction, zone, weekday } = parts;
  const offset = zone ? offsetIn(zone) : 'Z';
  const hour = hourOf(written, half);
  if (offset === undefined || hour === undefined) return undefined;
  const date = `${year}-${month}-${day.padStart(2, '0')}`;
  const text = `${date}T${hour}:${minute}:${second}${fraction ? `.${fraction}` : ''}${offset}`;
  if (!isDateTime(text) || !isOnWeekday(date, weekday)) return undefined;
  return { text, hasOffset: Boolean(zone), wants: wants.filter((one): one is string => Boolean(one)) };
}

/** A meaning of a date in numbers whose year is not the first. */
export interface LocalDateTime extends RepairedDateTime {
  readonly first: 'day' | 'month';
}

/** The date-times that `3/5/2024 8:00 AM` may mean, the likelier first; none without a time of day. */
export function localDateTimes(written: string): readonly LocalDateTime[] {
  const { groups } = localForm.exec(written.trim()) ?? {};
  if (!groups) return [];
  const { first = '', then = '', separator } = groups;
  const orders = separator === '/' ? (['month', 'day'] as const) : (['day', 'month'] as const);
  const found = orders.flatMap((order): LocalDateTime[] => {
    const [day, month] = order === 'day' ? [first, then] : [then, first];
    const one = repaired({ ...groups, day, month: twoDigits(Number(month)) }, []);
    return one ? [{ ...one, first: order }] : [];
  });
  return found[0]?.text === found[1]?.text ? found.slice(0, 1) : found;
}

/** Whether a text has the form of RFC 3339, although the date or the time does not exist. */
export function looksLikeDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/i.test(text);
}

/** Whether a text is a time as people write it in one country: `3/5/2024 8:00 AM`. */
export function isLocalFormat(text: string): boolean {
  return /^\s*\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b|\b[AP]\.?M\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(
    text,
  );
}

/** An instant in seconds or milliseconds since 1970. Ten or more digits mean a time after 2001. */
const epoch = /^(\d{10})(\d{3})?(?:\.(\d+))?$/;

/**
 * The date-time of a number of seconds or milliseconds since 1970, perhaps with a fraction; which of them, its digits tell.
 * @returns undefined if the number has another length
 */
export function dateTimeOfEpoch(written: string): string | undefined {
  const digits = /^[\d.]+e\+?\d+$/i.test(written) ? String(Number(written)) : written;
  const [, seconds, milliseconds = '', fraction = ''] = epoch.exec(digits) ?? [];
  if (seconds === undefined) return undefined;
  const rest = withoutTrailingZeros(milliseconds + fraction);
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', rest ? `.${rest}Z` : 'Z');
}

/** The date-time of a list of numbers as Java writes a local time: year, month, day, hour, minute, second, nanosecond. */
export function dateTimeOfList(numbers: readonly unknown[]): string | undefined {
  if (numbers.length < 5 || numbers.length > 7 || !numbers.every((one) => Number.isInteger(one))) return undefined;
  const [year, month, day, hour, minute, second = 0, nanosecond = 0] = numbers as readonly number[];
  const date = [String(year).padStart(4, '0'), ...[month, day].map((one) => twoDigits(Number(one)))].join('-');
  const time = [hour, minute, second].map((one) => twoDigits(Number(one))).join(':');
  const fraction = withoutTrailingZeros(String(nanosecond).padStart(9, '0'));
  const text = `${date}T${time}${fraction ? `.${fraction}` : ''}Z`;
  return isDateTime(text) ? text : undefined;
}
