import { countsInWords } from '../../model/severity-counts.ts';

/** A count with its noun, such as "1 file" or "1,200 files". */
export function count(many: number, noun: string): string {
  return `${formatNumber(many)} ${noun}${many === 1 ? '' : 's'}`;
}

export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}

/** Problems by severity, such as "2 errors, 1 warning". @param counts how many of each, errors first */
export function countBySeverity([error = 0, warning = 0, information = 0, hint = 0]: readonly number[]): string {
  return countsInWords({ error, warning, information, hint }, formatNumber);
}
