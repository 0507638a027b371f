import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { today, writeFigures } from './figures.ts';
import { testUnit } from './test-unit.ts';

const root = join(import.meta.dirname, '..');
const folders = ['record', 'document', 'files', 'index', 'cli'] as const;

/** What V8 writes at the end of each process if NODE_V8_COVERAGE is set; Node adds the source maps it has seen. */
interface Report {
  readonly result: readonly Script[];
  readonly 'source-map-cache'?: Readonly<Record<string, CachedMap>>;
}

interface Script {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

/** How often a part of a script ran, except for the smaller ranges in it. */
interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface CachedMap {
  readonly lineLengths: readonly number[];
  readonly data: ConstructorParameters<typeof SourceMap>[0] | null;
}

/** By source file, line and column: whether the code that starts there ran in any process. */
type Coverage = Map<string, Map<number, Map<number, boolean>>>;

/**
 * Runs the unit tests and prints which lines no test reaches in the folders that need no VS Code. Node 20 measures
 * coverage of TypeScript in the translated code, so this maps it back. Arguments: `--write` puts the figure into
 * docs/quality.md; others are those of `npm run test:unit`.
 */
function main(args: readonly string[]): void {
  const target = join(root, 'out', 'coverage');
  rmSync(target, { recursive: true, force: true });
  process.env.NODE_V8_COVERAGE = target;
  const { failed } = testUnit(args.filter((arg) => arg !== '--write'));
  const coverage: Coverage = new Map();
  for (const name of readdirSync(target)) {
    const written: Report = JSON.parse(readFileSync(join(target, name), 'utf8'));
    for (const script of written.result) addScript(coverage, script, written['source-map-cache']?.[script.url]);
  }
  const sum = report(sourceFiles().map((name) => ({ name, lines: coverage.get(join(root, name)) ?? new Map() })));
  console.log(sum);
  if (args.includes('--write')) writeFigures(join(root, 'docs', 'quality.md'), 'coverage', `${sum} (${today()})`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function addScript(coverage: Coverage, { url, functions }: Script, cached: CachedMap | undefined): void {
  if (!cached?.data || !url.startsWith('file:')) return;
  const path = fileURLToPath(url);
  const counts = countsOf(functions, cached.lineLengths);
  const map = new SourceMap(cached.data);
  let lineStart = 0;
  for (const [line, length] of cached.lineLengths.entries()) {
    for (let column = 0; column < length; column++) {
      const entry = map.findEntry(line, column);
      // Only the starts of the mapped pieces: findEntry answers for every column.
      if (!('originalLine' in entry) || entry.generatedLine !== line || entry.generatedColumn !== column) continue;
      if (entry.originalSource === undefined) continue; // Generated code.
      const source = resolve(dirname(path), entry.originalSource.replace(/^file:\/\//, ''));
      const columns = getOrAdd(getOrAdd(coverage, source, new Map()), entry.originalLine, new Map());
      const hasRun = counts[lineStart + column] !== 0;
      columns.set(entry.originalColumn, hasRun || columns.get(entry.originalColumn) === true);
    }
    lineStart += length + 1;
  }
}

/** How often each character of a script ran. */
function countsOf(functions: Script['functions'], lineLengths: readonly number[]): Uint32Array {
  const counts = new Uint32Array(lineLengths.reduce((sum, length) => sum + length + 1, 0));
  const ranges = functions.flatMap((one) => one.ranges);
  const fromOuterToInner = ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  for (const { startOffset, endOffset, count } of fromOuterToInner) counts.fill(count, startOffset, endOffset);
  return counts;
}

function sourceFiles(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.d)\.ts$/.test(name) && !/^(assembly|generated)\b/.test(name))
      .map((name) => join('src', folder, name))
      .filter(hasCode),
  );
}

/** False for a file with types only. */
function hasCode(file: string): boolean {
  return transformSync(readFileSync(join(root, file), 'utf8'), { loader: 'ts' }).code.trim() !== '';
}

interface CoveredFile {
  readonly name: string;
  readonly lines: ReadonlyMap<number, ReadonlyMap<number, boolean>>;
}

/** Prints the files with code that did not run. @returns how much that is */
function report(files: readonly CoveredFile[]): string {
  const sums = { lines: 0, missed: 0, partly: 0 };
  for (const { name, lines } of files) {
    const missed: number[] = [];
    const partly: number[] = [];
    for (const [line, columns] of [...lines].sort(([a], [b]) => a - b)) {
      const hasRun = [...columns.values()];
      if (!hasRun.includes(true)) missed.push(line + 1);
      else if (hasRun.includes(false)) partly.push(line + 1);
    }
    sums.lines += lines.size;
    sums.missed += missed.length;
    sums.partly += partly.length;
    if (lines.size === 0) console.log(`${name}: not loaded`);
    if (missed.length > 0) console.log(`${name}: not reached: ${missed.join(', ')}`);
    if (partly.length > 0) console.log(`${name}: reached in part: ${partly.join(', ')}`);
  }
  const percent = ((1 - sums.missed / sums.lines) * 100).toFixed(1);
  return `${percent} % of ${sums.lines.toLocaleString('en')} lines reached, ${sums.partly} of them in part`;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, value: V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, value);
  return value;
}

main(process.argv.slice(2));
