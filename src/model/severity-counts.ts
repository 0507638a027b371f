import type { Severity } from './severity.ts';

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Exclude<Severity, 'off'>, number>>;

export const noCounts: SeverityCounts = { error: 0, warning: 0, information: 0, hint: 0 };

/** `1 error, 2 warnings`; an empty text if there are none. @param format writes a number */
export function countsInWords(counts: SeverityCounts, format: (count: number) => string = String): string {
  const found = (['error', 'warning', 'information', 'hint'] as const).filter((severity) => counts[severity] > 0);
  return found.map((severity) => `${format(counts[severity])} ${noun(severity, counts[severity])}`).join(', ');
}

function noun(severity: string, count: number): string {
  return count === 1 || severity === 'information' ? severity : `${severity}s`;
}
