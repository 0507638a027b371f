import type { Instant } from './date-time.ts';

/** How much later one instant is than another, in seconds; negative if it is earlier. */
export function secondsBetween(earlier: Instant, later: Instant): number {
  return inSeconds(later) - inSeconds(earlier);
}

/** Seconds since 1970, to the millisecond. */
function inSeconds({ minute, second, fraction }: Instant): number {
  return minute * 60 + second + Number(`0.${fraction.slice(0, 3)}0`);
}

const units: readonly (readonly [name: string, short: string, seconds: number])[] = [
  ['year', 'y', 365.25 * 86_400],
  ['month', 'mo', 30.4375 * 86_400],
  ['day', 'd', 86_400],
  ['hour', 'h', 3600],
  ['minute', 'min', 60],
  ['second', 's', 1],
];

/**
 * A length of time as people say it: in its largest unit, and below ten of that, in the next one too.
 * @param seconds not negative
 */
export function durationIn(seconds: number): string {
  return inUnits(seconds, ([name], count) => `${count} ${name}${count === 1 ? '' : 's'}`) ?? 'less than a second';
}

/** The same for a table: `4 min 10 s`. */
export function shortDurationIn(seconds: number): string {
  return inUnits(seconds, ([, short], count) => `${count} ${short}`) ?? '< 1 s';
}

/** @returns undefined for less than a second */
function inUnits(seconds: number, write: (unit: (typeof units)[number], count: number) => string): string | undefined {
  const at = units.findIndex(([, , length]) => seconds >= length);
  const [unit, next] = at < 0 ? [] : units.slice(at);
  if (!unit) return undefined;
  const whole = Math.floor(seconds / unit[2]);
  const rest = next && whole < 10 ? Math.floor((seconds % unit[2]) / next[2]) : 0;
  return `${write(unit, whole)}${next && rest > 0 ? ` ${write(next, rest)}` : ''}`;
}
