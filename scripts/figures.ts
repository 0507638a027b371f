import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/**
 * Writes measured figures into a page, at `<!-- figures NAME -->`.
 * @param page relative to the repository, where the program runs
 * @throws {Error} where it has none of this name
 */
export function writeFigures(page: string, name: string, figures: string): void {
  const [start, end] = [`<!-- figures ${name} -->`, `<!-- /figures ${name} -->`];
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(start), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no ${start} … ${end}`);
  writeFileSync(page, `${before.slice(0, from + start.length)}\n${figures}\n${before.slice(to)}`);
}

/** When and where something is measured. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The machine that the figures were measured on. */
export function machine(): string {
  const [processor] = cpus();
  return `Node ${process.version}, ${cpus().length} × ${processor?.model.trim()}, ${process.platform} ${process.arch}`;
}
