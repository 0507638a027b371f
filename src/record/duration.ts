import type { Instant } from './date-time.ts';

/** How much later one instant is than another, in seconds; negative if it is earlier. */
export function secondsBetween(earlier: Instant, later: Instant): number {
  return inSeconds(later) - inSeconds(earlier);
}

/** Seconds since 1970, to the millisecond. */
function inSeconds({ minute, second, fraction }: Instant): number {
  return minute * 60 + second + Number(`0.${fraction.slice(0, 3)}0`);
}

const units: readonly (readonly [name: string, seconds: number])[] = [
  ['year', 365.25 * 86_400],
  ['month', 30.4375 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * A length of time in words, as people say it: in its largest unit, and below ten of that, in the next one too.
 * @param seconds not negative
 */
export function durationIn(seconds: number): string {
  const at = units.findIndex(([, length]) => seconds >= length);
  const [unit, next] = at < 0 ? [] : units.slice(at);
  if (!unit) return 'less than a second';
  const whole = Math.floor(seconds / unit[1]);
  const rest = next && whole < 10 ? Math.floor((seconds % unit[1]) / next[1]) : 0;
  return `${counted(whole, unit[0])}${next && rest > 0 ? ` ${counted(rest, next[0])}` : ''}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
