import { isDateTime } from './date-time.ts';

/** A time in a form that means one instant, or would if it had an offset, though it is not RFC 3339. */
const nearlyRfc3339 = new RegExp(
  [
    /^(\d{4})-?(\d\d)-?(\d\d)/, // The date, in the extended or the basic format of ISO 8601.
    /[T\s]\s*(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?/, // The time of day.
    /\s*(?:(Z|UTC|GMT)|([+\u2212-]\d\d):?(\d\d)?)?(?:\[[\w/+-]+\])?$/, // The offset, and the zone that Java writes behind it.
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

/** A date of HTTP headers and of e-mail, which is in English everywhere. */
const imfDate = /^(?:\w{3}, )?(\d{1,2}) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) (?:GMT|UTC|([+-]\d\d)(\d\d))$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A time that can be written in RFC 3339 without a guess. */
export interface RepairedDateTime {
  /** With `Z`, if the offset is missing. */
  readonly text: string;
  readonly hasOffset: boolean;
}

/** Rewrites a time as RFC 3339, if it means one instant, or would if it had an offset. */
export function repairDateTime(written: string): RepairedDateTime | undefined {
  const trimmed = written.trim();
  const match = nearlyRfc3339.exec(trimmed);
  if (!match) return repairImfDate(trimmed);
  const [, year, month, day, hour, minute, second = '00', fraction, utc, offsetHour, offsetMinute = '00'] = match;
  const offset = offsetHour ? `${offsetHour.replace('\u2212', '-')}:${offsetMinute}` : 'Z';
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction ? `.${fraction}` : ''}${offset}`;
  return isDateTime(text) ? { text, hasOffset: Boolean(utc ?? offsetHour) } : undefined;
}

function repairImfDate(written: string): RepairedDateTime | undefined {
  const [, day = '', month = '', year, time, offsetHour, offsetMinute] = imfDate.exec(written) ?? [];
  const monthNumber = String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  const offset = offsetHour ? `${offsetHour}:${offsetMinute}` : 'Z';
  const text = `${year}-${monthNumber}-${day.padStart(2, '0')}T${time}${offset}`;
  return isDateTime(text) ? { text, hasOffset: true } : undefined;
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

/** Digits of an instant in seconds or milliseconds since 1970: what has ten or more digits lies after 2001. */
const secondsDigits = 10;
const millisecondsDigits = 13;

/**
 * The date-time of a number of seconds or milliseconds since 1970; which of them, its digits tell.
 * @returns undefined if the number has another length
 */
export function dateTimeOfEpoch(digits: string): string | undefined {
  if (!/^\d+$/.test(digits)) return undefined;
  if (digits.length !== secondsDigits && digits.length !== millisecondsDigits) return undefined;
  const milliseconds = Number(digits) * (digits.length === secondsDigits ? 1000 : 1);
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
