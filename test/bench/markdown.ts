/** A cell: a number has only its certain digits, and a missing measurement is a dash. */
export type Cell = string | number | undefined;

/** A Markdown table; the columns after the first are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map((row) => line(row.map(show)))].join('\n');
}

export function show(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (cell === undefined || Number.isNaN(cell)) return '–';
  return cell.toLocaleString('en', { maximumFractionDigits: decimals(Math.abs(cell)) });
}

export function megabytes(bytes: number): string {
  return `${show(bytes / 1e6)} MB`;
}

function decimals(value: number): number {
  if (value >= 100 || value === 0) return 0;
  if (value >= 10) return 1;
  return value >= 1 ? 2 : Math.min(1 - Math.floor(Math.log10(value)), 4);
}
