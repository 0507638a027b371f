import type { Slices } from '../children/slices.ts';
import { benchFile } from '../files.ts';
import type { FileChoice } from '../generate.ts';
import { table } from '../markdown.ts';
import { inFreshProcess } from '../processes.ts';
import type { Run } from '../run.ts';
import { median, percentile } from '../statistics.ts';

const choices: readonly FileChoice[] = [
  { records: 60_000, faulty: 0 },
  { records: 60_000, faulty: 5 },
  { records: 60_000, faulty: 0, layout: 'minified' },
];

/** Milliseconds: as in src/editor. */
const budget = 4;

/** How long the first check keeps the extension host from everything else at a time. */
export function slices(run: Run): string {
  const rows = choices.slice(0, run.isQuick ? 2 : undefined).map((choice) => {
    const { title, path, format } = benchFile(choice);
    const rounds = run.rounds(`slices, ${title}`, { full: 7, quick: 3 }, () =>
      inFreshProcess<Slices>('slices', [path, format, String(budget)]),
    );
    const all = rounds.flatMap(({ answer }) => answer.slices);
    const longest = rounds.map(({ answer }) => Math.max(...answer.slices));
    return [
      title,
      median(rounds.map(({ answer }) => answer.slices.length)),
      percentile(all, 50),
      percentile(all, 99),
      median(longest),
      Math.max(...longest),
      `${((all.filter((slice) => slice < 8).length / all.length) * 100).toFixed(1)} %`,
      median(rounds.map(({ answer }) => answer.total)),
    ];
  });
  const head = [
    '',
    'slices',
    'median, ms',
    'p99, ms',
    'longest of a run, ms',
    'longest of all, ms',
    'below 8 ms',
    'whole check, ms',
  ];
  return `${table(head, rows)}\n\nThe budget of a slice is ${budget} ms.`;
}
