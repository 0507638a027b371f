import type { Loading } from '../children/loading.ts';
import { type Contestant, incumbent, ours } from '../contestants.ts';
import { type BenchFile, benchFile } from '../files.ts';
import type { FileChoice } from '../generate.ts';
import { table } from '../markdown.ts';
import { bundleOf, inFreshProcess } from '../processes.ts';
import type { Run } from '../run.ts';
import { median } from '../statistics.ts';

const choices: readonly FileChoice[] = [
  { records: 10, faulty: 0 },
  { records: 10, faulty: 5 },
  { records: 1_000, faulty: 0 },
  { records: 1_000, faulty: 0.1 },
  { records: 1_000, faulty: 5 },
];

/** Small files, from a process that has none of the code to the findings. */
export function loading(run: Run): string {
  const rows = choices.map((choice) => rowOf(benchFile(choice), run));
  const head = [
    '',
    'ours: loading, ms',
    'check, ms',
    'vscode-json-languageservice: loading, ms',
    'check, ms',
    'times faster',
  ];
  return table(head, rows);
}

function rowOf(file: BenchFile, run: Run) {
  const rounds = run.rounds(`loading included, ${file.title}`, { full: 9, quick: 3 }, () => ({
    own: measure(ours, file),
    other: measure(incumbent, file),
  }));
  return [
    file.title,
    median(rounds.map(({ own }) => own.load)),
    median(rounds.map(({ own }) => own.check)),
    median(rounds.map(({ other }) => other.load)),
    median(rounds.map(({ other }) => other.check)),
    median(rounds.map(({ own, other }) => (other.load + other.check) / (own.load + own.check))),
  ];
}

function measure(contestant: Contestant, { path, format }: BenchFile): Loading {
  return inFreshProcess<Loading>('loading', [bundleOf(contestant), contestant.reads, path, format]).answer;
}
