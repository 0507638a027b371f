import type { Severity } from './severity.ts';

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Exclude<Severity, 'off'>, number>>;

export const noCounts: SeverityCounts = { error: 0, warning: 0, information: 0, hint: 0 };

/** `1 error, 2 warnings`; an empty text if there are none. */
export function countsInWords(counts: SeverityCounts): string {
  const found = (['error', 'warning', 'information', 'hint'] as const).filter((severity) => counts[severity] > 0);
  return found.map((severity) => words(counts[severity], severity)).join(', ');
}

function words(count: number, severity: string): string {
  return `${count} ${severity}${count === 1 || severity === 'information' ? '' : 's'}`;
}
