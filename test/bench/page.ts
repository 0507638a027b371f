import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Relative to the repository, where the benchmark runs. */
const page = 'docs/performance.md';

/**
 * Puts tables where the page has a place for them.
 * @throws {Error} where it has none of this name
 */
export function writeTables(name: string, tables: string): void {
  const [start, end] = [`<!-- bench ${name} -->`, `<!-- /bench ${name} -->`];
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(start), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no ${start} … ${end}`);
  writeFileSync(page, `${before.slice(0, from + start.length)}\n${tables}\n${before.slice(to)}`);
}

/** What the figures were measured on. */
export function machine(): string {
  const [processor] = cpus();
  return `Node ${process.version}, ${cpus().length} × ${processor?.model.trim()}, ${process.platform} ${process.arch}`;
}
