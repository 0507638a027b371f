import type { Resident } from '../children/memory.ts';
import { type Contestant, contestants } from '../contestants.ts';
import { type BenchFile, benchFile } from '../files.ts';
import type { FileChoice } from '../generate.ts';
import { megabytes, table } from '../markdown.ts';
import { bundleOf, inFreshProcess } from '../processes.ts';
import type { Run } from '../run.ts';
import { median } from '../statistics.ts';

const choices: readonly FileChoice[] = [
  { records: 60_000, faulty: 0 },
  { records: 60_000, faulty: 5 },
];

const mebibyte = 1024 * 1024;

/** The memory of a first check at its peak, without the memory before it: the file as text, or as a document. */
export function memory(run: Run): string {
  return choices
    .slice(0, run.isQuick ? 1 : undefined)
    .map((choice) => tableOf(benchFile(choice), run))
    .join('\n\n');
}

function tableOf(file: BenchFile, run: Run): string {
  const rounds = run.rounds(`memory, ${file.title}`, { full: 3, quick: 1 }, () =>
    contestants.map((contestant) => measure(contestant, file)),
  );
  const rows = contestants.map(({ title }, index) => {
    const heap = median(rounds.map((round) => round[index]?.heap ?? NaN));
    const resident = median(rounds.map((round) => round[index]?.resident ?? NaN));
    return [title, heap / mebibyte, resident / mebibyte, Math.max(heap, resident) / file.bytes];
  });
  return `**${file.title}** (${megabytes(file.bytes)})\n\n${table(['', 'V8’s heap, MiB', 'process, MiB', 'the larger × file'], rows)}`;
}

interface Extra {
  readonly heap: number;
  readonly resident: number;
}

function measure(contestant: Contestant, { path, format }: BenchFile): Extra {
  const args = [bundleOf(contestant), contestant.reads, path, format];
  const { answer, output } = inFreshProcess<Resident>('memory', args, ['--trace-gc']);
  return { heap: extraHeap(output), resident: answer.most - answer.before };
}

/**
 * How far the heap rose between the collection before the check and the one after it, in bytes: between two collections
 * it only grows, so that it is largest before one of them. Reads the output of V8's `--trace-gc`:
 * `[1:0x1]  40 ms: Scavenge 3.7 (5.0) -> 3.0 (6.0) MB, …`, the asked-for ones with the reason `testing`.
 */
function extraHeap(trace: string): number {
  const collections = [...trace.matchAll(/ms: .*? ([\d.]+) \([\d.]+\) -> ([\d.]+) \([\d.]+\) MB,.*/g)].map(
    ([line, before, after]) => ({ isAskedFor: line.includes('testing'), before: Number(before), after: Number(after) }),
  );
  const asked = collections.flatMap(({ isAskedFor }, index) => (isAskedFor ? index : []));
  const [start, end] = asked.slice(-2);
  if (start === undefined || end === undefined) throw new Error(`V8 reported no collection:\n${trace}`);
  const highest = Math.max(...collections.slice(start + 1, end + 1).map(({ before }) => before));
  return (highest - (collections[start]?.after ?? NaN)) * mebibyte;
}
