import type { First } from '../children/first.ts';
import { type Contestant, contestants, incumbent } from '../contestants.ts';
import { type BenchFile, benchFile } from '../files.ts';
import type { FileChoice } from '../generate.ts';
import { megabytes, table } from '../markdown.ts';
import { bundleOf, inFreshProcess } from '../processes.ts';
import type { Run } from '../run.ts';
import { median } from '../statistics.ts';

const quickChoices: readonly FileChoice[] = [
  { records: 1_000, faulty: 0 },
  { records: 60_000, faulty: 0 },
];

const choices: readonly FileChoice[] = [
  { records: 10, faulty: 0 },
  { records: 1_000, faulty: 0.1 },
  { records: 10_000, faulty: 0.1 },
  { records: 10_000, faulty: 0.1, unicode: true },
  { records: 60_000, faulty: 0 },
  { records: 60_000, faulty: 0.1 },
  { records: 60_000, faulty: 5 },
  { records: 60_000, faulty: 0, layout: 'page' },
  { records: 60_000, faulty: 0, layout: 'minified' },
  { records: 60_000, faulty: 0, layout: 'lines' },
];

/** The first check of a file, each contestant in a process of its own, its code loaded and not yet warm. */
export function first(run: Run): string {
  return (run.isQuick ? quickChoices : choices).map((choice) => tableOf(benchFile(choice), run)).join('\n\n');
}

function tableOf(file: BenchFile, run: Run): string {
  const taking = contestants.filter(({ lines }) => lines || file.format !== 'lines');
  // Round by round, so that a slow minute of the machine is everybody's.
  const rounds = run.rounds(`first check, ${file.title}`, { full: 5, quick: 3 }, () =>
    Object.fromEntries(taking.map((contestant) => [contestant.name, measure(contestant, file)])),
  );
  const rows = taking.map(({ name, title }) => {
    const own = rounds.flatMap((round) => round[name] ?? []);
    const advances = rounds.map((round) => milliseconds(round[incumbent.name]) / milliseconds(round[name]));
    return [
      title,
      own[0]?.findings,
      median(own.map((answer) => answer.milliseconds)),
      median(own.map((answer) => answer.milliseconds / answer.parse)),
      median(advances),
    ];
  });
  return `**${file.title}** (${megabytes(file.bytes)})\n\n${table(['', 'findings', 'ms', '× `JSON.parse`', 'times faster than vscode-json-languageservice'], rows)}`;
}

function measure(contestant: Contestant, { path, format }: BenchFile): First {
  return inFreshProcess<First>('first', [bundleOf(contestant), contestant.reads, path, format]).answer;
}

function milliseconds(answer: First | undefined): number {
  return answer?.milliseconds ?? NaN;
}
