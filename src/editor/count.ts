import { severities } from '../record/severity.ts';

/** A count with its noun, such as "1 file" or "1,200 files". */
export function count(many: number, noun: string): string {
  return `${formatNumber(many)} ${noun}${many === 1 ? '' : 's'}`;
}

export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}

/** Problems by severity, such as "2 errors, 1 warning". @param counts how many of each, errors first */
export function countBySeverity(counts: readonly number[]): string {
  return severities
    .flatMap((severity, at) => {
      const many = counts[at] ?? 0;
      if (many === 0) return [];
      return [severity === 'information' ? `${formatNumber(many)} information` : count(many, severity)];
    })
    .join(', ');
}
