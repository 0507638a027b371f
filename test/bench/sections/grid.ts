import type { GridCell } from '../children/cell.ts';
import { contestants } from '../contestants.ts';
import { counts, type GridLayout, gridFile, layouts, shares } from '../grid.ts';
import { table } from '../markdown.ts';
import { bundleOf, inFreshProcess } from '../processes.ts';
import type { Run } from '../run.ts';
import { median } from '../statistics.ts';

/** Who takes part: the command line's check from the bytes on, the index of the editor, and those that they are compared with. */
const rows = ['command-line', 'ours', 'json-parse', 'json-parse-ajv', 'language-service'] as const;
type Row = (typeof rows)[number];
type Cell = Readonly<Record<Row, GridCell | undefined>>;

/** Each layout with each share of faulty records, first checks in new processes, in turns; processor time. */
export function grid(run: Run): string {
  return counts
    .filter((count) => !run.isQuick || count < 20_000)
    .flatMap((count) => shares.map((share) => tableOf(count, share, run)))
    .join('\n\n');
}

function tableOf(count: number, share: number, run: Run): string {
  const lines = layouts.map((layout) => {
    const rounds = run.rounds(
      `${count} records, ${share} % faulty, ${layout}`,
      { full: count > 1_000 ? 3 : 5, quick: 1 },
      () => Object.fromEntries(rows.map((row) => [row, measure(row, layout, share, count)])),
    ) as readonly Cell[];
    const of = (row: Row, unit: 'cpu' | 'wall' = 'cpu') => median(rounds.map((round) => round[row]?.[unit] ?? NaN));
    const ratio = (one: Row, other: Row) =>
      median(rounds.map((round) => (round[one]?.cpu ?? NaN) / (round[other]?.cpu ?? NaN)));
    return [
      layout,
      ...[
        of('command-line'),
        of('command-line', 'wall'),
        ratio('command-line', 'json-parse'),
        ratio('command-line', 'json-parse-ajv'),
        ratio('language-service', 'command-line'),
      ],
      ...[of('ours'), of('ours', 'wall'), ratio('ours', 'json-parse'), ratio('language-service', 'ours')],
    ];
  });
  const head = [
    '',
    'check, CPU ms',
    'wall ms',
    '× `JSON.parse`',
    '× `JSON.parse` + ajv',
    'times faster than the service',
  ];
  const index = ['index, CPU ms', 'wall ms', '× `JSON.parse`', 'times faster than the service'];
  return `**${count.toLocaleString('en')} records, ${share} % faulty**\n\n${table([...head, ...index], lines)}`;
}

/** @returns undefined if the contestant cannot read the layout */
function measure(row: Row, layout: GridLayout, share: number, count: number): GridCell | undefined {
  const contestant = contestants.find(({ name }) => name === row);
  if (contestant && !contestant.lines && layout === 'JSON Lines') return undefined;
  const { path, plainPath, format } = gridFile(layout, share, count);
  const readsComments = row !== 'json-parse' && row !== 'json-parse-ajv';
  const bundle = bundleOf({ name: row });
  const reads = contestant?.reads ?? 'bytes';
  return inFreshProcess<GridCell>('cell', [bundle, reads, readsComments ? path : plainPath, format]).answer;
}
