import { twoDigits } from '../../../record/times/date-time-forms.ts';

/** The arguments of a call, as JSON: the positional ones, and those with a name. */
export interface Arguments {
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** Makes a value, as JSON, of the arguments of a call; undefined if they do not say which. */
type MakeValue = (args: Arguments) => string | undefined;

/**
 * The results of the classes of times: a time is text as in a record, an offset is text such as `+02:00`, a duration is a
 * number of seconds.
 */
export const timeMakers: ReadonlyMap<string, MakeValue> = new Map<string, MakeValue>([
  ['datetime', dateTimeOf],
  ['timedelta', durationOf],
  ['timezone', ({ positional }) => offsetOf(positional[0])],
  ['TzInfo', ({ positional }) => offsetOf(positional[0])],
  ['tzutc', () => '"Z"'],
  ['ZoneInfo', ({ positional, named }) => ((named.get('key') ?? positional[0]) === '"UTC"' ? '"Z"' : undefined)],
]);

const unitNames = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'];

/** A time without a zone stays one: the zone is not known. */
function dateTimeOf({ positional, named }: Arguments): string | undefined {
  const [year = 0, ...others] = unitNames.map((name, at) => Number(named.get(name) ?? positional[at] ?? 0));
  const [month, day, hour, minute, second] = others.map(twoDigits);
  const micros = others[5] ? `.${String(others[5]).padStart(6, '0').replace(/0+$/, '')}` : '';
  const zone = JSON.parse(named.get('tzinfo') ?? positional[7] ?? '""') ?? '';
  if (typeof zone !== 'string' || [year, ...others].some((unit) => !Number.isInteger(unit) || unit < 0))
    return undefined;
  return JSON.stringify(`${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}${micros}${zone}`);
}

function durationOf({ positional, named }: Arguments): string {
  const unit = (name: string, at?: number): number =>
    Number(named.get(name) ?? (at !== undefined && positional[at]) ?? 0);
  const days = unit('days', 0);
  return String(days * 86_400 + unit('hours') * 3_600 + unit('minutes') * 60 + unit('seconds', 1));
}

/** The offset of a time zone, from its seconds, or as it is written already. */
function offsetOf(written = '0'): string | undefined {
  if (written.startsWith('"')) return /^"(?:Z|[+-]\d\d:\d\d)"$/.test(written) ? written : undefined;
  const minutes = Math.abs(Number(written)) / 60;
  if (!Number.isInteger(minutes) || minutes >= 24 * 60) return undefined;
  if (minutes === 0) return '"Z"';
  const hours = twoDigits(Math.floor(minutes / 60));
  return JSON.stringify(`${written.startsWith('-') ? '-' : '+'}${hours}:${twoDigits(minutes % 60)}`);
}
