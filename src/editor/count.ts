/** A count with its noun, such as "1 file" or "1,200 files". */
export function count(many: number, noun: string): string {
  return `${formatNumber(many)} ${noun}${many === 1 ? '' : 's'}`;
}

export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}
