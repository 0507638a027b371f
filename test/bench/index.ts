import { machine, writeFigures } from '../../scripts/figures.ts';
import { createRun, type Run } from './run.ts';
import { activation } from './sections/activation.ts';
import { edits } from './sections/edits.ts';
import { first } from './sections/first.ts';
import { folder } from './sections/folder.ts';
import { grid } from './sections/grid.ts';
import { growth, growthNames } from './sections/growth.ts';
import { loading } from './sections/loading.ts';
import { memory } from './sections/memory.ts';
import { slices } from './sections/slices.ts';

/** Each measures something and answers with Markdown; docs/performance.md has a place for each under the same name. */
const sections: Readonly<Record<string, (run: Run) => string>> = {
  first,
  grid,
  memory,
  loading,
  edits,
  slices,
  folder,
  activation,
};

const usage = `npm run bench -- [--quick] [--write] [section …]
npm run bench -- growth [--write] [shape or mode …]
Sections: ${Object.keys(sections).join(', ')}; all of them when none is named.
growth   fails where a cost grows faster than the text
--quick  fewer files and rounds, in about a minute
--write  puts the tables into docs/performance.md`;

function main(args: readonly string[]): void {
  const names = args.filter((arg) => !arg.startsWith('--'));
  if (names[0] === 'growth' && !args.includes('--help') && names.slice(1).every((name) => growthNames.has(name))) {
    const chosen = names.slice(1);
    report('growth', `${growth(chosen)}\n\n${machine()}`, args.includes('--write') && chosen.length === 0);
    return;
  }
  const unknown = args.find((arg) => !(arg in sections || arg === '--quick' || arg === '--write'));
  if (unknown !== undefined) {
    console.error(unknown === '--help' ? usage : `There is no ${unknown}.\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const run = createRun(args.includes('--quick'));
  for (const [name, measure] of Object.entries(sections)) {
    if (names.length > 0 && !names.includes(name)) continue;
    // Section by section, so that a run that breaks off has not measured in vain.
    const tables = `${measure(run)}\n\n${machine()}${run.isQuick ? ', quick' : ''}`;
    report(name, tables, args.includes('--write'));
  }
}

function report(name: string, tables: string, isWritten: boolean): void {
  console.log(`\n## ${name}\n\n${tables}`);
  if (isWritten) writeFigures('docs/performance.md', name, tables);
}

main(process.argv.slice(2));
