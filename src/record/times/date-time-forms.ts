/*
 * The forms in which programs and people write times that are not RFC 3339. Each has its parts as named groups;
 * `offsetIn` reads the offset.
 */

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?(?:\s?(?<half>[AP])\.?M\.?)?`;
const weekday = String.raw`(?:(?<weekday>(?:${dayNames.join('|')})[a-z]*),?\s+)?`;
const month = String.raw`(?<month>(?:${monthNames.join('|')})[a-z]*)\.?`;
const day = String.raw`(?<day>\d{1,2})`;
const year = String.raw`(?<year>\d{4})`;
/** The offset: its digits, perhaps with names of the zone around them. */
const zone = String.raw`(?<zone>[^\d\s]\S*(?:\s\S+)*?)`;

const whole = (form: string): RegExp => new RegExp(`^${form}$`, 'i');

/** Dates with the name of the month, in English: those of e-mail, HTTP, JavaScript, `date`, Git and web servers. */
export const namedForms: readonly RegExp[] = [
  whole(String.raw`\[?${weekday}${day}[-\s/]${month}[-\s/]${year}(?:,|:|\sat)?\s*${time}(?:\s*${zone})?`),
  whole(String.raw`${weekday}${month}\s+${day},?\s+${year}(?:,|\sat)?\s+${time}(?:\s*${zone})?`),
  whole(String.raw`${weekday}${month}\s+${day}\s+${time}\s+(?:${zone}\s+)?${year}`),
  whole(String.raw`${weekday}${day}\s+${month}\s+${time}\s+(?:${zone}\s+)?${year}`),
  whole(String.raw`${weekday}${month}\s+${day}\s+${time}\s+${year}\s+${zone}`),
];

/** Dates with numbers only, of which the year is not the first. */
export const localForm = whole(
  String.raw`(?<first>\d{1,2})(?<separator>[/.-])(?<then>\d{1,2})\k<separator>${year}(?:,|\sat)?\s+${time}(?:\s*${zone})?`,
);

/** The number of a month by its name, with two digits. */
export function monthNumber(name: string): string {
  return twoDigits(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** Whether a date is on that day of the week, or on none that is named. */
export function isOnWeekday(date: string, name: string | undefined): boolean {
  return name === undefined || dayNames[new Date(date).getUTCDay()] === name.slice(0, 3).toLowerCase();
}

/** An hour on the 24-hour clock, from one on either clock; undefined if that does not exist. */
export function hourOf(hour: string, half: string | undefined): string | undefined {
  if (!half) return twoDigits(Number(hour));
  const number = Number(hour);
  if (number < 1 || number > 12) return undefined;
  return twoDigits((number % 12) + (half.toLowerCase() === 'p' ? 12 : 0));
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Digits of an offset, perhaps after the name of UTC, and with names or Go's clock after them. */
const offset =
  /^(?:UTC|GMT)?([+\u2212-])(\d\d):?(\d\d)?(?:\s+([A-Z]{2,5}|[+-]\d{2,4}))?(?:\s*\([^()]*\)|\[[\w/+-]+\])?(?:\s+m=[+-][\d.]+)?\]?$/i;
const utc = /^(?:Z|UTC|GMT|UT)(?:\s*\((?:UTC|GMT|Coordinated Universal Time)\)|\[[\w/+-]+\])?(?:\s+m=[+-][\d.]+)?\]?$/i;

/**
 * The offset that a text says, as RFC 3339 writes it.
 * @returns undefined if there is only the name of a zone, which means another offset in summer, or in another country
 */
export function offsetIn(zone: string): string | undefined {
  if (utc.test(zone)) return 'Z';
  const [, sign = '', hours = '', minutes = '00', name = ''] = offset.exec(zone) ?? [];
  const isZero = Number(hours + minutes) === 0;
  if (hours === '' || (/^(?:UTC|GMT|UT|Z)$/i.test(name) && !isZero)) return undefined;
  return isZero && name !== '' ? 'Z' : `${sign.replace('\u2212', '-')}${hours}:${minutes}`;
}
