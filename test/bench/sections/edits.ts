import type { Edits, Times } from '../children/edits.ts';
import { incumbent } from '../contestants.ts';
import { type BenchFile, benchFile } from '../files.ts';
import type { FileChoice } from '../generate.ts';
import { show, table } from '../markdown.ts';
import { bundleOf, inFreshProcess } from '../processes.ts';
import type { Run } from '../run.ts';

const quickChoices: readonly FileChoice[] = [
  { records: 10, faulty: 0 },
  { records: 60_000, faulty: 0 },
];

const choices: readonly FileChoice[] = [
  { records: 10, faulty: 0 },
  { records: 1_000, faulty: 0 },
  { records: 10_000, faulty: 0 },
  { records: 60_000, faulty: 0 },
  { records: 60_000, faulty: 5 },
  { records: 60_000, faulty: 0, layout: 'page' },
  { records: 60_000, faulty: 0, layout: 'lines' },
  { records: 60_000, faulty: 0, layout: 'minified' },
];

/** Edits of a file that is open, from the change event to the complete findings; a process for each file. */
export function edits(run: Run): string {
  const files = (run.isQuick ? quickChoices : choices).map(benchFile);
  const measured = files.map((file) => ({ file, found: measure(file, run) }));
  const rows = measured.map(({ file, found }) => [
    file.title,
    found.findings,
    found.first,
    times(found.typing),
    times(found.jumping),
    times(found.quote),
    times(found.record),
    found.incumbent,
    found.incumbent && found.incumbent / found.typing.median,
    found.getText,
    found.document,
  ]);
  const head = [
    '',
    'findings listed',
    'first edit, ms',
    'typing in one place',
    'a character anywhere',
    'a quote typed and taken back',
    'a record removed and put back',
    'vscode-json-languageservice, ms',
    'times faster',
    '`getText()`, ms',
    'the document itself, ms',
  ];
  return `${table(head, rows)}\n\n${flatness(measured)}`;
}

function measure({ path, format, title }: BenchFile, run: Run): Edits {
  const bundle = format === 'lines' ? '' : bundleOf(incumbent);
  const limit = run.isQuick ? 1_500 : 5_000;
  const [found] = run.rounds(`edits, ${title}`, { full: 1, quick: 1 }, () =>
    inFreshProcess<Edits>('edits', [path, format, bundle, String(limit)]),
  );
  if (!found) throw new Error('A measurement has a round.');
  return found.answer;
}

function times({ median, p95, count }: Times): string {
  return `${show(median)}, p95 ${show(p95)} (${count})`;
}

/** How much the size of the file is felt. */
function flatness(measured: readonly { readonly file: BenchFile; readonly found: Edits }[]): string {
  const of = (title: string) => measured.find(({ file }) => file.title.startsWith(title))?.found;
  const [small, large] = [of('10 records, 0 %'), of('60,000 records, 0 %')];
  if (!small || !large) return '';
  const rows = [
    ['typing in one place', large.typing.median / small.typing.median],
    ['a character anywhere', large.jumping.median / small.jumping.median],
  ];
  return table(['60,000 records against 10', 'times as long'], rows);
}
